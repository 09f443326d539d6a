import { daysBetween, type IsoDate } from './calendar.ts'
import type { Dossier } from './dossier.ts'
import type { DueChange } from './due-change.ts'
import { dueFactsOf, type DueFact } from './due-facts.ts'
import { beginsAnew, dueIdOf, type DueSource } from './due-source.ts'
import type { LawRule } from './law-rule.ts'

export type DueKind = DueSource['kind']

/** Something that has a day: for the subscriber to do, or for somebody else to answer. */
export interface DueDate {
  /** The same for the same thing as long as the dossier lives: what the user's changes and calendars know it by. */
  readonly id: string
  /** The day that counts: as computed, or as the user moved it. */
  readonly on: IsoDate
  readonly computedOn: IsoDate
  /** Nobody set a day: `on` only gives it its place, and is not to be shown. */
  readonly isUndated: boolean
  /** Where the day comes from. */
  readonly source: DueSource
  /** `later` = put off by the user until `laterUntil`. */
  readonly state: 'open' | 'later' | 'done'
  readonly doneOn: IsoDate | null
  readonly laterUntil: IsoDate | null
  /** Negative once the day is over. */
  readonly daysLeft: number
  /** Open, and its day is over. */
  readonly isOverdue: boolean
}

/** The rules of law that dates are counted from. */
export interface DueRules {
  readonly law: readonly LawRule[]
}

/** Everything with a day in a dossier, done and put off included, by day. `today` in the reader's own zone. */
export function dueDatesOf(dossier: Dossier, rules: DueRules, today: IsoDate): readonly DueDate[] {
  const changes = new Map(dossier.dueChanges.map((change) => [change.id, change]))
  return dueFactsOf(dossier, rules.law, today)
    .map((fact) => withChange(fact, changes.get(dueIdOf(fact.source)), today))
    .toSorted((a, b) => (a.on !== b.on ? (a.on < b.on ? -1 : 1) : a.id < b.id ? -1 : 1))
}

/** What asks for attention now: open, and due today or earlier. */
export function isDueNow(due: DueDate): boolean {
  return due.state === 'open' && due.daysLeft <= 0
}

/** Whether somebody else has to act by that day: there is nothing to do but wait. */
export function isAwaited({ source }: DueDate): boolean {
  return source.kind === 'promise' || source.kind === 'claim-answer'
}

function withChange(fact: DueFact, change: DueChange | undefined, today: IsoDate): DueDate {
  const on = change?.on ?? fact.on
  const doneOn = beginsAnew(fact.source) ? null : (change?.doneOn ?? null)
  const laterUntil = change?.laterUntil ?? null
  const state = doneOn !== null ? 'done' : laterUntil !== null && laterUntil > today ? 'later' : 'open'
  const daysLeft = daysBetween(today, on)
  return {
    id: dueIdOf(fact.source),
    on,
    computedOn: fact.on,
    isUndated: fact.source.kind === 'payment-proof' && (change?.on ?? null) === null,
    source: fact.source,
    state,
    doneOn,
    laterUntil,
    daysLeft,
    isOverdue: state === 'open' && daysLeft < 0
  }
}
