import type { BarPlace } from '../../../shared/domain/bar.ts'
import { drawCovered } from './draw-covered.ts'
import { pixelSize } from './draw-strips.ts'
import type { PageFrame } from './page-frame.ts'
import { PalettePicture } from './palette-picture.ts'
import type { Pdfium } from './pdfium.ts'
import type { DrawnPicture } from './render-protocol.ts'

/**
 * Of the page in its own size. A page of A4 is laid on a sheet at nine tenths: 244 dpi there, between the 200 and the
 * 300 that courts ask for; a page of text takes 110 KB, 160 at 250 dpi.
 */
const DPI = 220
/** So that a page larger than A4, which is laid on a sheet smaller, has at most 300 dpi there. */
const LONGEST_SIDE = 3000
const LONGEST_SHORT_SIDE = 2130
const POINTS_PER_INCH = 72

/** The same for every page: what is large and made anew each time stays with the process. */
let rows = new Uint8Array()
/** Whoever compresses it looks at it where it lies. */
let colours = new Uint8Array(new SharedArrayBuffer(0))

/** Text and drawings keep their colours and edges; what is like a photograph is left to be compressed as one. */
export function pagePicture(
  pdfium: Pdfium,
  page: number,
  frame: PageFrame,
  bars: readonly BarPlace[]
): DrawnPicture | null {
  const { width, height } = frame
  const scale = Math.min(
    DPI / POINTS_PER_INCH,
    LONGEST_SIDE / Math.max(width, height),
    LONGEST_SHORT_SIDE / Math.min(width, height)
  )
  const size = pixelSize(frame, scale)
  const pixels = size.pixelWidth * size.pixelHeight
  if (rows.length < pixels) rows = new Uint8Array(pixels)
  const kept = new PalettePicture(size, rows)
  const isKept = drawCovered(pdfium, page, size, bars, (rgbx) => kept.add(rgbx))
  if (isKept === null) return null
  const picture = isKept ? kept.finish() : null
  if (picture !== null) return picture
  if (colours.length < pixels * 3) colours = new Uint8Array(new SharedArrayBuffer(pixels * 3))
  const rgb = colours.subarray(0, pixels * 3)
  let to = 0
  const isDrawn = drawCovered(pdfium, page, size, bars, (rgbx) => {
    copyColours(rgbx, rgb, to)
    to += (rgbx.length / 4) * 3
    return true
  })
  return isDrawn === null ? null : { kind: 'colours', rgb, ...size }
}

/** Leaves the fourth byte of each pixel out. */
export function copyColours(rgbx: Uint8Array, rgb: Uint8Array, at: number): void {
  for (let from = 0, to = at; from < rgbx.length; from += 4, to += 3) {
    rgb[to] = rgbx[from]!
    rgb[to + 1] = rgbx[from + 1]!
    rgb[to + 2] = rgbx[from + 2]!
  }
}
