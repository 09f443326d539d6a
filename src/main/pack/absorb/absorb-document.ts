import type { ByteSource } from '../../pdf-reading/byte-source.ts'
import { PdfOdd, PdfUnusual } from '../../pdf-reading/pdf-odd.ts'
import type { PdfFile } from '../write/pdf-file.ts'
import { absorbRawPdf } from './absorb-raw-pdf.ts'
import type { AbsorbedPdf } from './absorbed-pdf.ts'

/**
 * Puts every page of a foreign PDF into the file: by copying bytes where it is built as most are or only its
 * table is damaged, else by the library, which reads damaged and locked ones too. Throws `PdfRefused` where neither can.
 */
export async function absorbDocument(
  file: PdfFile,
  source: ByteSource,
  onPage: () => void
): Promise<AbsorbedPdf> {
  const start = file.mark()
  for (const isRebuilt of [false, true]) {
    try {
      return await absorbRawPdf(file, source, onPage, isRebuilt)
    } catch (error) {
      if (!(error instanceof PdfOdd)) throw error
      await file.rollBack(start)
      // What is sound does not get better by looking for its objects.
      if (error instanceof PdfUnusual) break
    }
  }
  // The library is hundreds of modules: who has no such document should not wait for them.
  const { absorbPdf } = await import('./absorb-pdf.ts')
  return absorbPdf(file, source, onPage)
}
