import { PdfOdd } from './pdf-odd.ts'

/** Read at once where a file is looked into: most objects and what follows them lie within. */
const WINDOW_BYTES = 64 * 1024
const WINDOWS = 4

/** A value is looked for in so many bytes, then in ever more of them. */
const FIRST_LOOK_BYTES = 4 * 1024
const GROWTH = 16
const LARGEST_LOOK_BYTES = 64 * 1024 * 1024

/** What stands after a value and is looked at with it: the word that ends or goes on. */
const AFTER_BYTES = 64

/** Some bytes of a document. They are valid until the next look. */
export interface Look {
  readonly bytes: Buffer
  /** Where in `bytes` the place stands that was asked for. */
  readonly at: number
  /** Whether the document ends where these bytes end. */
  readonly isToEnd: boolean
}

/** The bytes of a document, all in memory or read where they are asked for. */
export interface ByteSource {
  readonly sizeBytes: number
  /** The whole document where it is in memory. */
  readonly whole: Buffer | null
  /** Bytes around a place: at least `length` from there on, or all until the end. */
  look(at: number, length: number): Look
  /** Fills `into` from a place on; what does not fill it is no document any more and throws. */
  readInto(at: number, into: Uint8Array): Promise<void>
}

export function bytesInMemory(bytes: Buffer): ByteSource {
  return {
    sizeBytes: bytes.length,
    whole: bytes,
    look: (at) => ({ bytes, at, isToEnd: true }),
    readInto: async (at, into) => into.set(bytes.subarray(at, at + into.length))
  }
}

/** A file of which never more than a few windows are in memory. */
export function bytesInWindows(file: {
  readonly sizeBytes: number
  /** Fills `into` or throws. */
  readonly readSync: (at: number, into: Uint8Array) => void
  readonly readInto: (at: number, into: Uint8Array) => Promise<void>
}): ByteSource {
  const { sizeBytes } = file
  let windows: readonly { readonly from: number; readonly bytes: Buffer }[] = []
  return {
    sizeBytes,
    whole: null,
    readInto: file.readInto,
    look(at, length) {
      const to = Math.min(sizeBytes, at + length)
      const known = windows.find(({ from, bytes }) => from <= at && to <= from + bytes.length)
      if (known !== undefined) return lookInto(known.from, known.bytes)
      const from = Math.min(at, sizeBytes)
      const bytes = Buffer.allocUnsafeSlow(Math.min(sizeBytes - from, Math.max(length, WINDOW_BYTES)))
      file.readSync(from, bytes)
      // A larger one was needed once, for a table or an object of many megabytes.
      if (bytes.length <= WINDOW_BYTES) windows = [{ from, bytes }, ...windows].slice(0, WINDOWS)
      return lookInto(from, bytes)

      function lookInto(start: number, window: Buffer): Look {
        return { bytes: window, at: at - start, isToEnd: start + window.length >= sizeBytes }
      }
    }
  }
}

/**
 * Reads something of unknown length: what does not end in the bytes at hand, or seems damaged, is read again with more
 * of them before it counts as damaged.
 */
export function lookFor<Found extends { readonly to: number }>(
  source: ByteSource,
  at: number,
  read: (look: Look) => Found
): Found {
  for (let length = FIRST_LOOK_BYTES; ; length *= GROWTH) {
    const look = source.look(at, length)
    const isAll = look.isToEnd || length >= LARGEST_LOOK_BYTES
    try {
      const found = read(look)
      if (isAll || found.to + AFTER_BYTES <= look.bytes.length) return found
    } catch (error) {
      if (isAll || !(error instanceof PdfOdd)) throw error
    }
  }
}
