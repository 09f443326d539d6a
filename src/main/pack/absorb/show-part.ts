import type { ExhibitPage } from '../plan/absorbed-exhibit.ts'
import type { PdfFile } from '../write/pdf-file.ts'
import { absorbJpeg } from './absorb-jpeg.ts'
import { absorbPng } from './absorb-png.ts'
import type { CheckedOriginal } from './checked-original.ts'
import { heldOriginal } from './held-original.ts'
import { PdfRefused } from './pdf-refused.ts'
import { PictureRefused } from './picture-limits.ts'

/** Shows what came with a letter or a message as pages; none where it cannot be shown. */
export type ShowPart = (mediaType: string, bytes: Buffer) => Promise<readonly ExhibitPage[]>

type ShowDocument = (part: CheckedOriginal) => Promise<readonly ExhibitPage[]>

/** What of a part was written is taken back where it turns out to be damaged: it is still in the file it came in. */
export function partsOf(file: PdfFile, showDocument: ShowDocument): ShowPart {
  const pagesOf = async (mediaType: string, part: CheckedOriginal) => {
    switch (mediaType) {
      case 'image/jpeg':
      case 'image/jpg':
        // Nothing decoded it when the file came in.
        return absorbJpeg(file, part, { isSuspect: true, isBare: false })
      case 'image/png':
        return absorbPng(file, part, true)
      case 'application/pdf':
        return showDocument(part)
      default:
        return []
    }
  }
  return async (mediaType, bytes) => {
    const start = file.mark()
    try {
      return await pagesOf(mediaType, heldOriginal(bytes))
    } catch (error) {
      if (!(error instanceof PdfRefused || error instanceof PictureRefused)) throw error
      await file.rollBack(start)
      return []
    }
  }
}
