import type { ExhibitPage } from '../plan/absorbed-exhibit.ts'
import type { PdfFile } from '../write/pdf-file.ts'
import { jpegEntries } from './absorb-jpeg.ts'
import type { JpegHeader } from './jpeg-header.ts'
import { checkPictureSize, LARGEST_PIXELS, PictureRefused } from './picture-limits.ts'

/** Hardly to be told from the original. */
const QUALITY = 92

/**
 * A copy of a picture in printing inks in the colours of screens: PDF/A lets a file have colours of one kind only, and
 * the pack's are those of screens. How the picture is turned stays as it was.
 */
export async function absorbInks(
  file: PdfFile,
  bytes: Buffer,
  { width, height, orientation }: JpegHeader
): Promise<readonly ExhibitPage[]> {
  checkPictureSize(width, height)
  const { default: sharp } = await import('sharp')
  const jpeg = await sharp(bytes, { limitInputPixels: LARGEST_PIXELS, failOn: 'error' })
    .toColourspace('srgb')
    .jpeg({ quality: QUALITY, chromaSubsampling: '4:4:4' })
    .toBuffer()
    .catch(() => {
      throw new PictureRefused('image-broken')
    })
  const object = await file.writeStream(jpegEntries({ width, height, components: 3, isAdobe: false }), jpeg)
  return [{ kind: 'picture', object, width, height, orientation }]
}
