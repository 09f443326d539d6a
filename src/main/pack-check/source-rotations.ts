import type { Original } from '../original.ts'
import { openPackObjects, isDamage } from './pack-objects.ts'
import { readPageTree } from './page-tree.ts'
import { numberOf } from './pdf-look.ts'

/** Most attached PDFs are small: one read instead of a dozen. */
const MOST_READ_AT_ONCE = 1024 * 1024

/** How the pages of an attached PDF are turned, as that file itself says; null where it cannot be read. */
export async function readSourceRotations(
  original: Original,
  stream: { readonly at: number; readonly length: number }
): Promise<readonly (number | null)[] | null> {
  try {
    const isSmall = stream.length <= MOST_READ_AT_ONCE
    const whole = isSmall ? inMemory(await original.read(stream.at, stream.length)) : null
    const objects = await openPackObjects(whole ?? partOf(original, stream.at, stream.length))
    if (objects.trailer.has('Encrypt')) return null
    const tree = await readPageTree(objects)
    if (tree === null) return null
    const rotations: (number | null)[] = []
    for (const { dict } of tree.pages) {
      const rotation = numberOf(await objects.resolve(dict.get('Rotate'))) ?? 0
      // Readers disagree on turns that are none of the four.
      rotations.push(rotation % 90 === 0 ? ((rotation % 360) + 360) % 360 : null)
    }
    return rotations
  } catch (error) {
    if (isDamage(error)) return null
    throw error
  }
}

function inMemory(bytes: Buffer): Original {
  return {
    sizeBytes: bytes.length,
    read: (position, count) => Promise.resolve(bytes.subarray(position, position + count)),
    async *stream(start = 0, end = bytes.length) {
      yield await Promise.resolve(bytes.subarray(start, end))
    },
    close: () => Promise.resolve()
  }
}

/** A file inside the file. */
function partOf(original: Original, at: number, length: number): Original {
  return {
    sizeBytes: length,
    read: (position, count) => original.read(at + position, Math.max(0, Math.min(count, length - position))),
    stream: (start = 0, end = length) => original.stream(at + start, at + Math.min(end, length)),
    close: () => Promise.resolve()
  }
}
