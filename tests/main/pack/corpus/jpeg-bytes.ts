/** Puts a segment behind the first two bytes, where EXIF and profiles stand. */
export function withSegment(jpeg: Buffer, marker: number, data: Buffer, length = data.length + 2): Buffer {
  const head = Buffer.from([0xff, marker, length >> 8, length & 0xff])
  return Buffer.concat([jpeg.subarray(0, 2), head, data, jpeg.subarray(2)])
}

/** Where each segment begins, up to and with the scan. */
export function segmentsOf(
  jpeg: Buffer
): readonly { readonly marker: number; readonly at: number; readonly end: number }[] {
  const segments = []
  for (let at = 2; jpeg[at] === 0xff;) {
    const marker = jpeg[at + 1] ?? 0
    const end = at + 2 + jpeg.readUInt16BE(at + 2)
    segments.push({ marker, at, end })
    if (marker === 0xda) break
    at = end
  }
  return segments
}

function segmentOf(jpeg: Buffer, ...markers: readonly number[]) {
  const found = segmentsOf(jpeg).find(({ marker }) => markers.includes(marker))
  if (found === undefined) throw new Error(`no segment ${markers.join(' ')}`)
  return found
}

export function withoutSegment(jpeg: Buffer, ...markers: readonly number[]): Buffer {
  const { at, end } = segmentOf(jpeg, ...markers)
  return Buffer.concat([jpeg.subarray(0, at), jpeg.subarray(end)])
}

/** Changes the segment in place; the change sees it from its marker on. */
export function editSegment(
  jpeg: Buffer,
  markers: readonly number[],
  change: (segment: Buffer) => void
): Buffer {
  const copy = Buffer.from(jpeg)
  const { at, end } = segmentOf(copy, ...markers)
  change(copy.subarray(at, end))
  return copy
}

/** The frame of baseline and of progressive pictures. */
export const FRAME = [0xc0, 0xc1, 0xc2]

export function withFrame(jpeg: Buffer, change: (frame: Buffer) => void): Buffer {
  return editSegment(jpeg, FRAME, change)
}

export function withSize(jpeg: Buffer, width: number, height: number): Buffer {
  return withFrame(jpeg, (frame) => {
    frame.writeUInt16BE(height, 5)
    frame.writeUInt16BE(width, 7)
  })
}

interface ExifEntry {
  readonly isLittle: boolean
  readonly value: number
  readonly type?: number
  readonly count?: number
  readonly directory?: number
  readonly entries?: number
}

/** An EXIF segment whose one entry is the orientation. */
export function exif({
  isLittle,
  value,
  type = 3,
  count = 1,
  directory = 8,
  entries = 1
}: ExifEntry): Buffer {
  const tiff = Buffer.alloc(26)
  const put16 = (number: number, at: number) =>
    isLittle ? tiff.writeUInt16LE(number, at) : tiff.writeUInt16BE(number, at)
  const put32 = (number: number, at: number) =>
    isLittle ? tiff.writeUInt32LE(number, at) : tiff.writeUInt32BE(number, at)
  tiff.write(isLittle ? 'II' : 'MM', 'latin1')
  put16(42, 2)
  put32(directory, 4)
  put16(entries, 8)
  put16(0x0112, 10)
  put16(type, 12)
  put32(count, 14)
  put16(value, 18)
  return Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff])
}
