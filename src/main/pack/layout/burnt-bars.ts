import type { Bar } from '../../../shared/domain/bar.ts'
import type { FontSet } from '../fonts/font-set.ts'
import { textPath } from '../fonts/text-path.ts'
import type { Overlay } from './burnt-marks.ts'
import type { Box } from './drawing.ts'
import { formsOf, once } from '../words/paired.ts'
import type { LayoutEnv } from './layout-env.ts'

type LabelEnv = Pick<LayoutEnv, 'first' | 'words' | 'secondLanguage' | 'measure'>

const LABEL_SIZE = 8
const LABEL_LEADING = 10
/** On a bar that is smaller than this on paper a label would be all there is. */
const NARROWEST = 60
const LOWEST = 10
const LABEL_INSET = 3
/** From the middle of a line of capitals down to its baseline. */
const TO_BASELINE_EM = 0.36

/**
 * Bars over a picture as overlays for its pixels: where one lies nothing of the picture is left.
 *
 * @param box where the picture stands on its page, in points
 * @param pixels its size in pixels
 */
export function burntBars(
  env: LabelEnv,
  fonts: FontSet,
  bars: readonly Bar[],
  box: Box,
  pixels: { readonly width: number; readonly height: number }
): readonly Overlay[] {
  const scale = pixels.width / box.width
  const covered = bars.map((bar) => ({ what: bar.what.trim(), ...pixelsUnder(bar, pixels) }))
  const labels = covered.flatMap(({ what, left, top, width, height }): readonly Overlay[] => {
    const label = labelOn(env, what, { width: width / scale, height: height / scale })
    if (label.length === 0) return []
    const ems = scale * LABEL_SIZE
    const rows = label.map((text, row) => {
      const x = (width - env.measure.width(text, 1, true) * ems) / 2
      const down = (row - (label.length - 1) / 2) * LABEL_LEADING * scale
      const y = height / 2 + TO_BASELINE_EM * ems + down
      return `<path fill="#fff" transform="translate(${x} ${y}) scale(${ems} ${-ems})" d="${textPath(fonts, text)}"/>`
    })
    const svg = [
      `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">`,
      ...rows,
      '</svg>'
    ].join('')
    return [{ kind: 'drawn', svg: Buffer.from(svg, 'utf8'), left, top }]
  })
  const black = covered.map(({ left, top, width, height }): Overlay => ({
    kind: 'black',
    left,
    top,
    width,
    height
  }))
  return [...black, ...labels]
}

/**
 * What a bar says: both languages beside each other or one below the other, else the first, else what is covered.
 *
 * @param room of the bar on paper, in points
 */
function labelOn(
  { first, words, secondLanguage, measure }: LabelEnv,
  what: string,
  room: { readonly width: number; readonly height: number }
): readonly string[] {
  if (what === '' || room.width < NARROWEST || room.height < LOWEST) return []
  const said = secondLanguage === null ? [] : formsOf(words.recipient.covered.label(once(what)))
  const ways = [[said.join(' · ')], said, [first.words.recipient.covered.label(what)], [what]]
  const found = ways.find(
    (rows) =>
      rows.some((row) => row !== '') &&
      rows.length * LABEL_LEADING <= room.height &&
      rows.every((row) => measure.width(row, LABEL_SIZE, true) <= room.width - 2 * LABEL_INSET)
  )
  return found ?? []
}

/** Every pixel that the bar touches, and one at least. */
function pixelsUnder(
  { x, y, width, height }: Bar,
  pixels: { readonly width: number; readonly height: number }
) {
  const span = (start: number, length: number, all: number) => {
    const from = Math.min(all - 1, Math.max(0, Math.floor(start * all)))
    return [from, Math.max(1, Math.min(all, Math.ceil((start + length) * all)) - from)] as const
  }
  const [left, wide] = span(x, width, pixels.width)
  const [top, high] = span(y, height, pixels.height)
  return { left, top, width: wide, height: high }
}
