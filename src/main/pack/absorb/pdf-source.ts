import {
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFInvalidObject,
  PDFName,
  PDFNumber,
  PDFRawStream,
  type PDFContext,
  type PDFObject
} from 'pdf-lib'
import { orderedBox } from './page-shape.ts'
import { limitParser } from './parser-limits.ts'
import { broken, PdfRefused } from './pdf-refused.ts'
import { hasLostObjects, limitStreamParsers } from './stream-parser-limits.ts'

limitStreamParsers()
limitParser()

/** Reads the objects of a PDF. One that only limits what may be done with it opens without a password. */
export async function openPdf(
  bytes: Buffer
): Promise<{ readonly context: PDFContext; readonly catalog: PDFDict }> {
  try {
    const document = await PDFDocument.load(bytes, {
      password: '',
      updateMetadata: false,
      // All at once: this process has nothing else to do meanwhile.
      parseSpeed: Infinity
    })
    // What opened has its lock taken off. Of a lock that leads nowhere everything else stays sealed.
    if (document.context.trailerInfo.Encrypt !== undefined) throw new PdfRefused('pdf-encrypted')
    if (hasLostObjects(document.context)) throw new PdfRefused('pdf-broken')
    return { context: document.context, catalog: document.catalog }
  } catch (error) {
    if (error instanceof PdfRefused) throw error
    throw new PdfRefused(isLocked(error) ? 'pdf-encrypted' : 'pdf-broken')
  }
}

/** The library has no code for it: these are its words for a missing or wrong password and an unknown cipher. */
function isLocked(error: unknown): boolean {
  return error instanceof Error && /password|encrypt|crypt filter|crypto method/i.test(error.message)
}

export const key = (name: string) => PDFName.of(name)

/** What a value is or leads to. A damaged object refuses the document: whatever it was, the page would lack it. */
export function lookUp(context: PDFContext, value: PDFObject | undefined): PDFObject | undefined {
  const found = context.lookup(value)
  if (found instanceof PDFInvalidObject) throw broken()
  return found
}

export function dictOf(context: PDFContext, value: PDFObject | undefined): PDFDict | null {
  const found = lookUp(context, value)
  if (found instanceof PDFRawStream) return found.dict
  return found instanceof PDFDict ? found : null
}

export function arrayOf(context: PDFContext, value: PDFObject | undefined): PDFArray | null {
  const found = lookUp(context, value)
  return found instanceof PDFArray ? found : null
}

export function numberOf(context: PDFContext, value: PDFObject | undefined): number | null {
  const found = lookUp(context, value)
  const number = found instanceof PDFNumber ? found.asNumber() : Number.NaN
  return Number.isFinite(number) ? number : null
}

export function nameOf(context: PDFContext, value: PDFObject | undefined): string | null {
  const found = lookUp(context, value)
  return found instanceof PDFName ? found.decodeText() : null
}

/** Four numbers as a box with its corners in order; null when it is none. */
export function boxOf(
  context: PDFContext,
  value: PDFObject | undefined
): readonly [number, number, number, number] | null {
  const array = arrayOf(context, value)
  if (array === null || array.size() < 4) return null
  return orderedBox([0, 1, 2, 3].map((index) => numberOf(context, array.get(index))))
}
