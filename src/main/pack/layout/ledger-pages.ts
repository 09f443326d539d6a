import type { Exhibit } from '../../../shared/domain/exhibit.ts'
import {
  isCharge,
  summariseLedger,
  type LedgerRow,
  type LedgerSection
} from '../../../shared/domain/ledger.ts'
import { proofsFor } from '../plan/proof-index.ts'
import { Flow, type LaidSheet } from './flow.ts'
import type { Formats } from './formats.ts'
import { FRAME } from './geometry.ts'
import { firstPage, type LayoutEnv } from './layout-env.ts'
import { CARRIED, chooseBreaks } from './ledger-breaks.ts'
import { drawReconciliation } from './ledger-reconciliation.ts'
import { entryText, widestAmount } from './ledger-text.ts'
import { exhibitReference } from './references.ts'
import { baselineOf } from './rich-text.ts'
import { columns, drawRow, drawTableHead, rowHeight, type Cell, type TableShape } from './table.ts'

/** More papers than this prove one line only in number: the row must stay low. */
const MOST_PROOFS = 3
/** Head, opening row and two entries: less room than this is not worth beginning in. */
const SMALLEST_BEGINNING = 120
const FEW_ROWS = 3
/** Share of the usual space between things. */
const CLOSE = 0.8

/**
 * One table for each currency: entries by date, running balance, carried sums, totals and their reconciliation. Set a
 * little closer where that spares a sheet.
 */
export function layLedger(env: LayoutEnv): readonly LaidSheet[] {
  const laid = layCurrencies(env, 1)
  if (laid.length === 1) return laid
  const close = layCurrencies(env, CLOSE)
  return close.length < laid.length ? close : laid
}

function layCurrencies(env: LayoutEnv, airiness: number): readonly LaidSheet[] {
  const { words, dossier, formats } = env
  const sections = summariseLedger(dossier.payments).filter((section) => section.rows.length > 0)
  const first = dossier.payments.entries.map((entry) => entry.on).toSorted()[0]
  const flow = new Flow(env, {
    name: 'payments',
    part: words.parts.payments,
    title: words.parts.payments,
    airiness,
    ...(first === undefined ? {} : { lead: words.ledger.lead(formats.date(first)), leadAfter: 10 })
  })
  const isSole = sections.length === 1
  sections.forEach((section, index) => {
    const following = beginningHeight(flow, sections.slice(index + 1))
    if (index > 0) flow.need(beginningHeight(flow, sections.slice(index)))
    drawCurrency({ ...tableOf(flow, section), following, isSole })
  })
  if (sections.length > 0) drawEnd(flow)
  return flow.sheets
}

/** A currency with so few entries stands on one sheet with its totals, and with the end of the ledger where it is last. */
function beginningHeight(flow: Flow, [section, next]: readonly LedgerSection[]): number {
  if (section === undefined) return 0
  if (section.rows.length > FEW_ROWS) return SMALLEST_BEGINNING
  const height = heightOnSheet(flow, (trial) => {
    drawCurrency({ ...tableOf(trial, section), following: 0, isSole: false })
    if (next === undefined) drawEnd(trial)
  })
  return height ?? SMALLEST_BEGINNING
}

/** How high it stands on a sheet of its own; null where one is not enough. */
function heightOnSheet({ env, airiness }: Flow, draw: (trial: Flow) => void): number | null {
  const nowhere = { name: 'payments', part: '', title: '', isUntitled: true, airiness }
  const trial = new Flow({ ...env, beginsAt: null }, nowhere)
  draw(trial)
  return trial.sheets.length > 1 ? null : env.paper.top - trial.y
}

function tableOf(flow: Flow, section: LedgerSection) {
  const formats = flow.env.formats.in(section.currency)
  return { flow, section, formats, shape: shapeOf({ ...flow.env, formats }, section) }
}

interface LedgerTable {
  readonly flow: Flow
  readonly section: LedgerSection
  readonly formats: Formats
  readonly shape: TableShape
  /** Height of the currency after it; 0 = it is the last. */
  readonly following: number
  /** The only currency of the ledger has no heading. */
  readonly isSole: boolean
}

/** Columns of sums, at least: large ones take what they need, for a sum that is broken is read as another. */
const CHARGED = 63
const PAID = 63
const OWED = 64
const SUM_PAD = 6
/** Beyond hundreds of billions the words of an entry need the room more. */
const WIDEST = 92

function shapeOf(env: LayoutEnv, { rows, chargedMinor, paidMinor, balanceMinor }: LedgerSection): TableShape {
  const widthOf = (least: number, sums: readonly number[]) =>
    Math.max(least, Math.min(WIDEST, widestAmount(env, sums) + SUM_PAD))
  const entries = rows.map(({ entry }) => entry.amountMinor)
  const sums = [
    widthOf(CHARGED, [chargedMinor, ...entries]),
    widthOf(PAID, [paidMinor, ...entries]),
    widthOf(OWED, [balanceMinor, ...rows.map((row) => row.balanceMinor)])
  ]
  return {
    // An English month in letters needs a little more.
    columns: columns([env.language === 'en' ? 64 : 56, null, 64, ...sums], { right: [3, 4, 5] }),
    padTop: 3,
    padBottom: 3
  }
}

function drawCurrency(table: LedgerTable): void {
  const { flow, section, formats, shape, isSole } = table
  const { words } = flow.env
  if (!isSole) flow.section(words.ledger.inCurrency(formats.currency))
  const head = () => drawTableHead(flow, shape, ledgerHeads(flow.env, formats))
  const before = flow.y
  head()
  const headHeight = before - flow.y
  const opening = (text: string) => [{ spans: [{ text, ink: 'dark' as const }] }]
  const since = formats.tableDate(section.rows[0]?.entry.on ?? '')
  drawRow(
    flow,
    shape,
    [opening(since), opening(words.ledger.opening), [], [], [], opening(formats.amount(0))],
    { padTop: 1.5, padBottom: 2.5 }
  )
  drawEntries(table, head, headHeight)
  drawEnding(table)
}

function drawEnding(table: LedgerTable): void {
  drawTotals(table)
  drawReconciliation(table.flow, table.section, table.formats)
}

function ledgerHeads({ words }: LayoutEnv, { currency }: Formats): readonly string[] {
  const { date, entry, proof, charged, paid, owedAfter } = words.ledger.heads
  const withSign = (text: string) => words.ledger.inUnit(text, currency)
  return [date, entry, proof, withSign(charged), withSign(paid), withSign(owedAfter)]
}

function drawEntries(table: LedgerTable, head: () => void, headHeight: number): void {
  const { flow, section, formats, shape, following } = table
  const { rows } = section
  const { env } = flow
  const cells = rows.map((row) => entryCells(env, formats, row))
  const breaks = chooseBreaks({
    heights: cells.map((row) => rowHeight(env, shape, row)),
    isSettled: rows.map((row) => row.balanceMinor === 0),
    firstRoom: flow.room,
    nextRoom: env.paper.top - FRAME.bottom - env.styles.continuation.leading - 7 - headHeight - CARRIED,
    ending: heightOnSheet(flow, (trial) => drawEnding({ ...table, flow: trial })) ?? env.paper.top,
    following
  })
  let chargedMinor = 0
  let paidMinor = 0
  rows.forEach((row, index) => {
    if (breaks.has(index)) {
      const page = firstPage(env, 'payments') + flow.sheets.length
      const carried = { chargedMinor, paidMinor }
      drawCarried(table, env.words.ledger.carriedTo(page), carried)
      flow.newSheet()
      flow.asRepeated(head)
      drawCarried(table, env.words.ledger.carriedFrom(page - 1), carried)
    }
    const isLast = index === rows.length - 1
    const rule = isLast ? 0.9 : row.balanceMinor === 0 || breaks.has(index + 1) ? 0.6 : 0.25
    drawRow(flow, shape, cells[index] ?? [], { rule })
    if (isCharge(row.entry.kind)) chargedMinor += row.entry.amountMinor
    else paidMinor += row.entry.amountMinor
  })
}

function entryCells(env: LayoutEnv, formats: Formats, { entry, balanceMinor }: LedgerRow): readonly Cell[] {
  const amount = formats.amount(entry.amountMinor)
  return [
    [{ spans: formats.tableDate(entry.on) }],
    [{ spans: entryText(env, entry) }],
    proofCell(env, proofsFor(env.proofs, 'entry', entry.id)),
    [{ spans: isCharge(entry.kind) ? amount : '' }],
    [{ spans: isCharge(entry.kind) ? '' : amount }],
    [{ spans: [{ text: formats.amount(balanceMinor), isBold: balanceMinor === 0 }] }]
  ]
}

/** One paper on each line. */
function proofCell(env: LayoutEnv, exhibits: readonly Exhibit[]): Cell {
  const more = exhibits.length - MOST_PROOFS
  return [
    ...exhibits.slice(0, MOST_PROOFS).map((exhibit) => ({ spans: exhibitReference(env, exhibit) })),
    ...(more > 0 ? [{ spans: env.words.ledger.morePapers(more), style: env.styles.label }] : [])
  ]
}

interface Sums {
  readonly chargedMinor: number
  readonly paidMinor: number
}

function drawCarried(
  { flow, shape, formats }: LedgerTable,
  text: string,
  { chargedMinor, paidMinor }: Sums
): void {
  const sums = [chargedMinor, paidMinor, chargedMinor - paidMinor].map((sum): Cell => [
    { spans: formats.amount(sum) }
  ])
  const cells = [[], [{ spans: text }], [], ...sums]
  // Only because the sheet ends: whoever hears the table misses nothing.
  flow.asRepeated(() => drawRow(flow, shape, cells, { rule: 0.6, tint: true }))
}

function drawTotals({ flow, shape, formats, section }: LedgerTable): void {
  const { env } = flow
  const { words, styles } = env
  const bold = (text: string): Cell => [{ spans: [{ text, isBold: true }] }]
  const balance = formats.amount(section.balanceMinor)
  const top = flow.y
  drawRow(
    flow,
    shape,
    [
      [],
      bold(words.ledger.total),
      [],
      bold(formats.amount(section.chargedMinor)),
      bold(formats.amount(section.paidMinor)),
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

/** When the contract ended, for whoever looks for charges after that day. */
function drawEnd(flow: Flow): void {
  const { words, formats, dossier, styles } = flow.env
  const { effectiveOn } = dossier.agreement
  if (effectiveOn === null) return
  flow.space(6)
  flow.text(words.ledger.endNote(formats.date(effectiveOn)), styles.body)
}
