import type { IsoDate } from '../../../shared/domain/calendar.ts'
import {
  DOSSIER_STATES,
  type DossierSummary,
  type ListedDue
} from '../../../shared/domain/dossier-summary.ts'
import { duePlaceOf } from '../../../shared/domain/due-source.ts'
import type { OperatorRef } from '../../../shared/domain/operator.ts'
import { STEPS, type Step } from '../../../shared/domain/step.ts'

export const LIST_FILTERS = ['all', ...DOSSIER_STATES] as const
export type ListFilter = (typeof LIST_FILTERS)[number]
export const LIST_SORTS = ['due', 'change', 'number', 'name'] as const
export type ListSort = (typeof LIST_SORTS)[number]

/** What stands behind everything that has a day. */
const NO_DAY = '9999-12-31'

/** In order: closed ones after all others where that is asked for, each part by the sort. Plain text order, since ten thousand are sorted at once. */
export function sortDossiers(
  summaries: readonly DossierSummary[],
  sort: ListSort,
  nameOf: (summary: DossierSummary) => string
): readonly DossierSummary[] {
  const keys = sort === 'name' ? new Map(summaries.map((one) => [one, nameOf(one).toLowerCase()])) : null
  const key: Readonly<Record<ListSort, (one: DossierSummary) => string>> = {
    due: ({ next }) => next?.on ?? NO_DAY,
    change: () => '',
    number: (one) => one.phoneNumber,
    name: (one) => keys?.get(one) ?? ''
  }
  const keyOf = key[sort]
  return summaries.toSorted((a, b) => compare(keyOf(a), keyOf(b)) || compare(b.changedAt, a.changedAt))
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** The day of what comes next; null where nothing that comes next has one. */
export function dayOf({ next }: DossierSummary): IsoDate | null {
  if (next === null || (next.kind === 'due' && next.due.isUndated)) return null
  return next.on
}

/** An operator as a choice of the filter: the user may have named several that no file knows. */
export function operatorKey({ id, name }: OperatorRef): string {
  return id ?? `name:${name}`
}

/** The step the next thing to do is in, else the first one that is not over. */
export function currentStepOf({ next, steps }: DossierSummary): Step | null {
  const first = steps.findIndex((state) => state !== 'done' && state !== 'not-needed')
  const fallback = STEPS[first] ?? null
  if (next === null) return fallback
  if (next.kind !== 'due') return next.step
  const place = duePlaceOf(next.due.source)
  if (place.kind === 'step') return place.step
  return place.kind === 'contact' ? 'contact' : place.kind === 'entry' ? 'payments' : fallback
}

/** One line of the strip above the list. */
export interface PressingDue {
  readonly summary: DossierSummary
  readonly due: ListedDue
}

/** Those days of all dossiers that a strip can show, and how many there are. */
export interface DueList {
  readonly first: readonly PressingDue[]
  readonly count: number
}

/** A person reads no further, and the list sorted by day has all of them. */
const MOST = 30

/** What is due today or over, across all dossiers, the oldest day first. */
export function pressingDues(summaries: readonly DossierSummary[], today: IsoDate): DueList {
  return firstDues(summaries, today, (on) => on <= today)
}

/** What comes after today, the nearest day first. */
export function comingDues(summaries: readonly DossierSummary[], today: IsoDate): DueList {
  return firstDues(summaries, today, (on) => on > today)
}

/** Not all of them in order: ten thousand are looked through at every return to the list. */
function firstDues(
  summaries: readonly DossierSummary[],
  today: IsoDate,
  isMeant: (on: IsoDate) => boolean
): DueList {
  const first: PressingDue[] = []
  let count = 0
  for (const summary of summaries) {
    for (const due of summary.dues) {
      if ((due.laterUntil !== null && due.laterUntil > today) || !isMeant(due.on)) continue
      count += 1
      const before = first.findLastIndex((other) => compareDues(other, due, summary) <= 0)
      if (before + 1 >= MOST) continue
      first.splice(before + 1, 0, { summary, due })
      if (first.length > MOST) first.pop()
    }
  }
  return { first, count }
}

function compareDues(a: PressingDue, due: ListedDue, summary: DossierSummary): number {
  return compare(a.due.on, due.on) || compare(a.summary.phoneNumber, summary.phoneNumber)
}
