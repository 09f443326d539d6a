import { firstOf, pair, secondOf } from '../words/paired.ts'
import { FACT } from '../words/words.ts'
import type { Span } from './rich-text.ts'

/** A sentence of the word files as spans: what stands between two marks is a fact and bold. */
export function markedText(text: string): readonly Span[] {
  const second = secondOf(text).replaceAll(FACT, '')
  const first = firstOf(text)
    .split(FACT)
    .map((part, index): Span => (index % 2 === 1 ? { text: part, isBold: true } : { text: part }))
    .filter((span) => span.text !== '')
  return second === '' ? first : [...first, { text: pair('', second) }]
}
