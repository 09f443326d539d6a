import type { Bar, BarPlace } from '../../../shared/domain/bar.ts'
import type { FontSet } from '../fonts/font-set.ts'
import { textPath } from '../fonts/text-path.ts'
import { BAR_LABEL, labelOn, type LabelEnv } from './bar-label.ts'
import type { Overlay } from './burnt-marks.ts'
import type { Box } from './drawing.ts'

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
  const covered = bars.map((bar) => ({ what: bar.what, ...pixelsUnder(bar, pixels) }))
  const labels = covered.flatMap(({ what, left, top, width, height }): readonly Overlay[] => {
    const label = labelOn(env, what, { width: width / scale, height: height / scale })
    if (label.length === 0) return []
    const ems = scale * BAR_LABEL.size
    const rows = label.map((text, row) => {
      const x = (width - env.measure.width(text, 1, true) * ems) / 2
      const down = (row - (label.length - 1) / 2) * BAR_LABEL.leading * scale
      const y = height / 2 + BAR_LABEL.toBaselineEm * ems + down
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

/** Every pixel that the bar touches, and one at least. */
function pixelsUnder(
  { x, y, width, height }: BarPlace,
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
