import type { Original } from '../original.ts'

const CHUNK_BYTES = 256 * 1024

/** A file inside the file: so many bytes of it, however they are read. */
export function filePart(sizeBytes: number, readAt: Original['read']): Original {
  const read = (position: number, length: number) =>
    readAt(position, Math.max(0, Math.min(length, sizeBytes - position)))
  return {
    sizeBytes,
    read,
    async *stream(start = 0, end = sizeBytes) {
      for (let position = start; position < Math.min(end, sizeBytes);) {
        const bytes = await read(position, Math.min(CHUNK_BYTES, end - position))
        if (bytes.length === 0) return
        position += bytes.length
        yield bytes
      }
    },
    close: () => Promise.resolve()
  }
}
