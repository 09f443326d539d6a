import type { Matrix } from '../layout/drawing.ts'
import type { Pdfium } from './pdfium.ts'

/** A page as it is seen: its size, and where its own places are on it. */
export interface PageFrame {
  readonly width: number
  readonly height: number
  /** From the page's own space to the seen page, whose lower left corner is 0 0. */
  readonly matrix: Matrix
  readonly degrees: 0 | 90 | 180 | 270
  /** Size of the page's own unit in points. */
  readonly unit: number
}

/** FS_RECTF: left, top, right, bottom. */
const BOX_BYTES = 16

/** @param unit size of the page's own unit in points */
export function pageFrame({ call, memory, allocate, free }: Pdfium, page: number, unit: number): PageFrame {
  const at = allocate(BOX_BYTES)
  call.FPDF_GetPageBoundingBox(page, at)
  const [x0 = 0, y1 = 0, x1 = 0, y0 = 0] = memory().HEAPF32.subarray(at / 4, at / 4 + 4)
  free(at)
  const [w, h] = [(x1 - x0) * unit, (y1 - y0) * unit]
  const u = unit
  switch (call.FPDFPage_GetRotation(page)) {
    case 1:
      return { width: h, height: w, matrix: [0, -u, u, 0, -y0 * u, x1 * u], degrees: 90, unit }
    case 2:
      return { width: w, height: h, matrix: [-u, 0, 0, -u, x1 * u, y1 * u], degrees: 180, unit }
    case 3:
      return { width: h, height: w, matrix: [0, u, -u, 0, y1 * u, -x0 * u], degrees: 270, unit }
    default:
      return { width: w, height: h, matrix: [u, 0, 0, u, -x0 * u, -y0 * u], degrees: 0, unit }
  }
}

/** First `inner`, then `outer`. */
export function joined(inner: Matrix, outer: Matrix): Matrix {
  const [a, b, c, d, e, f] = inner
  const [A, B, C, D, E, F] = outer
  return [a * A + b * C, a * B + b * D, c * A + d * C, c * B + d * D, e * A + f * C + E, e * B + f * D + F]
}

export function placed([a, b, c, d, e, f]: Matrix, x: number, y: number): readonly [number, number] {
  return [a * x + c * y + e, b * x + d * y + f]
}
