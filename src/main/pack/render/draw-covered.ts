import type { BarPlace } from '../../../shared/domain/bar.ts'
import { drawStrips, type PixelSize } from './draw-strips.ts'
import type { Pdfium } from './pdfium.ts'

/** Draws a page like `drawStrips`; where a bar lies there is black before anything else sees the pixels. */
export function drawCovered(
  pdfium: Pdfium,
  page: number,
  size: PixelSize,
  bars: readonly BarPlace[],
  visit: (rgbx: Uint8Array) => boolean
): boolean | null {
  let top = 0
  return drawStrips(pdfium, page, size, (rgbx) => {
    const strip = { rgbx, top, rows: rgbx.length / 4 / size.pixelWidth }
    for (const bar of bars) blacken(strip, size, bar)
    top += strip.rows
    return visit(rgbx)
  })
}

/** Every pixel of the strip that the bar touches. */
function blacken(
  { rgbx, top, rows }: { readonly rgbx: Uint8Array; readonly top: number; readonly rows: number },
  { pixelWidth, pixelHeight }: PixelSize,
  { x, y, width, height }: BarPlace
): void {
  const [left, right] = [Math.floor(x * pixelWidth), Math.ceil((x + width) * pixelWidth)]
  const first = Math.max(top, Math.floor(y * pixelHeight))
  const behind = Math.min(top + rows, Math.ceil((y + height) * pixelHeight))
  for (let row = first; row < behind; row += 1) {
    const start = (row - top) * pixelWidth
    rgbx.fill(0, (start + left) * 4, (start + Math.min(right, pixelWidth)) * 4)
  }
}
