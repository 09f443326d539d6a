import { formatExhibitNumber } from '../../../shared/domain/exhibit.ts'
import { summariseLedger, type EntryKind } from '../../../shared/domain/ledger.ts'
import type { Flow } from './flow.ts'
import { FRAME } from './geometry.ts'
import { lines, type LayoutEnv } from './layout-env.ts'
import { markedText } from './marked-text.ts'
import { drawLines, heightOf } from './rich-text.ts'
import { columns, drawRow, drawTableHead, type TableShape } from './table.ts'

const BOX_WIDTH = 228
const ROW = 18
const CHARGE_KINDS = ['bill', 'arrears', 'penalty', 'fee'] as const satisfies readonly EntryKind[]

interface BoxRow {
  readonly label: string
  readonly minor: number
}

interface Reconciliation {
  readonly charged: readonly BoxRow[]
  readonly paid: readonly BoxRow[]
  readonly totalMinor: number
}

/** The same sum reached from two sides: what was charged by kind, and how it was met by proof. */
export function reconcile(env: LayoutEnv): Reconciliation {
  const { words, dossier } = env
  const { entries } = dossier.payments
  const { balanceMinor } = summariseLedger(dossier.payments)
  const sum = (kind: EntryKind) =>
    entries.filter((entry) => entry.kind === kind).reduce((total, entry) => total + entry.amountMinor, 0)
  const charged: BoxRow[] = CHARGE_KINDS.flatMap((kind) => {
    const count = entries.filter((entry) => entry.kind === kind).length
    return count === 0 ? [] : [{ label: words.ledger.kindTotals[kind](count), minor: sum(kind) }]
  })
  if (balanceMinor < 0) charged.push({ label: words.ledger.credit, minor: -balanceMinor })
  const paid: BoxRow[] = [...paidByProof(env)]
  const refunds = entries.filter((entry) => entry.kind === 'refund')
  if (refunds.length > 0) {
    paid.push({ label: words.ledger.kindTotals.refund(refunds.length), minor: -sum('refund') })
  }
  if (balanceMinor > 0) paid.push({ label: words.ledger.stillOwed, minor: balanceMinor })
  const totalOf = (rows: readonly BoxRow[]) => rows.reduce((total, row) => total + row.minor, 0)
  // The two sides are the same entries counted in two ways: if they differ, the pack must not be made.
  if (totalOf(charged) !== totalOf(paid)) throw new Error('the two sides of the ledger differ')
  return { charged, paid, totalMinor: totalOf(charged) }
}

function paidByProof({ words, dossier }: LayoutEnv): readonly BoxRow[] {
  const sums = new Map<string | null, number>()
  for (const entry of dossier.payments.entries) {
    if (entry.kind !== 'payment') continue
    const exhibit = dossier.exhibits.find((one) => one.id === entry.exhibitId && one.trashedAt === null)
    const number = exhibit === undefined ? null : formatExhibitNumber(exhibit.number)
    sums.set(number, (sums.get(number) ?? 0) + entry.amountMinor)
  }
  const proven = [...sums].filter(([number]) => number !== null)
  const unproven = sums.get(null)
  return [
    ...proven.map(([number, minor]) => ({ label: words.ledger.byExhibit(number ?? ''), minor })),
    ...(unproven === undefined ? [] : [{ label: words.ledger.withoutProof, minor: unproven }])
  ]
}

/** Height of the boxes and the sentences below them, for keeping them with the totals. */
export function reconciliationHeight(env: LayoutEnv): number {
  const { charged, paid } = reconcile(env)
  return 40 + 16 + ROW * (Math.max(charged.length, paid.length) + 1) + 20 + 70
}

export function drawReconciliation(flow: Flow): void {
  const { env } = flow
  const { words } = env
  const { charged, paid, totalMinor } = reconcile(env)
  const rows = Math.max(charged.length, paid.length) + 1
  flow.section(words.ledger.reconciliation, Math.min(16 + ROW * rows, 500))
  const top = flow.y
  drawBox(flow, FRAME.left, words.ledger.chargedHead, charged, words.ledger.chargedTotal, totalMinor)
  const leftEnd = flow.y
  flow.moveTo(top)
  drawBox(flow, FRAME.right - BOX_WIDTH, words.ledger.paidHead, paid, words.ledger.paidTotal, totalMinor)
  flow.moveTo(Math.min(leftEnd, flow.y))
  flow.space(14)
  drawConclusion(flow)
}

function drawBox(
  flow: Flow,
  left: number,
  head: string,
  rows: readonly BoxRow[],
  totalLabel: string,
  totalMinor: number
): void {
  const { formats } = flow.env
  const shape: TableShape = {
    columns: columns([null, 70], { right: [1], left, total: BOX_WIDTH }),
    padTop: 3,
    padBottom: 3
  }
  drawTableHead(flow, shape, [head, formats.currency])
  rows.forEach((row, index) => {
    const rule = index === rows.length - 1 ? 0.6 : 0.25
    drawRow(flow, shape, [[{ spans: row.label }], [{ spans: formats.amount(row.minor) }]], { rule })
  })
  const bold = (text: string) => [{ spans: [{ text, isBold: true }] }]
  drawRow(flow, shape, [bold(totalLabel), bold(formats.amount(totalMinor))], { rule: 0 })
}

/** What follows from the sums, in sentences, beside a bar. */
function drawConclusion(flow: Flow): void {
  const { env } = flow
  const { words, formats, dossier, styles } = env
  const { balanceMinor } = summariseLedger(dossier.payments)
  const sum = formats.money(Math.abs(balanceMinor))
  const balance =
    balanceMinor === 0
      ? words.ledger.settled(sum)
      : balanceMinor > 0
        ? words.ledger.owed(sum)
        : words.ledger.inCredit(sum)
  const unproven = dossier.payments.entries.filter(
    (entry) => entry.kind === 'payment' && !env.absorbed.has(entry.exhibitId ?? '')
  ).length
  const { effectiveOn } = dossier.agreement
  const sentences = [
    balance,
    unproven === 0 ? words.ledger.allProven : words.ledger.unproven(unproven),
    ...(effectiveOn === null ? [] : [words.ledger.endNote(formats.date(effectiveOn))])
  ].map((sentence) => lines(env, markedText(sentence), styles.body, FRAME.width - 11.4))
  const height = sentences.reduce((total, laid) => total + heightOf(laid) + 3, -3)
  flow.draw(height, (ops, top) => {
    ops.push({ kind: 'box', box: { x: FRAME.left, y: top - height, width: 2.4, height }, fill: 'black' })
    let y = top
    for (const laid of sentences) y -= drawLines(ops, laid, { x: FRAME.left + 11.4, top: y }) + 3
  })
}
