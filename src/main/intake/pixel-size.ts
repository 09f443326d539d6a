import type { Original } from '../original.ts'

export interface PixelSize {
  readonly width: number
  readonly height: number
}

/** A photo has some ten segments before its picture; a file with more than this only wants to keep us busy. */
const MOST_SEGMENTS = 1000

/** The size a PNG or JPEG states in its header, before any turning that EXIF asks for; null where there is none. */
export async function pixelSize(original: Original, mediaType: string): Promise<PixelSize | null> {
  if (mediaType === 'image/png') return pngSize(await original.read(0, 24))
  if (mediaType === 'image/jpeg') return jpegSize(original)
  return null
}

function pngSize(head: Buffer): PixelSize | null {
  if (head.length < 24 || head.toString('latin1', 12, 16) !== 'IHDR') return null
  return sound({ width: head.readUInt32BE(16), height: head.readUInt32BE(20) })
}

async function jpegSize(original: Original): Promise<PixelSize | null> {
  let position = 2
  for (let count = 0; count < MOST_SEGMENTS; count += 1) {
    const head = await original.read(position, 9)
    if (head.length < 4 || head[0] !== 0xff) return null
    const marker = head[1] ?? 0
    if (marker === 0xff) {
      position += 1
      continue
    }
    if (isFrame(marker)) {
      return head.length < 9 ? null : sound({ width: head.readUInt16BE(7), height: head.readUInt16BE(5) })
    }
    // The picture itself begins, or the file ends: no frame came before.
    if (marker === 0xda || marker === 0xd9) return null
    position += 2 + head.readUInt16BE(2)
  }
  return null
}

/** SOF0 to SOF15 without DHT (C4), JPG (C8) and DAC (CC), which share the range (ITU T.81, table B.1). */
function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc
}

function sound(size: PixelSize): PixelSize | null {
  return size.width > 0 && size.height > 0 ? size : null
}
