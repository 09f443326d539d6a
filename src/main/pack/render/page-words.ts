import type { HiddenWord } from '../plan/absorbed-exhibit.ts'

/** One character of a page, in points of the page as it is seen. */
export interface Glyph {
  readonly character: string
  /** Where it stands on its baseline. */
  readonly x: number
  readonly y: number
  readonly size: number
  /** Of the baseline, against the clock. */
  readonly degrees: number
  /** How far the next one is from it. */
  readonly advance: number
}

/** In sizes of the letter: further apart along the baseline, or off it, is another word. */
const WIDEST_GAP = 0.3
const FARTHEST_BACK = 0.6
const FARTHEST_OFF = 0.15

/** Signs that may stand below each other. */
const DOWNWARD =
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\ufe10-\ufe4f\uff00-\uff60]$/u
/** In sizes of the letter: how far one below the other is, and how high the upper one reaches over its baseline. */
const LEAST_STEP = 0.7
const LARGEST_STEP = 1.4
const ASCENT = 0.88

/** How the letters of a word follow each other on the page. */
type Way = 'right' | 'down'

/** Puts characters together that follow on with no space between; a space behind a word belongs to it. */
export function pageWords(
  glyphs: readonly Glyph[],
  page: { readonly width: number; readonly height: number }
): readonly HiddenWord[] {
  const words: HiddenWord[] = []
  let run: Glyph[] = []
  let way: Way = 'right'
  /** Whether the reader has put the end of a line behind the last character: it does so after each of a column. */
  let isLineEnd = false
  const end = (tail: '' | ' ') => {
    if (run.length > 0) words.push(wordOf(run, way, tail))
    run = []
    way = 'right'
    isLineEnd = false
  }
  for (const glyph of glyphs) {
    if (/^[\r\n]$/.test(glyph.character)) {
      isLineEnd = true
      continue
    }
    if (/^[\s\p{Cc}]$/u.test(glyph.character)) {
      end(isLineEnd ? '' : ' ')
      continue
    }
    if (!isSeen(glyph, page)) {
      end('')
      continue
    }
    const last = run.at(-1)
    const next = last === undefined ? null : wayTo(last, glyph)
    const goesOn = next !== null && (run.length === 1 || next === way) && (!isLineEnd || next === 'down')
    if (!goesOn) end('')
    else way = next
    isLineEnd = false
    run.push(glyph)
  }
  end('')
  return words
}

/** What the crop of a page hid is not said under it either. */
function isSeen({ x, y, size }: Glyph, page: { readonly width: number; readonly height: number }): boolean {
  return size > 0 && x > -size / 2 && y > -size / 2 && x < page.width && y < page.height
}

/** How the next character goes on with a word; null = it does not. */
function wayTo(last: Glyph, next: Glyph): Way | null {
  if (next.degrees !== last.degrees || Math.abs(next.size - last.size) > last.size / 20) return null
  const [along, off] = distance(last, next)
  if (Math.abs(off) / last.size < FARTHEST_OFF) {
    const gap = (along - last.advance) / last.size
    // Letters that go to the left stay apart: readers put those in order by their places.
    return gap < WIDEST_GAP && gap > -FARTHEST_BACK ? 'right' : null
  }
  const step = -off / last.size
  const isBelow = step > LEAST_STEP && step < LARGEST_STEP && Math.abs(along) / last.size < WIDEST_GAP
  return isBelow && DOWNWARD.test(last.character) && DOWNWARD.test(next.character) ? 'down' : null
}

/** Along the baseline of the first, and off it. */
function distance(from: Glyph, to: Glyph): readonly [number, number] {
  const angle = (from.degrees * Math.PI) / 180
  const [dx, dy] = [to.x - from.x, to.y - from.y]
  return [dx * Math.cos(angle) + dy * Math.sin(angle), dy * Math.cos(angle) - dx * Math.sin(angle)]
}

function wordOf(run: readonly Glyph[], way: Way, tail: '' | ' '): HiddenWord {
  const [first, last] = [run[0]!, run.at(-1)!]
  const text = run.map(({ character }) => character).join('') + tail
  const [along, off] = distance(first, last)
  const { size, degrees } = first
  if (way === 'down') {
    // Along the column, the letters' feet to the left: readers take that for a line.
    const angle = (degrees * Math.PI) / 180
    const [x, y] = [first.x - Math.sin(angle) * ASCENT * size, first.y + Math.cos(angle) * ASCENT * size]
    return { text, x, y, width: size - off, size, degrees: (degrees + 270) % 360 }
  }
  const { x, y } = first
  return { text, x, y, width: Math.max(along + last.advance, size / 10), size, degrees }
}
