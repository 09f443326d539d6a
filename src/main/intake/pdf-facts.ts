import { isIsoDate, type IsoDate } from '../../shared/domain/calendar.ts'
import type { Original } from '../original.ts'
import { asDict, openPdfObjects, type PdfObjects } from '../pdf-reading/pdf-objects.ts'

/** More pages than any proof has; what states more is broken or lies. */
const MOST_PAGES = 100_000

export interface PdfFacts {
  /** As the file states it; null where it is encrypted or broken. */
  readonly pages: number | null
  readonly madeOn: IsoDate | null
}

/**
 * Number of pages and day of making, read through the cross-reference: some ten small reads, whatever the size.
 * A PDF library would parse every object of a file that may be hostile, in the process that must not stop.
 */
export async function pdfFacts(original: Original): Promise<PdfFacts> {
  try {
    const objects = await openPdfObjects(original)
    // Strings of an encrypted file mean nothing without its key, and the pack cannot show its pages.
    if (objects.trailer.has('Encrypt')) return { pages: null, madeOn: null }
    return { pages: await pagesOf(objects), madeOn: await dateOf(objects).catch(() => null) }
  } catch {
    // Whatever is wrong with it, the file is kept as it is and the pack will say what it cannot show.
    return { pages: null, madeOn: null }
  }
}

async function pagesOf({ trailer, resolve }: PdfObjects): Promise<number | null> {
  const catalog = asDict(await resolve(trailer.get('Root')))
  const pages = asDict(await resolve(catalog.get('Pages')))
  const count = await resolve(pages.get('Count'))
  return typeof count === 'number' && Number.isInteger(count) && count >= 1 && count <= MOST_PAGES
    ? count
    : null
}

/** The day in the zone of whoever made the file: `D:20260301235900+03'00'` is 1 March everywhere. */
async function dateOf({ trailer, resolve }: PdfObjects): Promise<IsoDate | null> {
  const text = await resolve(asDict(await resolve(trailer.get('Info'))).get('CreationDate'))
  if (text === null || typeof text !== 'object' || !('kind' in text) || text.kind !== 'text') return null
  // Some writers use two bytes a letter; the digits are the same.
  const plain = text.bytes.toString('latin1').replace(/[^\x20-\x7e]/g, '')
  const match = /^(?:D:)?(\d{4})(\d{2})(\d{2})/.exec(plain)
  const date = match === null ? '' : `${match[1]}-${match[2]}-${match[3]}`
  return isIsoDate(date) ? date : null
}
