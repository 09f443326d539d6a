import type { FontSet } from '../fonts/font-set.ts'
import { textPath } from '../fonts/text-path.ts'
import type { Box } from './drawing.ts'
import type { PurposeMark } from './purpose-mark.ts'

/** A small picture that is laid over a larger one. */
export type Overlay = {
  /** Its upper left corner, in pixels of the larger one. */
  readonly left: number
  readonly top: number
} & (
  | { readonly kind: 'drawn'; readonly svg: Buffer }
  | { readonly kind: 'black'; readonly width: number; readonly height: number }
)

/** The same rim and letters as on pages. */
const RIM_WIDTH = 0.9
const RIM_OPACITY = 0.45
const INK_OPACITY = 0.62

/**
 * Slanted lines over a picture as overlays for its pixels: from there nobody takes them off again.
 *
 * @param box where the picture stands on its page, in points like the lines
 * @param pixels its width in pixels
 */
export function burntMarks(
  fonts: FontSet,
  marks: readonly PurposeMark[],
  box: Box,
  pixels: { readonly width: number; readonly height: number }
): readonly Overlay[] {
  const scale = pixels.width / box.width
  const roof = box.y + box.height
  return marks.map(({ lines: mark, around }): Overlay => {
    const left = Math.max(0, Math.floor((around.x - RIM_WIDTH - box.x) * scale))
    const top = Math.max(0, Math.floor((roof - around.y - around.height - RIM_WIDTH) * scale))
    const width = Math.min(pixels.width - left, Math.ceil((around.width + 2 * RIM_WIDTH) * scale))
    const height = Math.min(pixels.height - top, Math.ceil((around.height + 2 * RIM_WIDTH) * scale))
    const [x, y] = [(mark.x - box.x) * scale - left, (roof - mark.y) * scale - top]
    const path = mark.texts
      .map((text, at) => {
        const down = (-at * mark.leading) / mark.size
        return `<path transform="translate(0 ${down})" d="${textPath(fonts, text)}"/>`
      })
      .join('')
    const rim = `fill="none" stroke="#fff" stroke-linejoin="round" stroke-width="${RIM_WIDTH / mark.size}"`
    const ems = scale * mark.size
    const svg = [
      `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">`,
      `<g transform="translate(${x} ${y}) scale(${ems} ${-ems}) rotate(${mark.degrees})">`,
      `<g opacity="${RIM_OPACITY}" ${rim}>${path}</g>`,
      `<g opacity="${INK_OPACITY}">${path}</g>`,
      '</g></svg>'
    ].join('')
    return { kind: 'drawn', svg: Buffer.from(svg, 'utf8'), left, top }
  })
}
