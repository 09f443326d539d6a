import type { PackLanguage } from '../../../shared/domain/pack-record.ts'
import type { TextMeasure } from '../fonts/text-measure.ts'
import { HAN_GAP_EM, needsGap } from '../fonts/text-pieces.ts'
import type { DrawOp, Ink, Target } from './drawing.ts'
import { breakPositions, cutPositions, isAfterVowel, isJoint, isSeam } from './line-breaks.ts'

export interface TextStyle {
  readonly size: number
  readonly leading: number
  readonly ink: Ink
  readonly isBold: boolean
  /**
   * Where the second language stands: always below, after a dot, or below in the same type; beside the first if there
   * is room when left out.
   */
  readonly second?: 'below' | 'dotted' | 'stacked'
}

/** A stretch of text with what differs from the style around it. */
export interface Span {
  readonly text: string
  readonly isBold?: boolean
  readonly ink?: Ink
  readonly size?: number
  readonly target?: Target
  /** A link that must look like one without colour. */
  readonly isUnderlined?: boolean
  /** A short flag in a thin frame. */
  readonly isBoxed?: boolean
  /** Where it is not the pack's own. */
  readonly language?: PackLanguage
}

interface PlacedPart {
  readonly text: string
  readonly x: number
  readonly width: number
  readonly span: Span
}

export interface TextLine {
  readonly parts: readonly PlacedPart[]
  readonly width: number
  readonly style: TextStyle
  /** It was broken at a space, which whoever copies it or has it read aloud still needs. */
  readonly hasSpaceAfter: boolean
}

/** Padding and the space before a boxed flag. */
const BOX_PAD = 2.5
const BOX_GAP = 4

/** Share of the size from the middle of a line down to its baseline: (ascent − descent) / 2 of Noto Sans. */
const MIDDLE_TO_BASELINE = 0.388

export function baselineOf(top: number, style: Pick<TextStyle, 'size' | 'leading'>): number {
  return top - style.leading / 2 - MIDDLE_TO_BASELINE * style.size
}

/** Text that is not longer than this for each character may stand in one line, as most does: that is tried first. */
const NARROW_EM = 0.35
/** One Chinese character, with the stop after it. */
const LONE_HAN = /^\p{Script=Han}[。，；：！？）》”]?$/u

/** Whether so many characters may stand in one line: then breaking them costs no more than remembering them. */
export function mayBeOneLine(length: number, { size }: TextStyle, width: number): boolean {
  return length * size * NARROW_EM <= width
}

/** Breaks text into lines of at most the given width. Always at least one line. */
export function breakLines(
  measure: TextMeasure,
  spans: readonly Span[],
  style: TextStyle,
  width: number
): readonly TextLine[] {
  const [only] = spans
  if (only !== undefined && spans.length === 1) {
    const line = oneLine(measure, only, style, width)
    if (line !== null) return [line]
  }
  const texts = spans.map(shownText)
  const text = texts.join('')
  const bounds = spanBounds(texts)
  const place = (from: number, to: number, hyphen = false) =>
    placeLine({ measure, spans, style, text, bounds, from, to, hyphen })
  if (mayBeOneLine(text.length, style, width)) {
    const whole = place(0, text.length)
    if (whole.width <= width + 0.01) return [whole]
  }
  const fits = (from: number, to: number, hyphen = false) => place(from, to, hyphen).width <= width + 0.01
  const ends = aroundBoxes(breakPositions(text), spans, bounds)
  const reach = wordReach(text, ends, (from, to) => place(from, to).width)
  /** The last end a line from `start` can have, sought where the words add up to it; one before `next` = none. */
  const lastEnd = (start: number, next: number): number => {
    if (!fits(start, ends[next]!)) return next - 1
    const used = reach[next]! - place(start, ends[next]!).width
    let last = next
    while (last + 1 < ends.length && reach[last + 1]! - used <= width) last += 1
    while (last > next && !fits(start, ends[last]!)) last -= 1
    while (last + 1 < ends.length && fits(start, ends[last + 1]!)) last += 1
    return last
  }
  const lines: TextLine[] = []
  let start = 0
  for (let next = 0; next < ends.length;) {
    const last = lastEnd(start, next)
    if (last >= next) {
      const end = last > next ? keepsCompany(text, ends, last) : last
      lines.push(place(start, ends[end]!))
      start = ends[end]!
      next = end + 1
      continue
    }
    // A word wider than the column is cut until its rest fits.
    const cut = bestCut(text.slice(start, ends[next]), (at, hyphen) => fits(start, start + at, hyphen))
    lines.push(place(start, start + cut.at, cut.hyphen))
    start += cut.at
  }
  return lines
}

/** A Chinese paragraph does not end with a line of one character: the one before it comes along. */
function keepsCompany(text: string, ends: readonly number[], last: number): number {
  const rest = text.slice(ends[last]).trimEnd()
  if (!LONE_HAN.test(rest) || last === 0) return last
  const earlier = text.slice(ends[last - 1], ends[last])
  return LONE_HAN.test(earlier) ? last - 1 : last
}

/** Most cells of tables are one plain span in one line, which takes no places to be found. null = it is not so simple. */
function oneLine(measure: TextMeasure, span: Span, style: TextStyle, width: number): TextLine | null {
  if (span.isBoxed === true || !mayBeOneLine(span.text.length, style, width)) return null
  const text = withoutEndSpaces(span.text)
  if (text === '') return null
  const reach = measure.width(text, span.size ?? style.size, span.isBold ?? style.isBold)
  if (reach > width + 0.01) return null
  return { parts: [{ text, x: 0, width: reach, span }], width: reach, style, hasSpaceAfter: false }
}

/** Spaces that must not break stay. */
function withoutEndSpaces(text: string): string {
  return text.endsWith(' ') ? text.replace(/ +$/, '') : text
}

/** How far the words reach when they stand side by side, up to each end. Measured word by word, which most texts repeat. */
function wordReach(
  text: string,
  ends: readonly number[],
  widthOf: (from: number, to: number) => number
): readonly number[] {
  let sum = 0
  let from = 0
  return ends.map((to) => {
    // With the space before it: at its end a line has none.
    sum += widthOf(text[from - 1] === ' ' ? from - 1 : from, to)
    from = to
    return sum
  })
}

/** A line may end before a frame and after it, and never inside. */
function aroundBoxes(
  ends: readonly number[],
  spans: readonly Span[],
  bounds: readonly number[]
): readonly number[] {
  const boxes = spans.flatMap(({ isBoxed }, index) =>
    isBoxed === true ? [{ from: bounds[index - 1] ?? 0, to: bounds[index] ?? 0 }] : []
  )
  if (boxes.length === 0) return ends
  const outside = ends.filter((end) => boxes.every(({ from, to }) => end <= from || end >= to))
  const edges = boxes.flatMap(({ from, to }) => [from, to]).filter((edge) => edge > 0)
  return [...new Set([...outside, ...edges])].toSorted((a, b) => a - b)
}

/** A flag in its frame is one word. */
function shownText({ text, isBoxed }: Span): string {
  return isBoxed === true ? text.replace(/ /g, '\u00a0') : text
}

function spanBounds(texts: readonly string[]): readonly number[] {
  let at = 0
  return texts.map((text) => (at += text.length))
}

/** Addresses, numbers and hashes are copied by hand: a hyphen in them would be read as part of them. */
const COPIED = /[@/\\\d]|\.\p{L}/u

function bestCut(
  word: string,
  fits: (at: number, hyphen: boolean) => boolean
): { at: number; hyphen: boolean } {
  const isCopied = COPIED.test(word)
  const cuts = cutPositions(word).map((cut) => (isCopied ? { ...cut, hyphen: false } : cut))
  const fitting = cuts.filter((cut) => fits(cut.at, cut.hyphen))
  const last = fitting.at(-1)
  // Nothing fits: one character a line is still better than ink outside the column.
  if (last === undefined) return cuts[0] ?? { at: word.length, hyphen: false }
  const seam = fitting.findLast((cut) => isSeam(word, cut.at))
  if (seam !== undefined) return { ...seam, hyphen: false }
  const joint = fitting.findLast((cut) => isJoint(word, cut.at))
  if (joint !== undefined && joint.at > last.at * (isCopied ? 0.25 : 0.6)) return { ...joint, hyphen: false }
  const vowel = isCopied ? undefined : fitting.findLast((cut) => isAfterVowel(word, cut.at))
  return vowel !== undefined && vowel.at > last.at * 0.6 ? vowel : last
}

interface LineRequest {
  readonly measure: TextMeasure
  readonly spans: readonly Span[]
  readonly style: TextStyle
  readonly text: string
  readonly bounds: readonly number[]
  readonly from: number
  readonly to: number
  readonly hyphen: boolean
}

function placeLine({ measure, spans, style, text, bounds, from, to, hyphen }: LineRequest): TextLine {
  const trimmed = withoutEndSpaces(text.slice(from, to))
  const end = from + trimmed.length
  const parts: PlacedPart[] = []
  let x = 0
  spans.forEach((span, index) => {
    const first = Math.max(from, bounds[index - 1] ?? 0)
    const last = Math.min(end, bounds[index] ?? 0)
    if (last <= first) return
    const isLast = last === end
    const part = text.slice(first, last) + (hyphen && isLast ? '-' : '')
    const size = span.size ?? style.size
    const width = measure.width(part, size, span.isBold ?? style.isBold)
    if (span.isBoxed === true) {
      x += (x > 0 ? BOX_GAP : 0) + BOX_PAD
      parts.push({ text: part, x, width, span })
      x += width + BOX_PAD
    } else {
      const before = Array.from(text.slice(Math.max(from, first - 2), first)).at(-1) ?? ''
      if (needsGap(before, Array.from(part)[0] ?? '')) x += HAN_GAP_EM * size
      parts.push({ text: part, x, width, span })
      x += width
    }
  })
  return { parts, width: x, style, hasSpaceAfter: end < to && to < text.length }
}

/** Draws lines downwards from `top`. @returns the height they took */
export function drawLines(
  ops: DrawOp[],
  lines: readonly TextLine[],
  at: { readonly x: number; readonly top: number; readonly rightEdge?: number }
): number {
  let top = at.top
  for (const line of lines) {
    const left = at.rightEdge === undefined ? at.x : at.rightEdge - line.width
    drawLine(ops, line, left, baselineOf(top, line.style))
    top -= line.style.leading
  }
  return at.top - top
}

export function drawLine(ops: DrawOp[], line: TextLine, left: number, baseline: number): void {
  const last = line.parts.at(-1)
  for (const part of line.parts) {
    const { x, width, span } = part
    // Of two frames beside each other an extractor sees the words only.
    const hasSpaceAfter = part === last ? line.hasSpaceAfter : span.isBoxed === true
    const text = hasSpaceAfter ? `${part.text} ` : part.text
    const size = span.size ?? line.style.size
    const ink = span.ink ?? line.style.ink
    const isBold = span.isBold ?? line.style.isBold
    const { language } = span
    const drawn: DrawOp[] = [
      {
        kind: 'text',
        x: left + x,
        y: baseline,
        text,
        size,
        isBold,
        ink,
        ...(language !== undefined && { language })
      }
    ]
    if (span.isUnderlined === true) {
      const y = baseline - 1.4 - 0.2
      drawn.push({ kind: 'line', from: [left + x, y], to: [left + x + width, y], width: 0.4, ink })
    }
    if (span.isBoxed === true) {
      const box = { x: left + x - BOX_PAD, y: baseline - 2.6, width: width + 2 * BOX_PAD, height: size + 2.4 }
      drawn.push({ kind: 'box', box, stroke: { width: 0.5, ink: 'dark' } })
    }
    if (span.target === undefined) ops.push(...drawn)
    else {
      const box = { x: left + x, y: baseline - size * 0.3, width, height: size * 1.35 }
      ops.push({ kind: 'link', box, target: span.target, text, ops: drawn })
    }
  }
}

export function heightOf(lines: readonly TextLine[]): number {
  return lines.reduce((sum, line) => sum + line.style.leading, 0)
}
