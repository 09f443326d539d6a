import type { OverlayOptions } from 'sharp'
import type { Overlay } from '../layout/burnt-marks.ts'
import type { Burnt, ExhibitPage } from '../plan/absorbed-exhibit.ts'
import type { PdfFile } from '../write/pdf-file.ts'
import { jpegEntries } from './absorb-jpeg.ts'
import { checkPictureSize, LARGEST_PIXELS, PictureRefused } from './picture-limits.ts'

/** What goes into the pixels of a picture. */
export interface Burning {
  readonly burnt: Burnt
  /** What is laid over a picture of this size, which stands upright; what comes later lies above. */
  readonly overlaysFor: (size: { readonly width: number; readonly height: number }) => readonly Overlay[]
}

/** Hardly to be told from the original, at a fraction of what storing every pixel takes. */
const QUALITY = 92

/**
 * A copy of a picture with marks and bars in its very pixels, upright, without place, camera and remarks: whoever
 * takes it out of the pack has the marks too, and nothing of what lay under the bars.
 */
export async function absorbMarked(
  file: PdfFile,
  bytes: Buffer,
  { burnt, overlaysFor }: Burning
): Promise<readonly ExhibitPage[]> {
  const { jpeg, width, height } = await markedCopy(bytes, overlaysFor)
  const entries = jpegEntries({ width, height, components: 3, isAdobe: false })
  const { object } = await file.writePassing(entries, inOneChunk(jpeg))
  return [{ kind: 'picture', object, width, height, orientation: 1, burnt }]
}

async function markedCopy(bytes: Buffer, overlaysFor: Burning['overlaysFor']) {
  const { default: sharp } = await import('sharp')
  const picture = sharp(bytes, { limitInputPixels: LARGEST_PIXELS, failOn: 'error' })
  try {
    const { autoOrient } = await picture.metadata()
    const { width, height } = autoOrient
    checkPictureSize(width, height)
    const overlays = overlaysFor({ width, height })
    const jpeg = await picture
      .autoOrient()
      .flatten({ background: '#ffffff' })
      .toColourspace('srgb')
      .composite(overlays.map(asInput))
      .jpeg({ quality: QUALITY, chromaSubsampling: '4:4:4' })
      .toBuffer()
    return { jpeg, width, height }
  } catch (error) {
    if (error instanceof PictureRefused) throw error
    throw new PictureRefused('image-broken')
  }
}

function asInput(overlay: Overlay): OverlayOptions {
  const { left, top } = overlay
  if (overlay.kind === 'drawn') return { input: overlay.svg, left, top }
  const { width, height } = overlay
  return { input: { create: { width, height, channels: 3, background: '#000000' } }, left, top }
}

async function* inOneChunk(bytes: Buffer): AsyncIterable<Buffer> {
  yield bytes
}
