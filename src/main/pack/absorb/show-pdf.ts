import { type Shown } from './shown.ts'
import type { AbsorbOptions } from './absorb-options.ts'
import { readInto, readWhole } from './source-memory.ts'
import { bytesInMemory, bytesInWindows } from '../../pdf-reading/byte-source.ts'
import { absorbDocument } from './absorb-document.ts'
import { type CheckedOriginal } from './checked-original.ts'
import { PdfRefused } from './pdf-refused.ts'
import { renderDocument } from './render-document.ts'

/** A larger PDF is read where its pages need it, and once more as a whole to be hashed. */
const LARGEST_PDF_AT_ONCE = 32 * 1024 * 1024

/** PDFs are held in memory while their pages are drawn. */
const LARGEST_DRAWN = 512 * 1024 * 1024

/** The pages of a foreign document: copied, or drawn where the pack is archival. */
export async function showPdf(options: AbsorbOptions, original: CheckedOriginal): Promise<Shown> {
  const { file, onPage, renderer, hideWords } = options
  const { sizeBytes, ranges } = original
  if (renderer !== null) {
    if (sizeBytes > LARGEST_DRAWN) throw new PdfRefused('pdf-too-large')
    const bytes = await readInto(original, renderer.room(sizeBytes))
    const shown = await renderDocument(file, bytes, { renderer, hideWords, onPage })
    return { ...shown, bytes, isPageImage: false }
  }
  if (ranges !== null && sizeBytes > LARGEST_PDF_AT_ONCE) {
    const shown = await absorbDocument(file, bytesInWindows({ sizeBytes, ...ranges }), onPage)
    return { ...shown, bytes: null, isPageImage: false }
  }
  const bytes = await readWhole(original, options.memory)
  return { ...(await absorbDocument(file, bytesInMemory(bytes), onPage)), bytes, isPageImage: false }
}
