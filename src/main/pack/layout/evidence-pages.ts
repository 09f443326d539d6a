import type { Exhibit } from '../../../shared/domain/exhibit.ts'
import type { ObligationReview } from '../../../shared/domain/readiness.ts'
import { STEPS } from '../../../shared/domain/step.ts'
import { formsOf } from '../words/paired.ts'
import { claimText, reasonText } from './claims.ts'
import { Flow, type LaidSheet } from './flow.ts'
import { FRAME, LARGEST_WHOLE_ROW } from './geometry.ts'
import { captionOf } from './index-pages.ts'
import { citedFor, exhibitTarget, type LayoutEnv, lines, pageInTable } from './layout-env.ts'
import { FILLED, meterMarker, METER_WIDTH } from './meter.ts'
import { exhibitLink, pageLink } from './references.ts'
import type { Span, TextStyle } from './rich-text.ts'
import { shortened } from './shortened.ts'
import { columns, drawRow, drawTableHead, rowHeight, type Cell, type TableShape } from './table.ts'

/** More papers than this are counted: the ledger names each beside its entry. */
const MOST_PROOFS = 6
/** Two figures, and the head of their column. */
const LEAST_PAGE = 24
const NUMBER = 20
const CODE = 28
const PAD = 10

/** The captions of papers have all the room that the other columns leave. */
interface Spacing {
  readonly claim: number
  readonly confirmed: number
  readonly page: number
  /** Above and below each point. */
  readonly pad: number
}

const PAD_OF_POINT = 5
/** Set closer, claims take more lines and captions fewer, and there are more of those. */
const CLOSE = { claim: 0.75, pad: 2.5 } as const

/** Levels and pages take what they need; Chinese says its claims in one line more often. */
function spacingOf(env: LayoutEnv): Spacing {
  const { language, secondLanguage, measure, styles, words } = env
  const widest = (texts: readonly string[], size: number) =>
    Math.max(...texts.flatMap(formsOf).map((text) => measure.width(text, size)))
  const cited = env.readiness.flatMap((review) => citedFor(env, review).slice(0, MOST_PROOFS))
  const pages = cited.map((exhibit) => pageInTable(env, exhibit))
  const narrow = secondLanguage === null && language === 'ru' ? 122 : 132
  return {
    claim: language === 'zh-CN' ? 168 : narrow,
    confirmed: METER_WIDTH + widest(Object.values(words.points.states), styles.cell.size) + PAD,
    page: Math.max(LEAST_PAGE, widest(pages, styles.cellLines.size)),
    pad: PAD_OF_POINT
  }
}

/**
 * Claim, level, papers and pages of each obligation, with the reason for its level below. Set closer where that spares
 * a sheet with little on it.
 */
export function layEvidence(env: LayoutEnv): readonly LaidSheet[] {
  const usual = spacingOf(env)
  const laid = layPoints(env, usual)
  if (laid.length === 1) return laid
  const close = layPoints(env, { ...usual, claim: usual.claim * CLOSE.claim, pad: CLOSE.pad })
  return close.length < laid.length ? close : laid
}

function layPoints(env: LayoutEnv, spacing: Spacing): readonly LaidSheet[] {
  const { words } = env
  const title = words.parts.evidence
  const flow = new Flow(env, {
    name: 'evidence',
    part: title,
    title,
    lead: words.evidence.lead,
    leadAfter: 2 * spacing.pad
  })
  const headShape: TableShape = {
    columns: columns([NUMBER, spacing.claim, spacing.confirmed, null, spacing.page], { right: [4] }),
    padTop: 0,
    padBottom: 0
  }
  const head = () => drawTableHead(flow, headShape, words.evidence.heads)
  head()
  flow.repeatOnNewSheet(head)
  env.readiness.forEach((review, index) => drawPoint(flow, review, index + 1, spacing))
  flow.repeatOnNewSheet(null)
  flow.space(6)
  flow.text(words.evidence.note, env.styles.note)
  drawOverrides(flow)
  return flow.sheets
}

function drawPoint(
  flow: Flow,
  review: ObligationReview,
  index: number,
  { claim, confirmed, page, pad }: Spacing
): void {
  const { env } = flow
  const { words, styles } = env
  const shape: TableShape = {
    columns: columns([NUMBER, claim, confirmed, CODE, null, page], { right: [5] }),
    padTop: pad,
    padBottom: 2
  }
  const cells: readonly Cell[] = [
    [{ spans: String(index) }],
    [{ spans: [{ text: claimText(env, review), isBold: true }] }],
    [{ spans: words.points.states[review.level], marker: meterMarker(FILLED[review.level]) }],
    ...proofCells(env, citedFor(env, review), FRAME.width - NUMBER - claim - confirmed - CODE - page)
  ]
  const below: TableShape = { columns: columns([NUMBER, null]), padTop: 1, padBottom: pad }
  const reasons: readonly Cell[] = [[], [{ spans: reasonSpans(env, review), style: styles.second }]]
  drawRow(flow, shape, cells, { rule: 0, keepBelow: rowHeight(env, below, reasons) })
  drawRow(flow, below, reasons)
}

/** Number, caption of at most two lines, and page of each paper, all beginning at one height. */
function proofCells(env: LayoutEnv, proofs: readonly Exhibit[], width: number): readonly Cell[] {
  const { words, styles } = env
  const style = styles.cellLines
  const small = { ...style, size: styles.second.size }
  const shown = proofs.slice(0, MOST_PROOFS).map((exhibit) => {
    const target = exhibitTarget(exhibit.id)
    const caption = twoLines(env, captionOf(env.first, exhibit), small, width - 5)
    const height = lines(env, caption, small, width - 5).length
    const filler: Cell = Array.from({ length: height - 1 }, () => ({ spans: '', style }))
    return {
      code: [{ spans: [exhibitLink(exhibit)], style }, ...filler],
      caption: [{ spans: [{ text: caption, target }], style: small }],
      page: [{ spans: [pageLink(pageInTable(env, exhibit), target)], style }, ...filler]
    }
  })
  const more = proofs.length - shown.length
  const rest: Cell =
    more > 0 ? [{ spans: [{ text: words.evidence.more(more), ink: 'dark' }], style: small }] : []
  return [
    shown.flatMap(({ code }) => code),
    [...shown.flatMap(({ caption }) => caption), ...rest],
    shown.flatMap(({ page }) => page)
  ]
}

/** As much of a caption as two lines hold. */
function twoLines(env: LayoutEnv, text: string, style: TextStyle, width: number): string {
  for (let room = 2 * width; ; room -= style.size) {
    const caption = shortened(env.measure, text, style.size, room)
    if (lines(env, caption, style, width).length <= 2) return caption
  }
}

/** Weak spots first and under one head, as one sentence; then how the level came about. */
function reasonSpans(env: LayoutEnv, review: ObligationReview): readonly Span[] {
  const { joins, evidence } = env.words
  const said = review.reasons.map((reason) => reasonText(env, review, reason))
  const weak = said.filter(({ isWeak }) => isWeak).map(({ text }) => text)
  const others = said.filter(({ isWeak }) => !isWeak).map(({ text }) => text)
  const rest = others.join(joins.sentence)
  if (weak.length === 0) return [{ text: rest }]
  const head = { text: evidence.weak(weak.length), isBold: true }
  return [head, { text: joins.sentence + weak.join(joins.semicolon) + joins.stop + rest }]
}

/** States the subscriber set against the computed ones, with their written reasons. */
function drawOverrides(flow: Flow): void {
  const { env } = flow
  const { words, formats, dossier } = env
  const rows = STEPS.flatMap((step) => {
    const override = dossier.overrides[step]
    return override === undefined ? [] : [{ step, override }]
  })
  if (rows.length === 0) return
  const shape: TableShape = { columns: columns([120, 76, 62, null]), padTop: 3, padBottom: 3 }
  const cells = rows.map(({ step, override }): readonly Cell[] => [
    [{ spans: words.evidence.steps[step] }],
    [{ spans: words.evidence.states[override.state] }],
    [{ spans: formats.tableDate(formats.instantDate(override.at)) }],
    [{ spans: override.reason.trim() }]
  ])
  // Heading, its note and the head of the table stay with the first row.
  const before = 2 * env.styles.note.leading + 6 + 20
  const height = Math.min(rowHeight(env, shape, cells[0] ?? []), LARGEST_WHOLE_ROW)
  flow.section(words.evidence.byHand, before + height)
  flow.text(words.evidence.byHandLead, env.styles.note)
  flow.space(6)
  const head = () => drawTableHead(flow, shape, words.evidence.byHandHeads)
  head()
  flow.repeatOnNewSheet(head)
  for (const row of cells) drawRow(flow, shape, row)
  flow.repeatOnNewSheet(null)
}
