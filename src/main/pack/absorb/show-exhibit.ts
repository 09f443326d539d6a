import type { Exhibit } from '../../../shared/domain/exhibit.ts'
import { writtenKindOf } from '../plan/written-text.ts'
import { absorbMarked } from './absorb-marked.ts'
import type { AbsorbOptions } from './absorb-options.ts'
import type { CheckedOriginal } from './checked-original.ts'
import { PdfRefused } from './pdf-refused.ts'
import { PictureRefused } from './picture-limits.ts'
import { showPdf } from './show-pdf.ts'
import { showPicture } from './show-picture.ts'
import { showWritten } from './show-written.ts'
import { NO_LAYERS, slip, type Shown } from './shown.ts'
import { readWhole } from './source-memory.ts'
import { untilCancelled } from './until-cancelled.ts'

/** The exhibit's pages, or a slip where it cannot be shown; what was written of it until then is taken back. */
export async function showOrSlip(
  options: AbsorbOptions,
  exhibit: Exhibit,
  original: CheckedOriginal
): Promise<Shown> {
  const { file } = options
  const start = file.mark()
  try {
    return await show(options, exhibit, original)
  } catch (error) {
    if (!(error instanceof PdfRefused || error instanceof PictureRefused)) throw error
    await file.rollBack(start)
    return slip(error.reason)
  }
}

async function show(options: AbsorbOptions, exhibit: Exhibit, original: CheckedOriginal): Promise<Shown> {
  const { file, signal, onPage } = options
  if (options.isGivenUp) return slip('engine-gave-up')
  const isSuspect = exhibit.file.pages === null
  const burning = isPicture(exhibit.file) ? options.burnt(exhibit) : null
  if (burning !== null) {
    const bytes = await readWhole(original, options.memory)
    const pages = await untilCancelled(signal, absorbMarked(file, bytes, burning))
    onPage()
    return { pages, layers: NO_LAYERS, bytes, isPageImage: false }
  }
  switch (exhibit.file.mediaType) {
    case 'image/jpeg':
    case 'image/png': {
      const isBare = options.withheldFor(exhibit) === 'masked'
      const shown = await showPicture(options, original, exhibit.file.mediaType, { isSuspect, isBare })
      onPage()
      return shown
    }
    case 'application/pdf':
      return showPdf(options, original, options.covered(exhibit))
    default: {
      const kind = writtenKindOf(exhibit.file.mediaType)
      return kind === null ? slip('no-page-form') : showWritten(options, exhibit, original, kind)
    }
  }
}

/** Kinds of pictures that the pack shows. */
function isPicture({ mediaType }: Exhibit['file']): boolean {
  return mediaType === 'image/jpeg' || mediaType === 'image/png'
}
