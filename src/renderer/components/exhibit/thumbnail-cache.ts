import { viewOf, type Exhibit } from '../../../shared/domain/exhibit.ts'
import { bridge } from '../../bridge/bridge.ts'
import { createDrawQueue } from '../pdf/draw-queue.ts'
import { openPdf } from '../pdf/open-pdf.ts'

/** Three times the width of the tray's picture: sharp on dense screens, 100 kB each. */
const WIDTH_PX = 126
const HEIGHT_PX = 168
const MOST_KEPT = 300

/** Decoding needs 4 bytes a pixel, and a thumbnail is not worth half a gigabyte. */
const LARGEST_IMAGE_PIXELS = 120_000_000
const LARGEST_IMAGE_BYTES = 100_000_000

/** A file that keeps its reader busy longer than this is shown by its icon. */
const LONGEST_DRAWING_MS = 15_000

const kept = new Map<string, ImageBitmap>()
const inOrder = createDrawQueue()
/** Files no picture could be made of; trying again at every scroll would only cost time. */
const fruitless = new Set<string>()

/** Whether a small picture can be made of it at all. */
export function hasThumbnail({ file }: Exhibit): boolean {
  const view = viewOf(file.mediaType)
  if (view !== 'image') return view === 'pdf' && !fruitless.has(file.sha256)
  const pixels = file.pixels === null ? 0 : file.pixels.width * file.pixels.height
  return pixels <= LARGEST_IMAGE_PIXELS && file.sizeBytes <= LARGEST_IMAGE_BYTES
}

/** The small picture if it was made before. */
export function keptThumbnail(sha256: string): ImageBitmap | undefined {
  return kept.get(sha256)
}

/**
 * A small picture of the first page, made once and kept by its bytes' hash.
 * undefined = there is none, or it was cancelled while it waited.
 */
export async function makeThumbnail(
  dossierId: string,
  exhibit: Exhibit,
  signal: AbortSignal
): Promise<ImageBitmap | undefined> {
  return inOrder(async () => {
    const known = kept.get(exhibit.file.sha256)
    if (known !== undefined) return known
    const opened = await bridge.openExhibit({ dossierId, exhibitId: exhibit.id })
    if (!opened.ok) return undefined
    const { url } = opened.value
    try {
      const limit = AbortSignal.any([signal, AbortSignal.timeout(LONGEST_DRAWING_MS)])
      const made =
        viewOf(exhibit.file.mediaType) === 'pdf'
          ? await firstPage(url, exhibit.file.sizeBytes, limit)
          : await smallImage(url, limit)
      if (made !== undefined) keep(exhibit.file.sha256, made)
      else if (!signal.aborted) fruitless.add(exhibit.file.sha256)
      return made
    } catch {
      // Broken, or the limit was reached: the icon stands for it, and the viewer says why.
      if (!signal.aborted) fruitless.add(exhibit.file.sha256)
      return undefined
    } finally {
      void bridge.closeExhibit({ url })
    }
  }, signal)
}

function keep(sha256: string, picture: ImageBitmap): void {
  kept.set(sha256, picture)
  const oldest = kept.keys().next().value
  // Not closed: a component may be about to draw it. Without a reference it is collected.
  if (kept.size > MOST_KEPT && oldest !== undefined) kept.delete(oldest)
}

async function smallImage(url: string, signal: AbortSignal): Promise<ImageBitmap> {
  const response = await fetch(url, { signal })
  if (!response.ok) throw new Error(`no picture: ${response.status}`)
  return createImageBitmap(await response.blob(), { resizeWidth: WIDTH_PX, resizeQuality: 'high' })
}

async function firstPage(
  url: string,
  sizeBytes: number,
  signal: AbortSignal
): Promise<ImageBitmap | undefined> {
  const opened = await openPdf({ url, sizeBytes }, signal)
  if (!opened.ok) return undefined
  const pdf = opened.value
  try {
    const size = await pdf.sizeOf(1)
    const canvas = document.createElement('canvas')
    const cssScale = Math.min(WIDTH_PX / size.width, HEIGHT_PX / size.height)
    const isDrawn = await pdf.draw({ pageNumber: 1, canvas, cssScale, deviceScale: 1, signal })
    return isDrawn ? await createImageBitmap(canvas) : undefined
  } finally {
    pdf.close()
  }
}
