import type { CheckedOriginal } from './checked-original.ts'

/** Larger buffers are not kept for the next document. */
const LARGEST_KEPT = 64 * 1024 * 1024

/** Memory that one document after the other is read into. */
export interface SourceMemory {
  kept: Buffer
}

/** The whole document in memory that the next one uses again: by then its pages and its copy are in the file. */
export async function readWhole(original: CheckedOriginal, memory: SourceMemory): Promise<Buffer> {
  const { sizeBytes, held } = original
  if (held !== null) return held
  // Not from Node's pool: the copier finds a stream's place by its offset in this very buffer.
  const whole = memory.kept.length >= sizeBytes ? memory.kept : Buffer.allocUnsafeSlow(sizeBytes)
  if (sizeBytes <= LARGEST_KEPT) memory.kept = whole
  const bytes = whole.subarray(0, sizeBytes)
  await original.fill(bytes)
  return bytes
}
