import { bytesInMemory, bytesInWindows } from '../../pdf-reading/byte-source.ts'
import { absorbDocument } from './absorb-document.ts'
import type { AbsorbOptions } from './absorb-options.ts'
import type { CheckedOriginal } from './checked-original.ts'
import { PdfRefused } from './pdf-refused.ts'
import { renderDocument } from './render-document.ts'
import type { Shown } from './shown.ts'
import { readWhole } from './source-memory.ts'

/** A larger PDF is read where its pages need it, and once more as a whole to be hashed. */
const LARGEST_PDF_AT_ONCE = 32 * 1024 * 1024

/** Where only the whole can be read, it is held in memory while its pages are drawn. */
const LARGEST_DRAWN = 512 * 1024 * 1024

/** The pages of a foreign document: copied, or drawn where the pack is archival. */
export async function showPdf(options: AbsorbOptions, original: CheckedOriginal): Promise<Shown> {
  const { file, onPage, renderer, hideWords, signal } = options
  const { sizeBytes, ranges } = original
  const drawing = renderer === null ? null : { renderer, signal, hideWords, onPage }
  if (ranges !== null && sizeBytes > LARGEST_PDF_AT_ONCE) {
    const source = bytesInWindows({ sizeBytes, ...ranges })
    const shown =
      drawing === null
        ? await absorbDocument(file, source, onPage)
        : await renderDocument(file, source, drawing)
    return { ...shown, bytes: null, isPageImage: false }
  }
  if (drawing !== null) {
    if (sizeBytes > LARGEST_DRAWN) throw new PdfRefused('pdf-too-large')
    const bytes = drawing.renderer.room(sizeBytes)
    await original.fill(bytes)
    return { ...(await renderDocument(file, bytesInMemory(bytes), drawing)), bytes, isPageImage: false }
  }
  const bytes = await readWhole(original, options.memory)
  return { ...(await absorbDocument(file, bytesInMemory(bytes), onPage)), bytes, isPageImage: false }
}
