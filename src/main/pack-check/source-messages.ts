import type { Original } from '../original.ts'

const PIECE_BYTES = 1024 * 1024
/** Each message of a phone's export is one such element; inside a value the bracket would be written otherwise. */
const MESSAGE = /<[sm]ms[\s>/]/g
/** Of a piece, what an element may begin with and end behind it. */
const LONGEST_START = 4

/** How many messages an attached export holds, by its own elements. */
export async function countSourceMessages(attached: Original): Promise<number> {
  let count = 0
  let kept = ''
  for (let at = 0; at < attached.sizeBytes; at += PIECE_BYTES) {
    const piece = await attached.read(at, Math.min(PIECE_BYTES, attached.sizeBytes - at))
    const text = kept + piece.toString('latin1')
    count += text.match(MESSAGE)?.length ?? 0
    kept = text.slice(-LONGEST_START)
  }
  return count
}
