import type { ExhibitPage } from '../plan/absorbed-exhibit.ts'
import type { AbsorbOptions } from './absorb-options.ts'
import type { CheckedOriginal } from './checked-original.ts'
import { heldOriginal } from './held-original.ts'
import { PdfRefused } from './pdf-refused.ts'
import { PictureRefused } from './picture-limits.ts'
import { showPicture } from './show-picture.ts'

/** What came with a letter or a message. */
interface Part {
  readonly mediaType: string
  readonly sha256: string
  readonly bytes: Buffer
}

/** Shows what came with a letter or a message as pages; none where it cannot or must not be shown. */
export type ShowPart = (part: Part) => Promise<readonly ExhibitPage[]>

type ShowDocument = (part: CheckedOriginal) => Promise<readonly ExhibitPage[]>

/** Nothing decoded a part when its file came in; and the original is that file: a part stands in the pack bare. */
const PICTURE = { isSuspect: true, isBare: true } as const

/** What of a part was written is taken back where it turns out to be damaged: it is still in the file it came in. */
export function partsOf(
  options: Pick<AbsorbOptions, 'file' | 'isDrawn' | 'memory' | 'signal' | 'isMasked'>,
  showDocument: ShowDocument
): ShowPart {
  const { file } = options
  const pagesOf = async (mediaType: string, part: CheckedOriginal) => {
    switch (mediaType) {
      case 'image/jpeg':
      case 'image/jpg':
        return (await showPicture(options, part, 'image/jpeg', PICTURE)).pages
      case 'image/png':
        return (await showPicture(options, part, mediaType, PICTURE)).pages
      case 'application/pdf':
        return showDocument(part)
      default:
        return []
    }
  }
  return async ({ mediaType, sha256, bytes }) => {
    if (options.isMasked(sha256)) return []
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
