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

/** Puts characters together that stand on one baseline with no space between; a space behind a word belongs to it. */
export function pageWords(
  glyphs: readonly Glyph[],
  page: { readonly width: number; readonly height: number }
): readonly HiddenWord[] {
  const words: HiddenWord[] = []
  let run: Glyph[] = []
  const end = (tail: '' | ' ') => {
    if (run.length > 0) words.push(wordOf(run, tail))
    run = []
  }
  for (const glyph of glyphs) {
    if (/^[\s\p{Cc}]$/u.test(glyph.character)) {
      end(/^[\r\n]$/.test(glyph.character) ? '' : ' ')
      continue
    }
    if (!isSeen(glyph, page)) {
      end('')
      continue
    }
    const last = run.at(-1)
    if (last !== undefined && !followsOn(last, glyph)) end('')
    run.push(glyph)
  }
  end('')
  return words
}

/** What the crop of a page hid is not said under it either. */
function isSeen({ x, y, size }: Glyph, page: { readonly width: number; readonly height: number }): boolean {
  return size > 0 && x > -size / 2 && y > -size / 2 && x < page.width && y < page.height
}

function followsOn(last: Glyph, next: Glyph): boolean {
  if (next.degrees !== last.degrees || Math.abs(next.size - last.size) > last.size / 20) return false
  const [along, off] = distance(last, next)
  const gap = (along - last.advance) / last.size
  return gap < WIDEST_GAP && gap > -FARTHEST_BACK && Math.abs(off) / last.size < FARTHEST_OFF
}

/** Along the baseline of the first, and off it. */
function distance(from: Glyph, to: Glyph): readonly [number, number] {
  const angle = (from.degrees * Math.PI) / 180
  const [dx, dy] = [to.x - from.x, to.y - from.y]
  return [dx * Math.cos(angle) + dy * Math.sin(angle), dy * Math.cos(angle) - dx * Math.sin(angle)]
}

function wordOf(run: readonly Glyph[], tail: '' | ' '): HiddenWord {
  const [first, last] = [run[0]!, run.at(-1)!]
  const { x, y, size, degrees } = first
  const width = Math.max(distance(first, last)[0] + last.advance, size / 10)
  return { text: run.map(({ character }) => character).join('') + tail, x, y, width, size, degrees }
}
