import type { Original } from '../original.ts'
import { filePart } from './file-part.ts'
import { openPackObjects, isDamage } from './pack-objects.ts'
import { readPageTree } from './page-tree.ts'
import { numberOf } from './pdf-look.ts'

/** Most attached PDFs are small: one read instead of a dozen. */
const MOST_READ_AT_ONCE = 1024 * 1024

/** How the pages of an attached PDF are turned, as that file itself says; null where it cannot be read. */
export async function readSourceRotations(attached: Original): Promise<readonly (number | null)[] | null> {
  try {
    const isSmall = attached.sizeBytes <= MOST_READ_AT_ONCE
    const objects = await openPackObjects(isSmall ? await inMemory(attached) : attached)
    if (objects.lock !== 'none') return null
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

async function inMemory(attached: Original): Promise<Original> {
  const bytes = await attached.read(0, attached.sizeBytes)
  return filePart(bytes.length, (position, count) =>
    Promise.resolve(bytes.subarray(position, position + count))
  )
}
