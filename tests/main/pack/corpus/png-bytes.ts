import { crc32 } from 'node:zlib'

export interface PngChunk {
  readonly type: string
  readonly data: Buffer
}

const SIGNATURE = Buffer.from('89504e470d0a1a0a', 'hex')

export function chunksOf(png: Buffer): readonly PngChunk[] {
  const chunks: PngChunk[] = []
  for (let at = 8; at < png.length;) {
    const length = png.readUInt32BE(at)
    chunks.push({ type: png.toString('latin1', at + 4, at + 8), data: png.subarray(at + 8, at + 8 + length) })
    at += 12 + length
  }
  return chunks
}

/** The chunks with sums that are right, but for the type whose sum has to be wrong. */
export function pngOf(chunks: readonly PngChunk[], wrongSum = ''): Buffer {
  return Buffer.concat([
    SIGNATURE,
    ...chunks.map(({ type, data }) => {
      const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
      const bytes = Buffer.alloc(body.length + 8)
      bytes.writeUInt32BE(data.length)
      body.copy(bytes, 4)
      bytes.writeUInt32BE((crc32(body) ^ (type === wrongSum ? 1 : 0)) >>> 0, body.length + 4)
      return bytes
    })
  ])
}

/** The picture with the chunks of one type changed, left out or added to. */
export function withChunks(png: Buffer, change: (chunk: PngChunk) => readonly PngChunk[]): Buffer {
  return pngOf(chunksOf(png).flatMap(change))
}

export function withHeader(png: Buffer, change: (data: Buffer) => void): Buffer {
  return withChunks(png, (chunk) => {
    if (chunk.type !== 'IHDR') return [chunk]
    const data = Buffer.from(chunk.data)
    change(data)
    return [{ type: 'IHDR', data }]
  })
}

/** A chunk behind the header. */
export function withChunk(png: Buffer, type: string, data: Buffer): Buffer {
  return withChunks(png, (chunk) => (chunk.type === 'IHDR' ? [chunk, { type, data }] : [chunk]))
}
