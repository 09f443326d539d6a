import type { BarPlace } from '../../../shared/domain/bar.ts'
import type { HiddenWord } from './absorbed-exhibit.ts'

/** In sizes of the letters: how far they reach below their baseline and above it, with what scans are off by. */
const BELOW = 0.4
const ABOVE = 1.1

/**
 * The words of a page that may be laid under its picture. A line that a bar touches goes as a whole: under a scan the
 * words seldom stand exactly where the picture shows them, and one beside the bar may be what lies under it.
 */
export function uncoveredWords(
  words: readonly HiddenWord[],
  bars: readonly BarPlace[],
  page: { readonly width: number; readonly height: number }
): readonly HiddenWord[] {
  const covered = bars.map(({ x, y, width, height }) => ({
    x: [x * page.width, (x + width) * page.width] as const,
    y: [(1 - y - height) * page.height, (1 - y) * page.height] as const
  }))
  return words.filter((word) => {
    const [across, spans] = bandOf(word)
    return !covered.some((bar) => {
      const [from, to] = bar[across]
      return spans[0] < to && spans[1] > from
    })
  })
}

/** The strip of the page that the line of a word takes, over its whole width or its whole height. */
function bandOf({ x, y, size, width, degrees }: HiddenWord): readonly ['x' | 'y', readonly [number, number]] {
  const angle = (degrees * Math.PI) / 180
  const [cosine, sine] = [Math.cos(angle), Math.sin(angle)]
  const isLevel = Math.abs(cosine) >= Math.abs(sine)
  const corners = [0, width].flatMap((along) =>
    [-BELOW * size, ABOVE * size].map((up) =>
      isLevel ? y + along * sine + up * cosine : x + along * cosine - up * sine
    )
  )
  return [isLevel ? 'y' : 'x', [Math.min(...corners), Math.max(...corners)]]
}
