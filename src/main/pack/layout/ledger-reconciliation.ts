import { formatExhibitNumber } from '../../../shared/domain/exhibit.ts'
import type { EntryKind, LedgerEntry, LedgerSection } from '../../../shared/domain/ledger.ts'
import { proofsFor } from '../plan/proof-index.ts'
import type { Flow } from './flow.ts'
import type { Formats } from './formats.ts'
import { FRAME } from './geometry.ts'
import { lines, type LayoutEnv } from './layout-env.ts'
import { widestAmount } from './ledger-text.ts'
import { markedText } from './marked-text.ts'
import { drawLines, heightOf } from './rich-text.ts'
import { columns, drawRow, drawTableHead, type TableShape } from './table.ts'
import { drawTagged } from './tag.ts'

const BOX_WIDTH = 228
const SUMS = 70
const ROW = 18
/** In two languages, the second of which may stand below. */
const HIGHER_ROW = 24
/** More papers than this stand in one line together: the boxes must fit on a sheet. */
const MOST_GROUPS = 8
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
export function reconcile(
  env: Pick<LayoutEnv, 'words' | 'proofs'>,
  { rows, balanceMinor }: LedgerSection
): Reconciliation {
  const { words } = env
  const entries = rows.map(({ entry }) => entry)
  const sum = (kind: EntryKind) =>
    entries.filter((entry) => entry.kind === kind).reduce((total, entry) => total + entry.amountMinor, 0)
  const charged: BoxRow[] = CHARGE_KINDS.flatMap((kind) => {
    const count = entries.filter((entry) => entry.kind === kind).length
    return count === 0 ? [] : [{ label: words.ledger.kindTotals[kind](count), minor: sum(kind) }]
  })
  if (balanceMinor < 0) charged.push({ label: words.ledger.credit, minor: -balanceMinor })
  const paid: BoxRow[] = [...paidByProof(env, entries)]
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

function paidByProof(
  env: Pick<LayoutEnv, 'words' | 'proofs'>,
  entries: readonly LedgerEntry[]
): readonly BoxRow[] {
  const { words } = env
  const groups = new Map<string, { numbers: readonly string[]; minor: number }>()
  for (const entry of entries) {
    if (entry.kind !== 'payment') continue
    const numbers = proofsFor(env.proofs, 'entry', entry.id).map(({ number }) => formatExhibitNumber(number))
    const key = numbers.join(' ')
    groups.set(key, { numbers, minor: (groups.get(key)?.minor ?? 0) + entry.amountMinor })
  }
  const proven = [...groups.values()].filter(({ numbers }) => numbers.length > 0)
  const shown = proven.length > MOST_GROUPS ? proven.slice(0, MOST_GROUPS - 1) : proven
  const others = proven.slice(shown.length)
  const unproven = groups.get('')
  return [
    ...shown.map(({ numbers, minor }) => ({ label: words.ledger.byExhibits(numbers), minor })),
    ...(others.length === 0
      ? []
      : [
          {
            label: words.ledger.byOtherExhibits(new Set(others.flatMap(({ numbers }) => numbers)).size),
            minor: others.reduce((total, { minor }) => total + minor, 0)
          }
        ]),
    ...(unproven === undefined ? [] : [{ label: words.ledger.withoutProof, minor: unproven.minor }])
  ]
}

function rowOf({ secondLanguage }: LayoutEnv): number {
  return secondLanguage === null ? ROW : HIGHER_ROW
}

export function drawReconciliation(flow: Flow, section: LedgerSection, formats: Formats): void {
  const { env } = flow
  const { words } = env
  const { charged, paid, totalMinor } = reconcile(env, section)
  const rows = Math.max(charged.length, paid.length) + 1
  flow.section(words.ledger.reconciliation, Math.min(16 + rowOf(env) * rows, 500))
  const top = flow.y
  const { chargedHead, chargedTotal, paidHead, paidTotal } = words.ledger
  drawBox(flow, formats, {
    left: FRAME.left,
    head: chargedHead,
    rows: charged,
    totalLabel: chargedTotal,
    totalMinor
  })
  const leftEnd = flow.y
  flow.moveTo(top)
  drawBox(flow, formats, {
    left: FRAME.right - BOX_WIDTH,
    head: paidHead,
    rows: paid,
    totalLabel: paidTotal,
    totalMinor
  })
  flow.moveTo(Math.min(leftEnd, flow.y))
  flow.space(14)
  drawConclusion(flow, section, formats)
}

interface SumBox {
  readonly left: number
  readonly head: string
  readonly rows: readonly BoxRow[]
  readonly totalLabel: string
  readonly totalMinor: number
}

function drawBox(flow: Flow, formats: Formats, { left, head, rows, totalLabel, totalMinor }: SumBox): void {
  const sums = widestAmount({ ...flow.env, formats }, [totalMinor, ...rows.map(({ minor }) => minor)])
  const shape: TableShape = {
    columns: columns([null, Math.max(SUMS, sums + 6)], { right: [1], left, total: BOX_WIDTH }),
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
function drawConclusion(flow: Flow, { rows, balanceMinor }: LedgerSection, formats: Formats): void {
  const { env } = flow
  const { words, styles } = env
  const sum = formats.money(Math.abs(balanceMinor))
  const balance =
    balanceMinor === 0
      ? words.ledger.settled(sum)
      : balanceMinor > 0
        ? words.ledger.owed(sum)
        : words.ledger.inCredit(sum)
  const unproven = rows.filter(
    ({ entry }) => entry.kind === 'payment' && proofsFor(env.proofs, 'entry', entry.id).length === 0
  ).length
  const sentences = [balance, unproven === 0 ? words.ledger.allProven : words.ledger.unproven(unproven)].map(
    (sentence) => lines(env, markedText(sentence), styles.body, FRAME.width - 11.4)
  )
  const height = sentences.reduce((total, laid) => total + heightOf(laid) + 3, -3)
  flow.draw(height, (ops, top) => {
    ops.push({ kind: 'box', box: { x: FRAME.left, y: top - height, width: 2.4, height }, fill: 'black' })
    let y = top
    for (const laid of sentences)
      drawTagged(ops, flow.tag('P'), (inside) => {
        y -= drawLines(inside, laid, { x: FRAME.left + 11.4, top: y }) + 3
      })
  })
}
