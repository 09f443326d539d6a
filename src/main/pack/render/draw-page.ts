import { pageFrame, type PageFrame } from './page-frame.ts'
import { pagePicture, withoutFourth, type Pixels } from './page-picture.ts'
import { pageWords } from './page-words.ts'
import type { Pdfium } from './pdfium.ts'
import { needsOurFonts, readGlyphs } from './read-glyphs.ts'
import type { DrawnPage, DrawnPicture, RenderRequest } from './render-protocol.ts'
import { soleJpeg } from './sole-jpeg.ts'

/**
 * Of the page in its own size. A page of A4 is laid on a sheet at nine tenths: 244 dpi there, between the 200 and the
 * 300 that courts ask for; a page of text takes 110 KB, 160 at 250 dpi.
 */
const DPI = 220
/** So that a page larger than A4, which is laid on a sheet smaller, has at most 300 dpi there. */
const LONGEST_SIDE = 3000
const LONGEST_SHORT_SIDE = 2130
const POINTS_PER_INCH = 72
/** In pixels: enough to tell one picture from another. */
const PROOF_SIDE = 96

const WIDGET = 20
const FLATTENED = 1
const NORMAL_DISPLAY = 0
/** Format of four bytes, the last one unused; with the order of bytes reversed they are red, green, blue. */
const FOUR_BYTES = 3
const WITH_ANNOTATIONS = 1
const RED_FIRST = 16
const WHITE = 0xffffffff

/** @returns null where the document has no such page; `other-fonts` where it has to be opened with our faces only */
export function drawPage(
  pdfium: Pdfium,
  document: number,
  { index, unit, keepJpeg }: Omit<Extract<RenderRequest, { kind: 'page' }>, 'kind'>
): DrawnPage | 'other-fonts' | null {
  const { call, fontChoice } = pdfium
  const page = openFlat(pdfium, document, index)
  if (page === 0) return null
  try {
    if (!fontChoice.isOursOnly && needsOurFonts(pdfium, page)) return 'other-fonts'
    const frame = pageFrame(pdfium, page, unit)
    if (!(frame.width > 0 && frame.height > 0)) return null
    const words = pageWords(readGlyphs(pdfium, page, frame), frame)
    const picture = (keepJpeg ? keptJpeg(pdfium, page, frame) : null) ?? drawPicture(pdfium, page, frame)
    if (picture === null) return null
    return { width: frame.width, height: frame.height, words, picture }
  } finally {
    call.FPDF_ClosePage(page)
  }
}

/** What stands in the fields of a form becomes text of the page: it is found and copied like the rest. */
function openFlat({ call }: Pdfium, document: number, index: number): number {
  const page = call.FPDF_LoadPage(document, index)
  if (page === 0 || !hasFields(call, page) || call.FPDFPage_Flatten(page, NORMAL_DISPLAY) !== FLATTENED)
    return page
  call.FPDF_ClosePage(page)
  return call.FPDF_LoadPage(document, index)
}

function hasFields(call: Pdfium['call'], page: number): boolean {
  const count = call.FPDFPage_GetAnnotCount(page)
  for (let index = 0; index < count; index += 1) {
    const annotation = call.FPDFPage_GetAnnot(page, index)
    if (annotation === 0) continue
    const subtype = call.FPDFAnnot_GetSubtype(annotation)
    call.FPDFPage_CloseAnnot(annotation)
    if (subtype === WIDGET) return true
  }
  return false
}

function keptJpeg(pdfium: Pdfium, page: number, frame: PageFrame): DrawnPicture | null {
  const jpeg = soleJpeg(pdfium, page, frame)
  if (jpeg === null) return null
  const drawn = drawPixels(pdfium, page, frame, PROOF_SIDE / Math.max(frame.width, frame.height))
  if (drawn === null) return null
  const proof = { rgb: withoutFourth(drawn.rgbx), width: drawn.pixelWidth, height: drawn.pixelHeight }
  return { kind: 'jpeg', ...jpeg, proof }
}

function drawPicture(pdfium: Pdfium, page: number, frame: PageFrame): DrawnPicture | null {
  const { width, height } = frame
  const scale = Math.min(
    DPI / POINTS_PER_INCH,
    LONGEST_SIDE / Math.max(width, height),
    LONGEST_SHORT_SIDE / Math.min(width, height)
  )
  const drawn = drawPixels(pdfium, page, frame, scale)
  return drawn === null ? null : pagePicture(drawn)
}

function drawPixels(
  { call, memory }: Pdfium,
  page: number,
  { width, height }: PageFrame,
  scale: number
): Pixels | null {
  const [pixelWidth = 1, pixelHeight = 1] = [width, height].map((side) =>
    Math.max(1, Math.round(side * scale))
  )
  const bitmap = call.FPDFBitmap_CreateEx(pixelWidth, pixelHeight, FOUR_BYTES, 0, pixelWidth * 4)
  if (bitmap === 0) return null
  call.FPDFBitmap_FillRect(bitmap, 0, 0, pixelWidth, pixelHeight, WHITE)
  call.FPDF_RenderPageBitmap(bitmap, page, 0, 0, pixelWidth, pixelHeight, 0, WITH_ANNOTATIONS | RED_FIRST)
  const start = call.FPDFBitmap_GetBuffer(bitmap)
  const rgbx = memory().HEAPU8.slice(start, start + pixelWidth * pixelHeight * 4)
  call.FPDFBitmap_Destroy(bitmap)
  return { rgbx, pixelWidth, pixelHeight }
}
