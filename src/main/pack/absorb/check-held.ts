import type { HeldBytes } from '../../original.ts'
import type { CheckedOriginal, Checking } from './checked-original.ts'
import { heldOriginal } from './held-original.ts'
import { OriginalChanged } from './original-changed.ts'

/** Between two of them a cancel is heard. */
const PIECE_BYTES = 4 * 1024 * 1024

/** An original that was read ahead: its pages are made while another thread may still be at its hash. */
export function checkHeld(
  { bytes, sum }: HeldBytes,
  { sha256, signal, onBytes }: Omit<Checking, 'thread'>
): CheckedOriginal {
  async function* pieces(): AsyncIterable<Buffer> {
    for (let position = 0; position < bytes.length; position += PIECE_BYTES) {
      signal.throwIfAborted()
      yield bytes.subarray(position, position + PIECE_BYTES)
    }
  }
  onBytes(bytes.length)
  return {
    ...heldOriginal(bytes),
    held: bytes,
    stream: pieces,
    keptStream: pieces,
    settled: async () => {
      if ((await sum()) !== sha256) throw new OriginalChanged()
    }
  }
}
