import type { ExhibitPage } from '../plan/absorbed-exhibit.ts'
import type { PdfFile } from '../write/pdf-file.ts'
import { bareJpeg } from './bare-jpeg.ts'
import type { CheckedOriginal } from './checked-original.ts'
import { checkDecodes } from './decode-check.ts'
import { readJpegHeader, type JpegHeader } from './jpeg-header.ts'
import { checkPictureSize, PictureRefused } from './picture-limits.ts'

export interface JpegOptions {
  /** Intake could not decode it. */
  readonly isSuspect: boolean
  /** Without remarks and all that is no picture: then it is not the original. */
  readonly isBare: boolean
}

/** Puts a JPEG into the file as it is: its bytes are the page image, untouched unless it has to be bare. */
export async function absorbJpeg(
  file: PdfFile,
  original: CheckedOriginal,
  { isSuspect, isBare }: JpegOptions
): Promise<readonly ExhibitPage[]> {
  const header = await readJpegHeader(original.read)
  if (header === null) throw new PictureRefused('image-broken')
  checkPictureSize(header.width, header.height)
  const end = watchForEnd(original.stream(), header.scanAt)
  const { object } = await file.writePassing(
    jpegEntries(header),
    isBare ? bareJpeg(end.chunks, header) : end.chunks
  )
  if (isSuspect || !end.wasSeen()) await checkDecodes(original.keptStream())
  const { width, height, orientation } = header
  return [{ kind: 'picture', object, width, height, orientation }]
}

/** How a JPEG stands in the file. */
export function jpegEntries({
  width,
  height,
  components,
  isAdobe
}: Pick<JpegHeader, 'width' | 'height' | 'components' | 'isAdobe'>) {
  const spaces = { 1: '/DeviceGray', 3: '/DeviceRGB', 4: '/DeviceCMYK' } as const
  return {
    Type: '/XObject',
    Subtype: '/Image',
    Width: String(width),
    Height: String(height),
    ColorSpace: spaces[components],
    BitsPerComponent: '8',
    Decode: components === 4 && isAdobe ? '[1 0 1 0 1 0 1 0]' : undefined,
    Filter: '/DCTDecode'
  }
}

/** Looks for the end marker among the picture data; a picture without it was cut off. */
function watchForEnd(source: AsyncIterable<Buffer>, scanAt: number) {
  const END = Buffer.from([0xff, 0xd9])
  let isSeen = false
  async function* chunks(): AsyncIterable<Buffer> {
    let position = 0
    let lastByte = 0
    for await (const chunk of source) {
      if (!isSeen) {
        const scan = chunk.subarray(Math.max(0, scanAt - position))
        isSeen = scan.includes(END) || (position > scanAt && lastByte === 0xff && chunk[0] === 0xd9)
      }
      position += chunk.length
      lastByte = chunk.at(-1) ?? 0
      yield chunk
    }
  }
  return { chunks: chunks(), wasSeen: () => isSeen }
}
