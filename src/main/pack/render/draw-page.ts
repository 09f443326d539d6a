import { drawStrips, pixelSize } from './draw-strips.ts'
import { pageFrame, type PageFrame } from './page-frame.ts'
import { copyColours, pagePicture } from './page-picture.ts'
import { pageWords } from './page-words.ts'
import type { Pdfium } from './pdfium.ts'
import { needsOurFonts, readGlyphs } from './read-glyphs.ts'
import type { DrawnPage, DrawnPicture, RenderRequest } from './render-protocol.ts'
import { soleJpeg } from './sole-jpeg.ts'

/** In pixels: enough to tell one picture from another. */
const PROOF_SIDE = 96

const WIDGET = 20
const FLATTENED = 1
const NORMAL_DISPLAY = 0
/** @returns null where the document has no such page; `other-fonts` where it has to be opened with our faces only */
export function drawPage(
  pdfium: Pdfium,
  document: number,
  { index, unit, keepJpeg, bars }: Omit<Extract<RenderRequest, { kind: 'page' }>, 'kind'>
): DrawnPage | 'other-fonts' | null {
  const { call, fontChoice } = pdfium
  const page = openFlat(pdfium, document, index)
  if (page === 0) return null
  try {
    if (!fontChoice.isOursOnly && needsOurFonts(pdfium, page)) return 'other-fonts'
    const frame = pageFrame(pdfium, page, unit)
    if (!(frame.width > 0 && frame.height > 0)) return null
    const words = pageWords(readGlyphs(pdfium, page, frame, bars.length > 0), frame)
    const picture =
      (keepJpeg ? keptJpeg(pdfium, page, frame) : null) ?? pagePicture(pdfium, page, frame, bars)
    if (picture === null) return null
    const { width, height, degrees } = frame
    return { width, height, degrees, words, picture }
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
  const size = pixelSize(frame, PROOF_SIDE / Math.max(frame.width, frame.height))
  const { pixelWidth: width, pixelHeight: height } = size
  const proof = { rgb: new Uint8Array(width * height * 3), width, height }
  // So small a picture is one strip.
  const isDrawn = drawStrips(pdfium, page, size, (rgbx) => {
    copyColours(rgbx, proof.rgb, 0)
    return true
  })
  if (isDrawn === null) return null
  return { kind: 'jpeg', ...jpeg, proof }
}
