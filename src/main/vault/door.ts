import type { FsxFile } from '../fsx.ts'
import type { Original } from '../original.ts'

/** Large enough that the disk and not the number of calls sets the pace, small enough to hold a few at once. */
export const CHUNK_BYTES = 1024 * 1024

/**
 * The one door through which every byte of an object or dossier file passes. Today it changes nothing;
 * sealed files will come and go through the same four functions, which is why readers ask for ranges
 * and nobody else opens such a file.
 */
export interface Door {
  /** Stands in `vault.json`: which door wrote the files. */
  readonly format: number
  sealStream(plain: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array>
  /** Takes the file over: closing the original closes it. */
  openFile(file: FsxFile, sizeBytes: number): Original
  sealWhole(plain: Uint8Array): Uint8Array
  /** null when these bytes were not written by this door. */
  openWhole(sealed: Uint8Array): Uint8Array | null
}

export const plainDoor: Door = {
  format: 1,
  sealStream: (plain) => plain,
  openFile: plainOriginal,
  sealWhole: (plain) => plain,
  openWhole: (sealed) => sealed
}

function plainOriginal(file: FsxFile, sizeBytes: number): Original {
  async function readInto(position: number, into: Uint8Array): Promise<number> {
    const wanted = into.subarray(0, Math.max(0, sizeBytes - position))
    let filled = 0
    while (filled < wanted.length) {
      const count = await file.read(wanted.subarray(filled), position + filled)
      if (count === 0) break
      filled += count
    }
    return filled
  }
  async function read(position: number, length: number): Promise<Buffer> {
    const wanted = Buffer.allocUnsafe(Math.max(0, Math.min(length, sizeBytes - position)))
    return wanted.subarray(0, await readInto(position, wanted))
  }
  const { readSync } = file
  return {
    sizeBytes,
    read,
    readInto,
    ...(readSync === undefined
      ? {}
      : {
          readSync: (position: number, into: Uint8Array) =>
            readSync(into.subarray(0, Math.max(0, sizeBytes - position)), position)
        }),
    async *stream(start = 0, end = sizeBytes) {
      const stop = Math.min(end, sizeBytes)
      for (let position = start; position < stop;) {
        const bytes = await read(position, Math.min(CHUNK_BYTES, stop - position))
        if (bytes.length === 0) return
        position += bytes.length
        yield bytes
      }
    },
    close: () => file.close()
  }
}
