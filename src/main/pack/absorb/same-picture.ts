import type { DrawnPicture } from '../render/render-protocol.ts'
import { readJpegHeader } from './jpeg-header.ts'

type KeptJpeg = Extract<DrawnPicture, { kind: 'jpeg' }>

/** Of 255, on average: what two decoders and two ways to make a picture small differ by is below 2. */
const LARGEST_DIFFERENCE = 6

/**
 * Whether the bytes of a JPEG alone show what its page shows: a source may have turned its colours round, given it
 * others, or said another size than the picture has.
 */
export async function isSamePicture(picture: KeptJpeg): Promise<boolean> {
  const bytes = Buffer.from(picture.bytes.buffer, picture.bytes.byteOffset, picture.bytes.byteLength)
  const header = await readJpegHeader((position, length) =>
    Promise.resolve(bytes.subarray(position, position + length))
  )
  if (header === null || header.components !== (picture.isGrey ? 1 : 3)) return false
  if (header.width !== picture.pixelWidth || header.height !== picture.pixelHeight) return false
  const turn = turnOf(picture.matrix)
  if (turn === null) return false
  const { rgb, width, height } = picture.proof
  const shown = await decoded(bytes, turn, width, height)
  if (shown === null || shown.length !== rgb.length) return false
  let difference = 0
  for (const [index, value] of shown.entries()) difference += Math.abs(value - (rgb[index] ?? 0))
  return difference / rgb.length < LARGEST_DIFFERENCE
}

/** Degrees with the clock; null for mirrored pictures. */
function turnOf([a, b, c, d]: KeptJpeg['matrix']): number | null {
  if (Math.abs(a) > Math.abs(b)) return a > 0 && d > 0 ? 0 : a < 0 && d < 0 ? 180 : null
  return b < 0 && c > 0 ? 90 : b > 0 && c < 0 ? 270 : null
}

async function decoded(bytes: Buffer, turn: number, width: number, height: number): Promise<Buffer | null> {
  const { default: sharp } = await import('sharp')
  return sharp(bytes, { failOn: 'error', sequentialRead: turn === 0 })
    .rotate(turn)
    .resize(width, height, { fit: 'fill', kernel: 'linear' })
    .toColourspace('srgb')
    .removeAlpha()
    .raw()
    .toBuffer()
    .catch(() => null)
}
