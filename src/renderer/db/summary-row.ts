import { STEP_STATES } from '../../shared/domain/step.ts'
import type { DossierSummary, ListedAction, ListedDue } from '../../shared/domain/dossier-summary.ts'
import { dueIdOf } from '../../shared/domain/due-source.ts'

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

/** @returns null where the row was not written by this app in this form */
export function summaryOf(row: unknown): DossierSummary | null {
  if (!Array.isArray(row) || row.length !== ROW_LENGTH) return null
  const [
    id,
    revision,
    changedAt,
    trashedAt,
    operatorId,
    operatorName,
    phoneNumber,
    latin,
    cyrillic,
    chinese,
    contractNumber,
    exhibitCount,
    state,
    steps,
    next,
    dueRows,
    balances,
    provenCount,
    pack,
    confirmedOn
  ] = row as unknown as SummaryRow
  const dues = dueRows.map(([on, isUndated, source, laterUntil, about]): ListedDue => ({
    on,
    isUndated,
    source,
    laterUntil,
    about
  }))
  return {
    id,
    revision,
    changedAt,
    trashedAt,
    operator: { id: operatorId, name: operatorName },
    phoneNumber,
    subscriber: { latin, cyrillic, chinese },
    contractNumber,
    exhibitCount,
    state,
    steps: [...steps].map((figure) => STEP_STATES[Number(figure)] ?? 'open'),
    next: typeof next === 'number' ? dueAction(dues[next]) : next,
    dues,
    balances,
    provenCount,
    pack,
    confirmedOn
  }
}

function placeOf(due: ListedDue, dues: readonly ListedDue[]): number {
  const id = dueIdOf(due.source)
  return dues.findIndex(({ source }) => dueIdOf(source) === id)
}

function dueAction(due: ListedDue | undefined): ListedAction | null {
  return due === undefined ? null : { kind: 'due', due, on: due.on, about: due.about }
}
