import type { DrawnPicture } from './render-protocol.ts'
import { joined, type PageFrame } from './page-frame.ts'
import type { Pdfium } from './pdfium.ts'

const TEXT_OBJECT = 1
const IMAGE_OBJECT = 3
const INVISIBLE = 3
const GREY_SPACE = 1
const RGB_SPACE = 2
/** In points; scanners' boxes and pictures differ in the last digit. */
const LEAST_COVER = 1.5
const FILTER_NAME_BYTES = 32
/** A scan with its words under it has some hundreds. */
const MOST_OBJECTS = 20_000

/** The page's only picture, where it is a JPEG that covers the page and nothing else is seen on it. */
export function soleJpeg(
  pdfium: Pdfium,
  page: number,
  frame: PageFrame
): Omit<Extract<DrawnPicture, { kind: 'jpeg' }>, 'kind' | 'proof'> | null {
  const image = soleImage(pdfium, page)
  if (image === null || !isPlainJpeg(pdfium, image)) return null
  const facts = imageFacts(pdfium, page, image)
  if (facts === null) return null
  const matrix = joined(facts.matrix, frame.matrix)
  if (!covers(matrix, frame)) return null
  const bytes = rawBytes(pdfium, image)
  return {
    bytes,
    matrix,
    isGrey: facts.isGrey,
    pixelWidth: facts.width,
    pixelHeight: facts.height
  }
}

function soleImage({ call }: Pdfium, page: number): number | null {
  const count = call.FPDFPage_CountObjects(page)
  if (count === 0 || count > MOST_OBJECTS || call.FPDFPage_GetAnnotCount(page) > 0) return null
  let image: number | null = null
  for (let index = 0; index < count; index += 1) {
    const object = call.FPDFPage_GetObject(page, index)
    const type = call.FPDFPageObj_GetType(object)
    if (type === TEXT_OBJECT && call.FPDFTextObj_GetTextRenderMode(object) === INVISIBLE) continue
    if (type !== IMAGE_OBJECT || image !== null) return null
    image = object
  }
  return image
}

function isPlainJpeg({ call, memory, allocate, free }: Pdfium, image: number): boolean {
  if (call.FPDFImageObj_GetImageFilterCount(image) !== 1 || call.FPDFPageObj_HasTransparency(image))
    return false
  const room = allocate(FILTER_NAME_BYTES)
  const length = call.FPDFImageObj_GetImageFilter(image, 0, room, FILTER_NAME_BYTES)
  const name = Buffer.from(memory().HEAPU8.subarray(room, room + Math.max(0, length - 1))).toString('latin1')
  free(room)
  return name === 'DCTDecode' || name === 'DCT'
}

function imageFacts({ call, memory, allocate, free }: Pdfium, page: number, image: number) {
  const room = allocate(32)
  const isKnown = call.FPDFImageObj_GetImageMetadata(image, page, room)
  // FPDF_IMAGEOBJ_METADATA: width, height, two resolutions, bits per pixel, colour space, marked content.
  const [width = 0, height = 0, , , , space = 0] = memory().HEAP32.subarray(room / 4, room / 4 + 7)
  const hasMatrix = call.FPDFPageObj_GetMatrix(image, room)
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = memory().HEAPF32.subarray(room / 4, room / 4 + 6)
  free(room)
  if (!isKnown || !hasMatrix || (space !== GREY_SPACE && space !== RGB_SPACE)) return null
  return { width, height, isGrey: space === GREY_SPACE, matrix: [a, b, c, d, e, f] as const }
}

/** Square to the page and over all of it, a hair's breadth aside. */
function covers([a, b, c, d, e, f]: readonly number[], { width, height }: PageFrame): boolean {
  if (a === undefined || b === undefined || c === undefined || d === undefined) return false
  const isSquare = Math.min(Math.abs(a) + Math.abs(d), Math.abs(b) + Math.abs(c)) < 0.01
  const xs = [e!, e! + a + c]
  const ys = [f!, f! + b + d]
  return (
    isSquare &&
    Math.abs(Math.min(...xs)) < LEAST_COVER &&
    Math.abs(Math.min(...ys)) < LEAST_COVER &&
    Math.abs(Math.max(...xs) - width) < LEAST_COVER &&
    Math.abs(Math.max(...ys) - height) < LEAST_COVER
  )
}

function rawBytes({ call, memory, allocate, free }: Pdfium, image: number): Uint8Array {
  const length = call.FPDFImageObj_GetImageDataRaw(image, 0, 0)
  const room = allocate(length)
  call.FPDFImageObj_GetImageDataRaw(image, room, length)
  const bytes = memory().HEAPU8.slice(room, room + length)
  free(room)
  return bytes
}
