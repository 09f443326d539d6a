import type { TextMeasure } from '../fonts/text-measure.ts'

/** What fits on one line, with an ellipsis where it had to be cut; the index has it whole. */
export function shortened(measure: TextMeasure, text: string, size: number, width: number): string {
  if (measure.width(text, size) <= width) return text
  const characters = Array.from(text)
  let low = 0
  let high = characters.length
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (measure.width(`${characters.slice(0, middle).join('')}…`, size) <= width) low = middle
    else high = middle - 1
  }
  return `${characters.slice(0, low).join('').trimEnd()}…`
}
