import type { TextMeasure } from '../fonts/text-measure.ts'
import { breakLines } from './break-text.ts'
import type { TextStyle } from './rich-text.ts'

/** Longer lines are laid out piece by piece: finding their breaks at once takes time by the square of their length. */
const LONGEST_PIECE = 1_000

/** The line as it is broken on paper, each part with the spaces it began with. */
export function shownLines(
  measure: TextMeasure,
  line: string,
  style: TextStyle,
  width: number
): readonly string[] {
  return spacedLines(measure, line, style, width).map((one) => (one.endsWith(' ') ? one.slice(0, -1) : one))
}

/** The same, each with the space it was broken at. */
export function spacedLines(
  measure: TextMeasure,
  line: string,
  style: TextStyle,
  width: number
): readonly string[] {
  const indent = /^ */.exec(line)?.[0] ?? ''
  const room = width - Math.min(measure.width(indent, style.size), width / 2)
  const pieces = inPieces(line.slice(indent.length)).flatMap((piece) => cutRuns(measure, piece, style, room))
  return pieces.flatMap((text) =>
    breakLines(measure, [{ text }], style, room).map(
      ({ parts, hasSpaceAfter }) =>
        indent + parts.map((part) => part.text).join('') + (hasSpaceAfter ? ' ' : '')
    )
  )
}

/** Where it can be, between two words. */
function inPieces(line: string): readonly string[] {
  const pieces: string[] = []
  let rest = line
  while (rest.length > LONGEST_PIECE) {
    const space = rest.lastIndexOf(' ', LONGEST_PIECE - 1)
    const end = space > 0 ? space + 1 : LONGEST_PIECE
    pieces.push(rest.slice(0, end))
    rest = rest.slice(end)
  }
  return [...pieces, rest]
}

const LONG_RUN = /[^\s\p{Script=Han}\u3000-\u303f\uff00-\uffef]{40,}/gu

/** A run of characters wider than the page is cut without a hyphen: it would be read as part of it. */
function cutRuns(measure: TextMeasure, text: string, { size }: TextStyle, room: number): readonly string[] {
  const cut = text.replace(LONG_RUN, (run) => {
    if (measure.width(run, size) <= room) return run
    let used = 0
    let shown = ''
    for (const character of run) {
      const width = measure.width(character, size)
      if (used + width > room) {
        shown += '\n'
        used = 0
      }
      shown += character
      used += width
    }
    return shown
  })
  return cut.split('\n')
}
