import { NO_LAYERS, slip, type Shown } from './shown.ts'
import type { AbsorbOptions } from './absorb-options.ts'
import { readWhole } from './source-memory.ts'
import { showPdf } from './show-pdf.ts'
import { showWritten } from './show-written.ts'
import { canHaveBars } from '../../../shared/domain/bar.ts'
import { type Exhibit } from '../../../shared/domain/exhibit.ts'
import { absorbInks } from './absorb-inks.ts'
import { absorbJpeg } from './absorb-jpeg.ts'
import { absorbMarked } from './absorb-marked.ts'
import { absorbPng } from './absorb-png.ts'
import { type CheckedOriginal } from './checked-original.ts'
import { readJpegHeader, type JpegHeader } from './jpeg-header.ts'
import { PdfRefused } from './pdf-refused.ts'
import { PictureRefused } from './picture-limits.ts'

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
  const { file, onPage } = options
  if (options.isGivenUp) return slip('engine-gave-up')
  const isSuspect = exhibit.file.pages === null
  const burning = canHaveBars(exhibit.file) ? options.burnt(exhibit) : null
  if (burning !== null) {
    const bytes = await readWhole(original, options.memory)
    const pages = await absorbMarked(file, bytes, burning)
    onPage()
    return { pages, layers: NO_LAYERS, bytes, isPageImage: false }
  }
  switch (exhibit.file.mediaType) {
    case 'image/jpeg': {
      const inks = options.renderer === null ? null : await inksOf(original)
      if (inks !== null) {
        const bytes = await readWhole(original, options.memory)
        const pages = await absorbInks(file, bytes, inks)
        onPage()
        return { pages, layers: NO_LAYERS, bytes, isPageImage: false }
      }
      const pages = await absorbJpeg(file, original, {
        isSuspect,
        isBare: options.withheldFor(exhibit) === 'masked'
      })
      onPage()
      return { pages, layers: NO_LAYERS, bytes: null, isPageImage: true }
    }
    case 'image/png': {
      const pages = await absorbPng(file, original, isSuspect)
      onPage()
      return { pages, layers: NO_LAYERS, bytes: null, isPageImage: false }
    }
    case 'application/pdf':
      return showPdf(options, original)
    case 'message/rfc822':
      return showWritten(options, exhibit, original, 'mail')
    case 'text/plain':
      return showWritten(options, exhibit, original, 'text')
    case 'application/xml':
      return showWritten(options, exhibit, original, 'messages')
    default:
      return slip('no-page-form')
  }
}

/** A picture made for printing; null = it is none. */
async function inksOf({ read }: CheckedOriginal): Promise<JpegHeader | null> {
  const header = await readJpegHeader(read)
  return header?.components === 4 ? header : null
}
