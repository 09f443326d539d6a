import { daysBetween } from '../../../shared/domain/calendar.ts'
import type { Exhibit } from '../../../shared/domain/exhibit.ts'
import { GAP_DAYS } from '../../../shared/domain/timeline-rows.ts'
import type { ChronologyEvent } from '../plan/chronology.ts'
import { eventText, isEndOfContract } from './event-text.ts'
import { Flow, type LaidSheet } from './flow.ts'
import { FRAME } from './geometry.ts'
import { exhibitTarget, type LayoutEnv, pageInTable, pageRange } from './layout-env.ts'
import { exhibitLink, pageLink } from './references.ts'
import { columns, drawRow, drawTableHead, rowHeight, type Cell, type TableShape } from './table.ts'
import { drawTimeline, TIMELINE_WIDTH, type TimelineMark } from './timeline-line.ts'

/** More papers than this are not listed beside one event. */
const MOST_PROOFS = 3
const DATE_WIDTH = 62
const TIME_WIDTH = 48
const LINE_X = FRAME.left + DATE_WIDTH + TIME_WIDTH

/** Everything dated in one line of time, each with its paper and page. */
export function layChronology(env: LayoutEnv): readonly LaidSheet[] {
  const { words, formats, chronology, styles } = env
  const title = words.parts.chronology
  const flow = new Flow(env, {
    name: 'chronology',
    part: title,
    title,
    lead: words.chronology.lead,
    leadAfter: 10
  })
  const head = () => drawTableHead(flow, chronologyShape(env), chronologyHeads(env))
  head()
  flow.repeatOnNewSheet(head)
  const rows = chronologyRows(env)
  rows.forEach((row, index) => drawChronologyRow(flow, row, marksAt(rows, index)))
  flow.repeatOnNewSheet(null)
  flow.space(6)
  const notes = [
    words.chronology.note(formats.zoneName),
    ...(chronology.hasEarlierEntries && env.frontParts.includes('payments')
      ? [words.chronology.earlierEntries(pageRange(env, 'payments'))]
      : [])
  ]
  flow.text(notes.join(words.joins.sentence), styles.note)
  return flow.sheets
}

function chronologyShape({ language }: LayoutEnv): TableShape {
  // An English month in letters needs a little more than its column has.
  const date = language === 'en' ? DATE_WIDTH + 4 : DATE_WIDTH
  return {
    columns: columns([date, TIME_WIDTH - (date - DATE_WIDTH), TIMELINE_WIDTH, null, 44, 40], {
      right: [1, 5]
    }),
    padTop: 4.6,
    padBottom: 4.6
  }
}

function chronologyHeads({ words }: LayoutEnv): readonly string[] {
  const [date, time, event, number, page] = words.chronology.heads
  return [date, time, '', event, number, page]
}

interface ChronologyRow {
  readonly cells: readonly Cell[]
  /** Said again where a row of the same day begins a sheet. */
  readonly day?: Cell
  readonly mark: TimelineMark
}

function chronologyRows(env: LayoutEnv): readonly ChronologyRow[] {
  const { words, chronology } = env
  const { history, events } = chronology
  const silent = (text: string): ChronologyRow => ({
    mark: 'gap',
    cells: [[], [], [], [{ spans: text, style: env.styles.second }], [], []]
  })
  const rows: ChronologyRow[] = history.map((event, index) => eventRow(env, event, history[index - 1]))
  if (history.length > 0 && events.length > 0) rows.push(silent(words.chronology.closingBegins))
  events.forEach((event, index) => {
    const before = events[index - 1]
    const days = before === undefined ? 0 : daysBetween(before.item.on, event.item.on) - 1
    if (days >= GAP_DAYS) rows.push(silent(words.chronology.silence(days)))
    rows.push(eventRow(env, event, before))
  })
  return [...rows, packRow(env, [...history, ...events].at(-1))]
}

function eventRow(
  env: LayoutEnv,
  event: ChronologyEvent,
  before: ChronologyEvent | undefined
): ChronologyRow {
  const { formats } = env
  const { item, exhibits } = event
  const isEnd = isEndOfContract(event)
  const shown = exhibits.slice(0, MOST_PROOFS)
  const day: Cell = [{ spans: formats.tableDate(item.on) }]
  return {
    mark: isEnd ? 'end' : 'event',
    day,
    cells: [
      before?.item.on === item.on ? [{ spans: '' }] : day,
      [
        {
          spans: [{ text: item.instant === null ? '' : formats.clock(item.instant).time, ink: 'dark' }]
        }
      ],
      [],
      [{ spans: [{ text: eventText(env, item), isBold: isEnd }] }],
      shown.map((exhibit) => ({ spans: [exhibitLink(exhibit)] })),
      shown.map((exhibit) => ({ spans: [pageOf(env, exhibit)] }))
    ]
  }
}

function pageOf(env: LayoutEnv, exhibit: Exhibit) {
  const target = exhibitTarget(exhibit.id)
  return pageLink(pageInTable(env, exhibit), target)
}

/** The line ends with the pack itself: what comes later is not in it. */
function packRow(env: LayoutEnv, before: ChronologyEvent | undefined): ChronologyRow {
  const { words, formats, madeAt } = env
  const { on, time } = formats.clock(madeAt)
  const day: Cell = [{ spans: formats.tableDate(on) }]
  return {
    mark: 'event',
    day,
    cells: [
      before?.item.on === on ? [{ spans: '' }] : day,
      [{ spans: [{ text: time, ink: 'dark' }] }],
      [],
      [{ spans: words.chronology.packMade }],
      [],
      [{ spans: [pageLink('1', 'cover')] }]
    ]
  }
}

/** What the line does at this row: whether it comes from above and goes on below. */
function marksAt(rows: readonly ChronologyRow[], index: number) {
  return { isFirst: index === 0, isLast: index === rows.length - 1 }
}

function drawChronologyRow(
  flow: Flow,
  { cells, mark, day }: ChronologyRow,
  { isFirst, isLast }: { readonly isFirst: boolean; readonly isLast: boolean }
): void {
  const shape = chronologyShape(flow.env)
  const height = rowHeight(flow.env, shape, cells)
  // What ended silence stays on the sheet with it.
  const needed = mark === 'gap' ? 2 * height : height
  const beginsSheet = flow.room < needed
  flow.need(needed)
  const top = flow.y
  drawRow(flow, shape, beginsSheet && day !== undefined ? [day, ...cells.slice(1)] : cells, { rule: 0 })
  drawTimeline(flow.ops, { x: LINE_X + 6.5, top, bottom: flow.y, mark, isFirst, isLast })
  if (mark === 'gap') return
  flow.rule(0.25, FRAME.left, LINE_X - 2)
  flow.rule(0.25, LINE_X + TIMELINE_WIDTH, FRAME.right)
}
