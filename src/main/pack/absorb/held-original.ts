import type { CheckedOriginal } from './checked-original.ts'

/** Bytes that were checked with the file they came in, read like an original. */
export function heldOriginal(bytes: Buffer): CheckedOriginal {
  async function* whole(): AsyncIterable<Buffer> {
    yield bytes
  }
  return {
    sizeBytes: bytes.length,
    read: async (position, length) => bytes.subarray(position, position + length),
    ranges: null,
    held: null,
    stream: whole,
    keptStream: whole,
    fill: async (memory) => void memory.set(bytes),
    settled: async () => undefined
  }
}
