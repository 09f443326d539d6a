import { readSync } from 'node:fs'
import { open } from 'node:fs/promises'
import type { Original } from './original.ts'

/** Large enough that the disk and not the number of calls sets the pace, small enough to hold a few at once. */
const CHUNK_BYTES = 256 * 1024

/** A plain file as an `Original`, or null when it cannot be opened or is none. */
export async function openFileOriginal(path: string): Promise<Original | null> {
  const handle = await open(path, 'r').catch(() => null)
  if (handle === null) return null
  const stat = await handle.stat()
  if (!stat.isFile()) {
    await handle.close()
    return null
  }
  const { size } = stat
  const read = async (position: number, length: number) => {
    const bytes = Buffer.allocUnsafe(Math.max(0, Math.min(length, size - position)))
    const { bytesRead } = await handle.read(bytes, 0, bytes.length, position)
    return bytes.subarray(0, bytesRead)
  }
  return {
    sizeBytes: size,
    read,
    readInto: async (position, into) => (await handle.read(into, 0, into.length, position)).bytesRead,
    readSync: (position, into) => readSync(handle.fd, into, 0, into.length, position),
    async *stream(start = 0, end = size) {
      for (let position = start; position < end;) {
        const bytes = await read(position, Math.min(CHUNK_BYTES, end - position))
        if (bytes.length === 0) return
        position += bytes.length
        yield bytes
      }
    },
    close: () => handle.close()
  }
}
