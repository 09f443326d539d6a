import type { DossierSummary, ListedAction, ListedDue } from '../../shared/domain/dossier-summary.ts'
import { dueIdOf } from '../../shared/domain/due-source.ts'
import type { OperatorRef } from '../../shared/domain/operator.ts'
import { STEP_STATES, type StepState } from '../../shared/domain/step.ts'

/**
 * A summary as a shelf keeps it: its values in order, without their names. With the names ten thousand are 10.5 MB of
 * text, and to bring that into the page took a fifth of the whole start.
 */
export type SummaryRow = readonly [
  id: string,
  revision: number,
  changedAt: string,
  trashedAt: string | null,
  operatorId: string | null,
  operatorName: string,
  phoneNumber: string,
  latin: string,
  cyrillic: string,
  chinese: string,
  contractNumber: string,
  exhibitCount: number,
  state: DossierSummary['state'],
  /** One figure a step: the place of its state among all states. */
  steps: string,
  /** A figure = that one of the dues. */
  next: Exclude<ListedAction, { kind: 'due' }> | number | null,
  dues: readonly DueRow[],
  balances: DossierSummary['balances'],
  provenCount: number,
  pack: DossierSummary['pack'],
  confirmedOn: string | null
]

type DueRow = readonly [
  on: string,
  isUndated: boolean,
  source: ListedDue['source'],
  laterUntil: string | null,
  about: string
]

const ROW_LENGTH = 20

export function rowOf(summary: DossierSummary): SummaryRow {
  const { operator, subscriber, next, dues } = summary
  return [
    summary.id,
    summary.revision,
    summary.changedAt,
    summary.trashedAt,
    operator.id,
    operator.name,
    summary.phoneNumber,
    subscriber.latin,
    subscriber.cyrillic,
    subscriber.chinese,
    summary.contractNumber,
    summary.exhibitCount,
    summary.state,
    summary.steps.map((state) => STEP_STATES.indexOf(state)).join(''),
    next?.kind === 'due' ? placeOf(next.due, dues) : next,
    dues.map(({ on, isUndated, source, laterUntil, about }): DueRow => [
      on,
      isUndated,
      source,
      laterUntil,
      about
    ]),
    summary.balances,
    summary.provenCount,
    summary.pack,
    summary.confirmedOn
  ]
}

/**
 * The way back, once for each of ten thousand rows before the list is shown: read by place, since taking an array apart
 * takes several times as long, and with one value for all rows that say the same.
 */
export function rowReader(): (row: unknown) => DossierSummary | null {
  const operators = new Map<string, OperatorRef>()
  const ways = new Map<string, DossierSummary['steps']>()
  const operatorOf = (id: string | null, name: string) =>
    onceIn(operators, `${id}/${name}`, () => ({ id, name }))
  const stepsOf = (figures: string) => onceIn(ways, figures, () => [...figures].map(stateOf))

  return (row) => {
    if (!isRow(row)) return null
    const dues = row[15].map(dueOf)
    const next = row[14]
    return {
      id: row[0],
      revision: row[1],
      changedAt: row[2],
      trashedAt: row[3],
      operator: operatorOf(row[4], row[5]),
      phoneNumber: row[6],
      subscriber: { latin: row[7], cyrillic: row[8], chinese: row[9] },
      contractNumber: row[10],
      exhibitCount: row[11],
      state: row[12],
      steps: stepsOf(row[13]),
      next: typeof next === 'number' ? dueAction(dues[next]) : next,
      dues,
      balances: row[16],
      provenCount: row[17],
      pack: row[18],
      confirmedOn: row[19]
    }
  }
}

/** Written by this app in this form, or not at all. */
function isRow(row: unknown): row is SummaryRow {
  return Array.isArray(row) && row.length === ROW_LENGTH
}

function dueOf(row: DueRow): ListedDue {
  return { on: row[0], isUndated: row[1], source: row[2], laterUntil: row[3], about: row[4] }
}

function stateOf(figure: string): StepState {
  return STEP_STATES[Number(figure)] ?? 'open'
}

function onceIn<Value>(known: Map<string, Value>, key: string, make: () => Value): Value {
  const found = known.get(key)
  if (found !== undefined) return found
  const made = make()
  known.set(key, made)
  return made
}

function placeOf(due: ListedDue, dues: readonly ListedDue[]): number {
  const id = dueIdOf(due.source)
  return dues.findIndex(({ source }) => dueIdOf(source) === id)
}

function dueAction(due: ListedDue | undefined): ListedAction | null {
  return due === undefined ? null : { kind: 'due', due, on: due.on, about: due.about }
}
