import type { PackLanguage } from '../../../shared/domain/pack-record.ts'
import type { TextMeasure } from '../fonts/text-measure.ts'
import { firstOf, secondOf } from '../words/paired.ts'
import { breakLines } from './break-text.ts'
import type { Span, TextLine, TextStyle } from './rich-text.ts'

/** How the second language is set below or beside a text of the first. */
interface SecondType {
  readonly size: number
  readonly leading: number
}

/** Space between the two languages on one line, in sizes of the second. */
const GAP_EM = 0.5
const DOT = '· '

/** Larger than these the first language is a title of the cover, of a page, or of a part of it. */
const COVER_TITLE = 21
const PAGE_TITLE = 18
const SECTION = 11
/** Not larger than this it is small itself. */
const SMALL = 8

function typeBelow({ size, second }: TextStyle): SecondType {
  if (size >= COVER_TITLE) return { size: 14, leading: 19 }
  if (second === 'below' && size > SMALL) return { size: 8, leading: 11.5 }
  if (size >= PAGE_TITLE) return { size: 12, leading: 16 }
  if (size >= SECTION) return { size: 9, leading: 12.5 }
  return size > SMALL ? { size: 8, leading: 11.5 } : { size: 7.5, leading: 10.5 }
}

function sizeBeside(style: TextStyle): number {
  return style.size >= SECTION ? typeBelow(style).size : 7.5
}

/**
 * The first language in full, the second on the rest of its last line if it fits there whole, else on lines of its
 * own below. Texts that are no pairs stand in the first language's lines alone.
 */
export function bilingualLines(
  measure: TextMeasure,
  language: PackLanguage,
  spans: readonly Span[],
  style: TextStyle,
  width: number
): readonly TextLine[] {
  const second = secondText(spans)
  const firsts = spans.map((span) => ({ ...span, text: firstOf(span.text) }))
  const laid = breakLines(measure, firsts, style, width)
  const last = laid.at(-1)
  if (second === '' || last === undefined) return laid
  const isBelow = style.second === 'below' || style.second === 'stacked'
  const beside = isBelow ? null : lineWithSecond(measure, last, { text: second, language }, style, width)
  if (beside !== null) return [...laid.slice(0, -1), beside]
  const own =
    style.second === 'dotted' || style.second === 'stacked'
      ? style
      : { ...style, ...typeBelow(style), ink: 'dark' as const, isBold: false }
  // The two languages are one paragraph to an extractor: a space keeps their words apart.
  const before = [...laid.slice(0, -1), { ...last, hasSpaceAfter: true }]
  return [...before, ...breakLines(measure, [{ text: second, language }], own, width)]
}

/** All that the second language says of a paragraph. What is told in neither, a link or a name, is not repeated. */
function secondText(spans: readonly Span[]): string {
  const paired = spans.filter(({ text }) => firstOf(text) !== text)
  return secondOf(paired.map(({ text }) => text).join(''))
}

function lineWithSecond(
  measure: TextMeasure,
  line: TextLine,
  second: Span,
  style: TextStyle,
  width: number
): TextLine | null {
  const isDotted = style.second === 'dotted'
  const size = isDotted ? style.size : sizeBeside(style)
  const isBold = isDotted && style.isBold
  const text = isDotted ? ` ${DOT}${second.text}` : ` ${second.text}`
  const space = measure.width(' ', size, isBold)
  const x = line.width + (isDotted ? 0 : Math.max(0, GAP_EM * size - space))
  const own = measure.width(text, size, isBold)
  if (x + own > width + 0.01) return null
  const span: Span = { ...second, text, size, isBold, ink: isDotted ? style.ink : 'dark' }
  return { ...line, parts: [...line.parts, { text, x, width: own, span }], width: x + own }
}
