import type { PageFrame } from './page-frame.ts'
import type { Pdfium } from './pdfium.ts'

/** Format of four bytes, the last one unused; with the order of bytes reversed they are red, green, blue. */
const FOUR_BYTES = 3
const WITH_ANNOTATIONS = 1
const RED_FIRST = 16
const WHITE = 0xffffffff
/** 4 MB: a page of A4 has five strips. Each of them goes through all that the page draws. */
const STRIP_PIXELS = 1_000_000

export interface PixelSize {
  readonly pixelWidth: number
  readonly pixelHeight: number
}

export function pixelSize({ width, height }: PageFrame, scale: number): PixelSize {
  const [pixelWidth = 1, pixelHeight = 1] = [width, height].map((side) =>
    Math.max(1, Math.round(side * scale))
  )
  return { pixelWidth, pixelHeight }
}

/**
 * Draws a page from its top to its foot, never more of it at once than a strip.
 * @param visit gets RGB and one more byte of each pixel, valid until it returns, and ends the drawing by `false`
 * @returns whether all of it was drawn; null = it cannot be
 */
export function drawStrips(
  { call, memory }: Pdfium,
  page: number,
  { pixelWidth, pixelHeight }: PixelSize,
  visit: (rgbx: Uint8Array) => boolean
): boolean | null {
  const most = Math.min(pixelHeight, Math.max(1, Math.floor(STRIP_PIXELS / pixelWidth)))
  const bitmap = call.FPDFBitmap_CreateEx(pixelWidth, most, FOUR_BYTES, 0, pixelWidth * 4)
  if (bitmap === 0) return null
  try {
    for (let top = 0; top < pixelHeight; top += most) {
      call.FPDFBitmap_FillRect(bitmap, 0, 0, pixelWidth, most, WHITE)
      const how = WITH_ANNOTATIONS | RED_FIRST
      call.FPDF_RenderPageBitmap(bitmap, page, 0, -top, pixelWidth, pixelHeight, 0, how)
      const start = call.FPDFBitmap_GetBuffer(bitmap)
      const length = Math.min(most, pixelHeight - top) * pixelWidth * 4
      if (!visit(memory().HEAPU8.subarray(start, start + length))) return false
    }
    return true
  } finally {
    call.FPDFBitmap_Destroy(bitmap)
  }
}
