import { firstOf, formsOf } from '../words/paired.ts'
import type { DrawOp, Sheet, Target } from './drawing.ts'
import { FRAME, type BandPlace } from './geometry.ts'
import { lines, shownNumber, typed, type LayoutEnv } from './layout-env.ts'
import { drawLine, type Span } from './rich-text.ts'

/** Room for the mark of a specimen at the right of the head. */
const HEAD_MARK = 110
const MARK_DOT = ' · '

/** What the band says before the page number. */
export type BandText =
  | { readonly kind: 'own'; readonly part: string }
  | { readonly kind: 'exhibit'; readonly number: string; readonly page: number; readonly of: number }

/** An empty sheet with the running head. The band comes last, when the page is known. */
export function ownSheet(env: LayoutEnv, name: Target): Sheet {
  const head = heads.get(env) ?? runningHead(env)
  heads.set(env, head)
  return { name, width: env.paper.width, height: env.paper.height, ops: [head] }
}

/** The same on every page, and so made and written out once. */
const heads = new WeakMap<LayoutEnv, DrawOp>()

function runningHead(env: LayoutEnv): DrawOp {
  const { words, measure, paper } = env
  const specimen = specimenMark(env)
  const ops: DrawOp[] = []
  const text = words.head(typed(env, shownNumber(env)))
  const style = { size: 7.5, leading: 10, ink: 'mid', isBold: false, second: 'dotted' } as const
  // A second language that does not fit beside the mark is left out: the head is one line.
  const [line] = lines(env, text, style, FRAME.width - HEAD_MARK)
  if (line !== undefined) drawLine(ops, line, FRAME.left, paper.headBaseline)
  const head: DrawOp = { kind: 'furniture', place: 'Header', ops }
  if (!env.dossier.isSpecimen) return head
  const size = 6.5
  const width = measure.width(specimen, size, true)
  const box = { x: FRAME.right - width - 8, y: paper.headBaseline - 3.6, width: width + 8, height: 12 }
  ops.push({ kind: 'box', box, stroke: { width: 0.6, ink: 'mid' } })
  const at = { x: box.x + 4, y: paper.headBaseline }
  ops.push({ kind: 'text', ...at, text: specimen, size, isBold: true, ink: 'dark' })
  return head
}

/** Each language's word once: `SPECIMEN · ОБРАЗЕЦ · 样张`. */
function specimenMark({ words }: LayoutEnv): string {
  return [...new Set(formsOf(words.specimen).flatMap((form) => form.split(MARK_DOT)))].join(MARK_DOT)
}

/** The band at the foot: rule, what this page belongs to, and the number that is the PDF's own page number. */
export function drawBand(
  env: LayoutEnv,
  ops: DrawOp[],
  band: BandText,
  page: number,
  place: BandPlace
): void {
  const { right, numberY } = place
  const rule = rules.get(place) ?? bandRule(place)
  rules.set(place, rule)
  const spans = bandSpans(env, band)
  const inside =
    band.kind === 'own' ? bandOps(env, spans, place) : exhibitBandOps(env, band.number, spans, place)
  const number = String(page)
  const x = right - env.measure.width(number, 15, true)
  inside.push({ kind: 'text', x, y: numberY, text: number, size: 15, isBold: true, ink: 'mark' })
  const spoken = `${spans.map((span) => span.text).join('')} · ${number}`
  ops.push({ kind: 'furniture', place: 'Footer', ops: [rule, { kind: 'spoken', text: spoken, ops: inside }] })
}

function bandOps(env: LayoutEnv, spans: readonly Span[], { left, right, textY }: BandPlace): DrawOp[] {
  const ops: DrawOp[] = []
  const style = { size: 8, leading: 10, ink: 'mark', isBold: false } as const
  const [line] = lines(env, spans, style, right - left)
  if (line !== undefined) drawLine(ops, line, left, textY)
  return ops
}

interface ExhibitBand {
  readonly number: string
  readonly place: BandPlace
  readonly ops: readonly DrawOp[]
}

/** Of the exhibit at hand: its bands differ in what stands last. */
const exhibitBands = new WeakMap<LayoutEnv, ExhibitBand>()

function exhibitBandOps(env: LayoutEnv, number: string, spans: readonly Span[], place: BandPlace): DrawOp[] {
  const known = exhibitBands.get(env)
  const last = known?.ops.at(-1)
  if (known?.number === number && known.place === place && last?.kind === 'text')
    return [...known.ops.slice(0, -1), { ...last, text: spans.at(-1)?.text ?? '' }]
  const ops = bandOps(env, spans, place)
  exhibitBands.set(env, { number, place, ops })
  return [...ops]
}

const rules = new WeakMap<BandPlace, DrawOp>()

function bandRule({ left, right, ruleY }: BandPlace): DrawOp {
  return { kind: 'line', from: [left, ruleY], to: [right, ruleY], width: 1, ink: 'mark' }
}

function bandSpans({ first: { words }, code }: LayoutEnv, band: BandText): readonly Span[] {
  if (band.kind === 'own') return [{ text: words.stampOwn(code, firstOf(band.part)) }]
  const [before, after] = words.stampExhibit
  return [
    { text: before },
    { text: band.number, isBold: true, size: 8.5 },
    { text: after(band.page, band.of, code) }
  ]
}
