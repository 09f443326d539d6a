import type { Orientation } from '../plan/absorbed-exhibit.ts'

export interface JpegHeader {
  readonly width: number
  readonly height: number
  readonly components: 1 | 3 | 4
  readonly orientation: Orientation
  /** Adobe programs store the inks of CMYK pictures inverted. */
  readonly isAdobe: boolean
  /** Where the first scan begins. */
  readonly scanAt: number
}

type ReadAt = (position: number, length: number) => Promise<Buffer>

/** Baseline, extended and progressive: what a PDF reader's DCT decoder knows. */
const KNOWN_FRAMES = [0xc0, 0xc1, 0xc2]
/** Real headers have some tens of segments; a file made of nothing else is no picture. */
const MOST_SEGMENTS = 4096

/** Reads what is needed to show a JPEG, and nothing of its picture data. Null when it is none that can be shown. */
export async function readJpegHeader(read: ReadAt): Promise<JpegHeader | null> {
  const start = await read(0, 2)
  if (start.length < 2 || start.readUInt16BE(0) !== 0xffd8) return null
  let frame: Pick<JpegHeader, 'width' | 'height' | 'components'> | null = null
  let orientation: Orientation = 1
  let isAdobe = false
  let at = 2
  for (let count = 0; count < MOST_SEGMENTS; count++) {
    const marker = await read(at, 4)
    if (marker.length < 4 || marker[0] !== 0xff) return null
    const code = marker[1] ?? 0
    if (code === 0xff) {
      at += 1
      continue
    }
    const length = marker.readUInt16BE(2)
    if (length < 2) return null
    if (code === 0xda)
      return frame === null ? null : { ...frame, orientation, isAdobe, scanAt: at + 2 + length }
    if (isFrame(code)) {
      frame = KNOWN_FRAMES.includes(code) ? readFrame(await read(at + 4, 6)) : null
      if (frame === null) return null
    } else if (code === 0xe1) orientation = readOrientation(await read(at + 4, length - 2)) ?? orientation
    else if (code === 0xee) isAdobe = (await read(at + 4, 5)).toString('latin1') === 'Adobe'
    at += 2 + length
  }
  return null
}

function isFrame(code: number): boolean {
  return code >= 0xc0 && code <= 0xcf && code !== 0xc4 && code !== 0xc8 && code !== 0xcc
}

function readFrame(bytes: Buffer): Pick<JpegHeader, 'width' | 'height' | 'components'> | null {
  if (bytes.length < 6 || bytes[0] !== 8) return null
  const components = bytes[5]
  if (components !== 1 && components !== 3 && components !== 4) return null
  return { height: bytes.readUInt16BE(1), width: bytes.readUInt16BE(3), components }
}

const ORIENTATION_TAG = 0x0112

/** Orientation out of an EXIF segment; null when it has none or is damaged. */
function readOrientation(segment: Buffer): Orientation | null {
  if (segment.toString('latin1', 0, 6) !== 'Exif\0\0') return null
  const tiff = segment.subarray(6)
  const isLittle = tiff.toString('latin1', 0, 2) === 'II'
  try {
    const short = (at: number) => (isLittle ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at))
    const directory = isLittle ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4)
    for (let entry = 0; entry < short(directory); entry++) {
      const at = directory + 2 + entry * 12
      if (short(at) !== ORIENTATION_TAG) continue
      const value = short(at + 8)
      return value >= 1 && value <= 8 ? (value as Orientation) : null
    }
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
  }
  return null
}
