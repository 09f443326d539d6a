import type { Original } from '../original.ts'
import { filePart } from './file-part.ts'
import { isDamage, openPackObjects, type PackObjects } from './pack-objects.ts'
import { readPageTree, type TreePage } from './page-tree.ts'
import { numberOf, numbersOf } from './pdf-look.ts'

/** How a page of an attached PDF is shown, as that file itself says. */
export interface SourcePage {
  /** Null where readers disagree on it. */
  readonly rotation: number | null
  /** Width by height as it is seen, turned; null where the file does not say. */
  readonly shape: number | null
}

/** Most attached PDFs are small: one read instead of a dozen. */
const MOST_READ_AT_ONCE = 1024 * 1024

/** The pages of an attached PDF; null where it cannot be read. */
export async function readSourcePages(attached: Original): Promise<readonly SourcePage[] | null> {
  try {
    const isSmall = attached.sizeBytes <= MOST_READ_AT_ONCE
    const objects = await openPackObjects(isSmall ? await inMemory(attached) : attached)
    if (objects.lock !== 'none') return null
    const tree = await readPageTree(objects)
    if (tree === null) return null
    const pages: SourcePage[] = []
    for (const page of tree.pages) pages.push(await readSourcePage(objects, page))
    return pages
  } catch (error) {
    if (isDamage(error)) return null
    throw error
  }
}

async function readSourcePage(objects: PackObjects, { dict }: TreePage): Promise<SourcePage> {
  const turn = numberOf(await objects.resolve(dict.get('Rotate'))) ?? 0
  // Readers disagree on turns that are none of the four.
  if (turn % 90 !== 0) return { rotation: null, shape: null }
  const rotation = ((turn % 360) + 360) % 360
  const boxes = [
    numbersOf(await objects.resolve(dict.get('MediaBox')), 4),
    numbersOf(await objects.resolve(dict.get('CropBox')), 4)
  ]
  const shape = visibleShape(boxes.filter((box) => box !== null))
  return { rotation, shape: shape === null || rotation % 180 === 0 ? shape : 1 / shape }
}

/** Width by height of what all boxes have in common; their corners may come in any order. */
function visibleShape(boxes: readonly (readonly number[])[]): number | null {
  const side = (one: number, other: number) => {
    const ends = boxes.map((box) => [box[one] ?? 0, box[other] ?? 0])
    return Math.min(...ends.map((end) => Math.max(...end))) - Math.max(...ends.map((end) => Math.min(...end)))
  }
  const [width, height] = [side(0, 2), side(1, 3)]
  return boxes.length > 0 && width > 0 && height > 0 ? width / height : null
}

async function inMemory(attached: Original): Promise<Original> {
  const bytes = await attached.read(0, attached.sizeBytes)
  return filePart(bytes.length, (position, count) =>
    Promise.resolve(bytes.subarray(position, position + count))
  )
}
