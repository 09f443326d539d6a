import { Readable } from 'node:stream'
import type { ExhibitPage } from '../plan/absorbed-exhibit.ts'
import type { PdfFile } from '../write/pdf-file.ts'
import type { CheckedOriginal } from './checked-original.ts'
import { checkDecodes } from './decode-check.ts'
import { OriginalChanged } from './original-changed.ts'
import { checkPictureSize, LARGEST_PIXELS, PictureRefused } from './picture-limits.ts'
import { canPassThrough, PngReader, type PngHeader } from './png-reader.ts'

/** Shows a PNG: its compressed rows as they are where a PDF can hold them, else the same picture on white. */
export async function absorbPng(
  file: PdfFile,
  original: CheckedOriginal,
  isSuspect: boolean
): Promise<readonly ExhibitPage[]> {
  const png = new PngReader(original.stream())
  const header = await png.header()
  checkPictureSize(header.width, header.height)
  if (isSuspect) await checkDecodes(original.keptStream())
  const object = canPassThrough(header)
    ? (await file.writePassing(imageEntries(header), png.rows())).object
    : await writeFlattened(file, original)
  return [{ kind: 'picture', object, width: header.width, height: header.height, orientation: 1 }]
}

function imageEntries({ width, height, bits, colourType, palette }: PngHeader) {
  const colours = colourType === 2 ? 3 : 1
  const space =
    colourType === 2
      ? '/DeviceRGB'
      : palette !== null && colourType === 3
        ? `[/Indexed /DeviceRGB ${Math.floor(palette.length / 3) - 1} <${palette.toString('hex')}>]`
        : '/DeviceGray'
  return {
    Type: '/XObject',
    Subtype: '/Image',
    Width: String(width),
    Height: String(height),
    ColorSpace: space,
    BitsPerComponent: String(bits),
    Filter: '/FlateDecode',
    DecodeParms: `<< /Predictor 15 /Colors ${colours} /BitsPerComponent ${bits} /Columns ${width} >>`
  }
}

/** Transparent and interlaced pictures are decoded once and laid on white; the result streams into the file. */
async function writeFlattened(file: PdfFile, original: CheckedOriginal) {
  const { default: sharp } = await import('sharp')
  const encoder = sharp({ limitInputPixels: LARGEST_PIXELS, failOn: 'error' })
    .flatten({ background: '#ffffff' })
    .png({ compressionLevel: 6, palette: false, progressive: false })
  let failure: unknown = null
  const source = Readable.from(original.keptStream())
  source.on('error', (error) => {
    failure = error
    encoder.destroy(error)
  })
  source.pipe(encoder)
  try {
    const flat = new PngReader(encoder)
    const header = await flat.header()
    if (!canPassThrough(header)) throw new PictureRefused('image-broken')
    return (await file.writePassing(imageEntries(header), flat.rows())).object
  } catch (error) {
    if (failure instanceof OriginalChanged) throw failure
    if (error instanceof PictureRefused || isOfOurs(error)) throw error
    throw new PictureRefused('image-broken')
  } finally {
    source.destroy()
  }
}

/** A full disk or a cancel while writing is no fault of the picture. */
function isOfOurs(error: unknown): boolean {
  return error instanceof Error && (error.name === 'AbortError' || 'code' in error)
}
