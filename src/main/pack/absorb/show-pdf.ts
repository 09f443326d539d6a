import type { Bar } from '../../../shared/domain/bar.ts'
import { bytesInMemory, bytesInWindows } from '../../pdf-reading/byte-source.ts'
import { absorbDocument } from './absorb-document.ts'
import type { AbsorbOptions } from './absorb-options.ts'
import type { CheckedOriginal } from './checked-original.ts'
import { PdfRefused } from './pdf-refused.ts'
import { renderDocument, type RenderOptions } from './render-document.ts'
import type { Shown } from './shown.ts'
import { readWhole } from './source-memory.ts'

/** A larger PDF is read where its pages need it, and once more as a whole to be hashed. */
const LARGEST_PDF_AT_ONCE = 32 * 1024 * 1024

/** Where only the whole can be read, it is held in memory while its pages are drawn. */
const LARGEST_DRAWN = 512 * 1024 * 1024

type PdfOptions = Pick<
  AbsorbOptions,
  'file' | 'onPage' | 'renderer' | 'isDrawn' | 'sample' | 'hideWords' | 'signal' | 'memory'
>

/**
 * The pages of a foreign document: copied, or drawn where the pack is archival or covers anything on them. Then all of
 * them are: pages of one document share what they are made of, and with the page beside it the pack would have, though
 * not shown, what lies under a bar.
 */
export async function showPdf(
  options: PdfOptions,
  original: CheckedOriginal,
  bars: readonly Bar[]
): Promise<Shown> {
  const { file, onPage } = options
  const { sizeBytes } = original
  const shown = sizeBytes > LARGEST_PDF_AT_ONCE ? await showByRange(options, original, bars) : null
  if (shown !== null) return shown
  const drawing = drawingOf(options, bars)
  if (drawing !== null) {
    if (sizeBytes > LARGEST_DRAWN) throw new PdfRefused('pdf-too-large')
    const bytes = drawing.renderer.room(sizeBytes)
    await original.fill(bytes)
    return { ...(await renderDocument(file, bytesInMemory(bytes), drawing)), bytes, isPageImage: false }
  }
  const bytes = await readWhole(original, options.memory)
  return { ...(await absorbDocument(file, bytesInMemory(bytes), onPage)), bytes, isPageImage: false }
}

/** The same without the document ever being in memory; null = it cannot be read in places. */
export async function showByRange(
  options: Omit<PdfOptions, 'memory'>,
  { sizeBytes, ranges }: CheckedOriginal,
  bars: readonly Bar[]
): Promise<Shown | null> {
  if (ranges === null) return null
  const { file, onPage } = options
  const source = bytesInWindows({ sizeBytes, ...ranges })
  const drawing = drawingOf(options, bars)
  const shown =
    drawing === null
      ? await absorbDocument(file, source, onPage)
      : await renderDocument(file, source, drawing)
  return { ...shown, bytes: null, isPageImage: false }
}

function drawingOf(
  {
    renderer,
    isDrawn,
    ...options
  }: Pick<PdfOptions, 'renderer' | 'isDrawn' | 'sample' | 'hideWords' | 'signal' | 'onPage'>,
  bars: readonly Bar[]
): RenderOptions | null {
  if (!isDrawn && bars.length === 0) return null
  if (renderer === null) throw new Error('pages that have to be drawn need a renderer')
  return { ...options, renderer, bars }
}
