const END = Buffer.from([0xff, 0xd9])
/** APP1 to APP13, APP15 and COM: place, camera, small copies, remarks. The rest is needed to decode the picture. */
const REMARKS: ReadonlySet<number> = new Set([...Array.from({ length: 13 }, (_, n) => 0xe1 + n), 0xef, 0xfe])

/**
 * The picture of a JPEG and nothing else: no remarks before it, nothing behind its end. Its points are the same,
 * its bytes are not those of the original. Reads the source to its end, so that its hash is known.
 * @param scanAt where the first scan begins
 */
export async function* bareJpeg(source: AsyncIterable<Buffer>, scanAt: number): AsyncIterable<Buffer> {
  let head: Buffer | null = Buffer.alloc(0)
  let lastByte = 0
  let isOver = false
  for await (const chunk of source) {
    let data = chunk
    if (head !== null) {
      head = Buffer.concat([head, chunk])
      if (head.length < scanAt) continue
      yield bareHead(head.subarray(0, scanAt))
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

function bareHead(head: Buffer): Buffer {
  const kept = [head.subarray(0, 2)]
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
