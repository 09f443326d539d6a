import type { Orientation } from '../plan/absorbed-exhibit.ts'
import type { JpegHeader } from './jpeg-header.ts'

const END = Buffer.from([0xff, 0xd9])
/** APP1 to APP13, APP15 and COM: place, camera, small copies, remarks. The rest is needed to decode the picture. */
const REMARKS: ReadonlySet<number> = new Set([...Array.from({ length: 13 }, (_, n) => 0xe1 + n), 0xef, 0xfe])

/**
 * The picture of a JPEG and nothing else: no remarks before it, nothing behind its end. Its points are the same,
 * its bytes are not those of the original. Reads the source to its end, so that its hash is known.
 * @param scanAt where the first scan begins
 */
export async function* bareJpeg(
  source: AsyncIterable<Buffer>,
  { scanAt, orientation }: Pick<JpegHeader, 'scanAt' | 'orientation'>
): AsyncIterable<Buffer> {
  let head: Buffer | null = Buffer.alloc(0)
  let lastByte = 0
  let isOver = false
  for await (const chunk of source) {
    let data = chunk
    if (head !== null) {
      head = Buffer.concat([head, chunk])
      if (head.length < scanAt) continue
      yield bareHead(head.subarray(0, scanAt), orientation)
      data = head.subarray(scanAt)
      head = null
    }
    if (isOver || data.length === 0) continue
    const end = lastByte === 0xff && data[0] === 0xd9 ? -1 : data.indexOf(END)
    isOver = end !== -1 || (lastByte === 0xff && data[0] === 0xd9)
    yield isOver ? data.subarray(0, end + 2) : data
    lastByte = data.at(-1) ?? 0
  }
}

function bareHead(head: Buffer, orientation: Orientation): Buffer {
  const kept = [head.subarray(0, 2), ...(orientation === 1 ? [] : [turnSegment(orientation)])]
  let at = 2
  while (at + 4 <= head.length) {
    const code = head[at + 1] ?? 0
    if (code === 0xff) {
      at += 1
      continue
    }
    const next = at + 2 + head.readUInt16BE(at + 2)
    if (!REMARKS.has(code)) kept.push(head.subarray(at, next))
    at = next
  }
  return Buffer.concat(kept)
}

/** EXIF that says how the picture is turned and nothing else: whoever takes it out of the pack sees it upright. */
function turnSegment(orientation: Orientation): Buffer {
  // A directory of one entry, big-endian: tag 0x0112, one short.
  const one = `4d4d002a0000000800010112000300000001000${orientation}000000000000`
  const body = Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), Buffer.from(one, 'hex')])
  const head = Buffer.from([0xff, 0xe1, 0, 0])
  head.writeUInt16BE(body.length + 2, 2)
  return Buffer.concat([head, body])
}
