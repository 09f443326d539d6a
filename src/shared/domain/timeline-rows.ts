import { daysBetween, type IsoDate } from './calendar.ts'
import type { TimelineItem } from './timeline.ts'

/** A silence of two weeks in a closing is a question somebody will ask. */
export const GAP_DAYS = 14

/** A line of the timeline as it is shown, newest first. */
export type TimelineRow =
  | { readonly kind: 'ahead' }
  | { readonly kind: 'today'; readonly on: IsoDate }
  | { readonly kind: 'month'; readonly month: string }
  | {
      readonly kind: 'gap'
      /** Whole days on which nothing is recorded. */ readonly days: number
      readonly from: IsoDate
      readonly to: IsoDate | null
    }
  | {
      readonly kind: 'item'
      readonly item: TimelineItem
      readonly isAhead: boolean
      /** The first of its day: only there the day is written. */
      readonly isFirstOfDay: boolean
    }

export interface TimelineSpan {
  readonly today: IsoDate
  /** The closing's first day: what lies before is history and has no gaps. */
  readonly begunOn: IsoDate
  /** Whether something is still expected: only then silence up to today counts. */
  readonly isOpen: boolean
}

/** The first day anything was done about the closing itself. */
export function begunOn(items: readonly TimelineItem[], today: IsoDate): IsoDate {
  const deeds = items.filter(
    ({ fact }) =>
      fact.kind === 'contact' ||
      (fact.kind === 'step' && (fact.event === 'created' || fact.event === 'applied'))
  )
  return deeds.reduce((first, { on }) => (on < first ? on : first), today)
}

/** Lays out items (oldest first) as rows: what is ahead, the line of today, then month by month back in time. */
export function timelineRows(items: readonly TimelineItem[], span: TimelineSpan): readonly TimelineRow[] {
  const { today } = span
  const isAhead = ({ fact, on }: TimelineItem) =>
    on > today || (fact.kind === 'due' && fact.due.state !== 'done' && on >= today)
  const ahead = items.filter(isAhead).toReversed()
  const past = items.filter((item) => !isAhead(item)).toReversed()
  return [
    ...(ahead.length === 0 ? [] : [{ kind: 'ahead' } as const]),
    ...ahead.map((item, index) => itemRow(item, ahead[index - 1], true)),
    { kind: 'today', on: today },
    ...pastRows(past, span)
  ]
}

function itemRow(item: TimelineItem, above: TimelineItem | undefined, isAhead: boolean): TimelineRow {
  return { kind: 'item', item, isAhead, isFirstOfDay: above?.on !== item.on }
}

function pastRows(past: readonly TimelineItem[], span: TimelineSpan): readonly TimelineRow[] {
  const rows: TimelineRow[] = []
  // Something due is no record that anything happened.
  const isRecord = ({ fact }: TimelineItem) => fact.kind !== 'due' || fact.due.state === 'done'
  let newer: IsoDate | null = span.isOpen ? span.today : null
  let isUpToToday = span.isOpen
  past.forEach((item, index) => {
    const above = past[index - 1]
    if (isRecord(item)) {
      const gap = newer === null ? 0 : daysBetween(item.on, newer) - 1
      if (gap >= GAP_DAYS && newer !== null && item.on >= span.begunOn) {
        rows.push({ kind: 'gap', days: gap, from: item.on, to: isUpToToday ? null : newer })
      }
      newer = item.on
      isUpToToday = false
    }
    if (above?.on.slice(0, 7) !== item.on.slice(0, 7)) {
      rows.push({ kind: 'month', month: item.on.slice(0, 7) })
    }
    rows.push(itemRow(item, above, false))
  })
  return rows
}
