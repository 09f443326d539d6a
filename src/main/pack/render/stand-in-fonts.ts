import { readFileSync } from 'node:fs'
import type { FontKey } from '../fonts/font-set.ts'
import type { Pdfium } from './pdfium.ts'

/** Windows character sets as PDFium asks for them: Japanese, Korean, and Chinese in both its scripts. */
const HAN_CHARSETS: readonly number[] = [128, 129, 134, 136]
const BOLD_WEIGHT = 600
const KEYS: readonly FontKey[] = ['sans-regular', 'sans-bold', 'han-regular', 'han-bold']
/** Words of 32 bits in FPDF_SYSFONTINFO. */
const FONT_INFO_WORDS = 9

/** What PDFium calls the faces it has built in, and those that it takes them for, as Arial. */
const STANDARD_FACE = /^(?:Helvetica|Times|Courier)(?:$|-)/
const ANSI = 0
const BUILT_IN = 0

/** Built-in faces are as wide as those a document means by these names, and have Latin letters only. */
export interface FontChoice {
  isOursOnly: boolean
}

/** PDFium's table of how to find fonts, filled with ours: the system's own differ from one computer to the next. */
export function fontInfo(
  pdfium: Pdfium,
  fonts: Readonly<Record<FontKey, string>>,
  choice: FontChoice
): number {
  const read = new Map<FontKey, Uint8Array>()
  const copyFont = (font: number, table: number, buffer: number, size: number): number => {
    const key = KEYS[font - 1]
    // Single tables are asked for to look into collections, which ours are not.
    if (key === undefined || table !== 0) return 0
    const bytes = read.get(key) ?? readFileSync(fonts[key])
    read.set(key, bytes)
    const { length } = bytes
    if (buffer !== 0 && size >= length) {
      pdfium.memory().HEAPU8.set(bytes, buffer)
      // From here on it is held inside.
      read.delete(key)
    }
    return length
  }
  const mapFont = (weight: number, charset: number, face: number): number => {
    const name = pdfium.call.pdfium.UTF8ToString(face)
    if (!choice.isOursOnly && charset === ANSI && STANDARD_FACE.test(name)) return BUILT_IN
    const isBold = weight >= BOLD_WEIGHT
    const isHan = HAN_CHARSETS.includes(charset)
    return (
      1 + KEYS.indexOf(isHan ? (isBold ? 'han-bold' : 'han-regular') : isBold ? 'sans-bold' : 'sans-regular')
    )
  }
  const functions = [
    pdfium.callback(() => undefined, 'vi'),
    pdfium.callback(() => undefined, 'vii'),
    pdfium.callback(
      (...[, weight = 0, , charset = 0, , face = 0]) => mapFont(weight, charset, face),
      'iiiiiiii'
    ),
    pdfium.callback(() => 0, 'iii'),
    pdfium.callback(
      (_info, font = 0, table = 0, buffer = 0, size = 0) => copyFont(font, table, buffer, size),
      'iiiiii'
    ),
    pdfium.callback(() => 0, 'iiiii'),
    pdfium.callback(() => 1, 'iii'),
    pdfium.callback(() => undefined, 'vii')
  ]
  const info = pdfium.allocate(FONT_INFO_WORDS * 4)
  pdfium.memory().HEAP32.set([1, ...functions], info / 4)
  return info
}
