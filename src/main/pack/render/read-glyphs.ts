import { placed, type PageFrame } from './page-frame.ts'
import type { Glyph } from './page-words.ts'
import type { Pdfium } from './pdfium.ts'

/** No page that a person reads has as many. */
const MOST_GLYPHS = 200_000
/** Room for one matrix of six floats; two doubles and a rectangle need less. */
const ROOM_BYTES = 24
/** What PDFium says for a hyphen at the end of a line, and where it knows no character. */
const LINE_HYPHEN = 2
const NO_CHARACTER: readonly number[] = [0, 0xfffe, 0xffff]

/** From Cyrillic on. Greek letters mostly come from the built-in Symbol, and Han letters are never looked for in those. */
const OTHER_ALPHABETS = /[\u0400-\u1fff]/

/** Whether a page has letters that the built-in faces lack, in a font that the document does not bring along. */
export function needsOurFonts(pdfium: Pdfium, page: number): boolean {
  const { call } = pdfium
  const text = call.FPDFText_LoadPage(page)
  if (text === 0) return false
  const count = Math.min(call.FPDFText_CountChars(text), MOST_GLYPHS)
  const embedded = new Map<number, boolean>()
  let isNeeded = false
  for (let index = 0; index < count && !isNeeded; index += 1) {
    if (!OTHER_ALPHABETS.test(String.fromCharCode(call.FPDFText_GetUnicode(text, index)))) continue
    const font = call.FPDFTextObj_GetFont(call.FPDFText_GetTextObject(text, index))
    const isEmbedded = embedded.get(font) ?? call.FPDFFont_GetIsEmbedded(font) !== 0
    embedded.set(font, isEmbedded)
    isNeeded = !isEmbedded
  }
  call.FPDFText_ClosePage(text)
  return isNeeded
}

/**
 * The characters of a page with their places as they are seen, in the order the document draws them in.
 * @param isCovered whether bars lie on it: what the document says instead of its letters all stands where they begin,
 *   though they may go on under a bar, and is left out then
 */
export function readGlyphs(
  pdfium: Pdfium,
  page: number,
  frame: PageFrame,
  isCovered: boolean
): readonly Glyph[] {
  const { call, allocate, free } = pdfium
  const text = call.FPDFText_LoadPage(page)
  if (text === 0) return []
  const room = allocate(ROOM_BYTES)
  const count = Math.min(call.FPDFText_CountChars(text), MOST_GLYPHS)
  const glyphs: Glyph[] = []
  const replaced = new Map<number, boolean>()
  const isReplaced = (index: number) => {
    const object = call.FPDFText_GetTextObject(text, index)
    const known = replaced.get(object) ?? hasActualText(pdfium, object)
    replaced.set(object, known)
    return known
  }
  for (let index = 0; index < count; index += 1) {
    const code = call.FPDFText_GetUnicode(text, index)
    if (NO_CHARACTER.includes(code)) continue
    if (isCovered && isReplaced(index)) continue
    const character = code === LINE_HYPHEN ? '-' : String.fromCodePoint(code)
    glyphs.push({ character, ...glyphPlace(pdfium, { text, index, room, frame }) })
  }
  free(room)
  call.FPDFText_ClosePage(text)
  return glyphs
}

/** Whether other text than its letters is told of an object of a page: ISO 32000-1, 14.9.4. */
function hasActualText({ call }: Pdfium, object: number): boolean {
  const count = object === 0 ? 0 : call.FPDFPageObj_CountMarks(object)
  for (let index = 0; index < count; index += 1) {
    const mark = call.FPDFPageObj_GetMark(object, index)
    if (call.FPDFPageObjMark_GetParamValueType(mark, 'ActualText') !== 0) return true
  }
  return false
}

interface Asked {
  readonly text: number
  readonly index: number
  readonly room: number
  readonly frame: PageFrame
}

function glyphPlace({ call, memory }: Pdfium, { text, index, room, frame }: Asked): Omit<Glyph, 'character'> {
  const floats = (count: number) => [...memory().HEAPF32.subarray(room / 4, room / 4 + count)]
  call.FPDFText_GetCharOrigin(text, index, room, room + 8)
  const [originX = 0, originY = 0] = memory().HEAPF64.subarray(room / 8, room / 8 + 2)
  const hasMatrix = call.FPDFText_GetMatrix(text, index, room)
  const [a = 1, b = 0, c = 0, d = 1] = hasMatrix ? floats(4) : []
  call.FPDFText_GetLooseCharBox(text, index, room)
  const [left = 0, top = 0, right = 0, bottom = 0] = floats(4)
  const turned = ((Math.atan2(b, a) * 180) / Math.PI - frame.degrees + 720) % 360
  const degrees = Math.round(turned * 100) / 100
  const size = call.FPDFText_GetFontSize(text, index) * Math.hypot(c, d) * frame.unit
  const [x, y] = placed(frame.matrix, originX, originY)
  const box = [(right - left) * frame.unit, (top - bottom) * frame.unit] as const
  return { x, y, size, degrees, advance: advanceIn(box, Math.atan2(b, a)) ?? size / 2 }
}

/** Below this the box of a slanted letter is about as wide as high, and says nothing of either. */
const LEAST_SLANT_FACTOR = 0.2

/** How long a letter is along its baseline, out of the box that stands square around it; null = it cannot be told. */
function advanceIn([width, height]: readonly [number, number], angle: number): number | null {
  const [cosine, sine] = [Math.abs(Math.cos(angle)), Math.abs(Math.sin(angle))]
  const factor = cosine * cosine - sine * sine
  if (Math.abs(factor) < LEAST_SLANT_FACTOR) return null
  const along = (width * cosine - height * sine) / factor
  return along > 0 ? along : null
}
