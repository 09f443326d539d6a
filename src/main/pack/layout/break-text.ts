import type { TextMeasure } from '../fonts/text-measure.ts'
import { HAN_GAP_EM, needsGap } from '../fonts/text-pieces.ts'
import { breakPositions, cutPositions, isAfterVowel, isJoint, isSeam } from './line-breaks.ts'
import { BOX_PAD, type PlacedPart, type Span, type TextLine, type TextStyle } from './rich-text.ts'

/** The space before a boxed flag. */
const BOX_GAP = 4

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
