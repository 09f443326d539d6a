import { isCharge, summariseLedger, type LedgerRow } from '../../../shared/domain/ledger.ts'
import { formatExhibitNumber } from '../../../shared/domain/exhibit.ts'
import { Flow, type LaidSheet } from './flow.ts'
import { FRAME } from './geometry.ts'
import { firstPage, type LayoutEnv } from './layout-env.ts'
import { drawReconciliation, reconciliationHeight } from './ledger-reconciliation.ts'
import { exhibitReference } from './references.ts'
import { baselineOf, type Span } from './rich-text.ts'
import { columns, drawRow, drawTableHead, rowHeight, type Cell, type TableShape } from './table.ts'

/** Height of a carried row: kept free at the foot of every sheet but the last. */
const CARRIED = 18.4
/** A month that ends with nothing owed is not torn for want of so many rows. */
const BREAK_EARLIER_BY = 3

/** All entries by date with the running balance, carried from sheet to sheet, closed by totals and their proof. */
export function layLedger(env: LayoutEnv): readonly LaidSheet[] {
  const { words, dossier, formats } = env
  const summary = summariseLedger(dossier.payments)
  const [first] = summary.rows
  const flow = new Flow(env, {
    name: 'payments',
    part: words.parts.payments,
    title: words.parts.payments,
    lead: first === undefined ? words.ledger.empty : words.ledger.lead(formats.date(first.entry.on)),
    leadAfter: 10
  })
  if (first === undefined) return flow.sheets
  const shape: TableShape = {
    // An English month in letters needs a little more.
    columns: columns([env.language === 'en' ? 64 : 56, null, 64, 63, 63, 64], { right: [3, 4, 5] }),
    padTop: 3,
    padBottom: 3
  }
  const head = () => drawTableHead(flow, shape, ledgerHeads(env))
  const before = flow.y
  head()
  const headHeight = before - flow.y
  const opening = (text: string) => [{ spans: [{ text, ink: 'dark' as const }] }]
  drawRow(
    flow,
    shape,
    [
      opening(formats.tableDate(first.entry.on)),
      opening(words.ledger.opening),
      [],
      [],
      [],
      opening(formats.amount(0))
    ],
    { padTop: 1.5, padBottom: 2.5 }
  )
  drawEntries({ flow, shape, head, headHeight, rows: summary.rows })
  drawTotals(flow, shape, summary.chargedMinor, summary.paidMinor)
  drawReconciliation(flow)
  return flow.sheets
}

function ledgerHeads({ words, formats, language }: LayoutEnv): readonly string[] {
  const { date, entry, proof, charged, paid, owedAfter } = words.ledger.heads
  const withSign = (text: string) =>
    language === 'zh-CN' ? `${text}（${formats.currency}）` : `${text},\u00a0${formats.currency}`
  return [date, entry, proof, withSign(charged), withSign(paid), withSign(owedAfter)]
}

interface Entries {
  readonly flow: Flow
  readonly shape: TableShape
  readonly head: () => void
  readonly headHeight: number
  readonly rows: readonly LedgerRow[]
}

function drawEntries({ flow, shape, head, headHeight, rows }: Entries): void {
  const { env } = flow
  const cells = rows.map((row) => entryCells(env, row))
  const heights = cells.map((row) => rowHeight(env, shape, row))
  const continuation = env.styles.continuation.leading + 7
  const breaks = chooseBreaks({
    heights,
    isSettled: rows.map((row) => row.balanceMinor === 0),
    firstRoom: flow.room,
    nextRoom: FRAME.top - FRAME.bottom - continuation - headHeight - CARRIED,
    ending: 30 + reconciliationHeight(env)
  })
  let chargedMinor = 0
  let paidMinor = 0
  rows.forEach((row, index) => {
    if (breaks.has(index)) {
      const page = firstPage(env, 'payments') + flow.sheets.length
      const carried = { chargedMinor, paidMinor }
      drawCarried(flow, shape, env.words.ledger.carriedTo(page), carried)
      flow.newSheet()
      head()
      drawCarried(flow, shape, env.words.ledger.carriedFrom(page - 1), carried)
    }
    const isLast = index === rows.length - 1
    const rule = isLast ? 0.9 : row.balanceMinor === 0 || breaks.has(index + 1) ? 0.6 : 0.25
    drawRow(flow, shape, cells[index] ?? [], { rule })
    if (isCharge(row.entry.kind)) chargedMinor += row.entry.amountMinor
    else paidMinor += row.entry.amountMinor
  })
}

/**
 * Before which rows a new sheet begins.
 * @param ending height of totals and reconciliation, which stay with the last two rows
 */
export function chooseBreaks({
  heights,
  isSettled,
  firstRoom,
  nextRoom,
  ending
}: {
  readonly heights: readonly number[]
  readonly isSettled: readonly boolean[]
  readonly firstRoom: number
  readonly nextRoom: number
  readonly ending: number
}): ReadonlySet<number> {
  const breaks = new Set<number>()
  let start = 0
  let room = firstRoom
  let used = 0
  for (let index = 0; index < heights.length; index++) {
    const height = heights[index] ?? 0
    const after = heights.slice(index + 1).reduce((sum, one) => sum + one, 0)
    const isEnding = index >= heights.length - 2
    const keep = isEnding ? after + Math.min(ending, nextRoom / 2) : CARRIED
    if (used + height + keep > room && index > start) {
      start = earlierBreak(isSettled, start, index)
      breaks.add(start)
      room = nextRoom
      used = heights.slice(start, index).reduce((sum, one) => sum + one, 0)
    }
    used += height
  }
  return breaks
}

function earlierBreak(isSettled: readonly boolean[], start: number, index: number): number {
  for (let earlier = index; earlier >= index - BREAK_EARLIER_BY && earlier > start; earlier--) {
    if (isSettled[earlier - 1] === true) return earlier
  }
  return index
}

function entryCells(env: LayoutEnv, { entry, balanceMinor }: LedgerRow): readonly Cell[] {
  const { formats } = env
  const amount = formats.amount(entry.amountMinor)
  const isSettled = balanceMinor === 0
  return [
    [{ spans: formats.tableDate(entry.on) }],
    [{ spans: entryText(env, entry.kind, entry.note) }],
    [{ spans: proofSpans(env, entry.exhibitId) }],
    [{ spans: isCharge(entry.kind) ? amount : '' }],
    [{ spans: isCharge(entry.kind) ? '' : amount }],
    [{ spans: [{ text: formats.amount(balanceMinor), isBold: isSettled }] }]
  ]
}

/** The kind of entry and the user's note, without saying the kind twice. */
function entryText({ words, language }: LayoutEnv, kind: LedgerRow['entry']['kind'], note: string): string {
  const word = words.ledger.kinds[kind]
  const text = note.trim()
  if (text === '') return word
  if (text.toLocaleLowerCase().startsWith(word.toLocaleLowerCase())) return text
  return language === 'zh-CN' ? `${word}：${text}` : `${word}: ${text}`
}

function proofSpans(env: LayoutEnv, exhibitId: string | null): readonly Span[] {
  const exhibit = env.dossier.exhibits.find((one) => one.id === exhibitId)
  if (exhibit === undefined) return []
  // An exhibit that was left out of this pack is named, but there is nowhere to lead to.
  return env.absorbed.has(exhibit.id)
    ? exhibitReference(env, exhibit)
    : [{ text: formatExhibitNumber(exhibit.number), ink: 'mid' }]
}

interface Sums {
  readonly chargedMinor: number
  readonly paidMinor: number
}

function drawCarried(flow: Flow, shape: TableShape, text: string, { chargedMinor, paidMinor }: Sums): void {
  const { formats } = flow.env
  const sums = [chargedMinor, paidMinor, chargedMinor - paidMinor].map((sum): Cell => [
    { spans: formats.amount(sum) }
  ])
  drawRow(flow, shape, [[], [{ spans: text }], [], ...sums], { rule: 0.6, tint: true })
}

function drawTotals(flow: Flow, shape: TableShape, chargedMinor: number, paidMinor: number): void {
  const { env } = flow
  const { formats, words, styles } = env
  const bold = (text: string): Cell => [{ spans: [{ text, isBold: true }] }]
  const balance = formats.amount(chargedMinor - paidMinor)
  const top = flow.y
  drawRow(
    flow,
    shape,
    [
      [],
      bold(words.ledger.total),
      [],
      bold(formats.amount(chargedMinor)),
      bold(formats.amount(paidMinor)),
      bold(balance)
    ],
    { rule: 0, padTop: 4, padBottom: 5 }
  )
  const y = baselineOf(top - 4, styles.cell) - 3.5
  const width = env.measure.width(balance, styles.cell.size, true)
  for (const lower of [0, 1.6]) {
    const from = [FRAME.right - width, y - lower] as const
    flow.ops.push({ kind: 'line', from, to: [FRAME.right, y - lower], width: 0.6, ink: 'black' })
  }
  flow.space(4)
}
