import type { Original } from '../original.ts'
import { openPackObjects, isDamage } from './pack-objects.ts'
import { readPageTree } from './page-tree.ts'
import { numberOf } from './pdf-look.ts'

/** How the pages of an attached PDF are turned, as that file itself says; null where it cannot be read. */
export async function readSourceRotations(
  original: Original,
  stream: { readonly at: number; readonly length: number }
): Promise<readonly number[] | null> {
  try {
    const objects = await openPackObjects(partOf(original, stream.at, stream.length))
    if (objects.trailer.has('Encrypt')) return null
    const tree = await readPageTree(objects)
    if (tree === null) return null
    const rotations: number[] = []
    for (const { dict } of tree.pages) {
      const rotation = numberOf(await objects.resolve(dict.get('Rotate'))) ?? 0
      rotations.push(((rotation % 360) + 360) % 360)
    }
    return rotations
  } catch (error) {
    if (isDamage(error)) return null
    throw error
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
