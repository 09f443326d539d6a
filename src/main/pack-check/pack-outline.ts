import type { PdfDict } from '../pdf-reading/pdf-syntax.ts'
import { dictOf, numberOf, refOf, textOf } from './pdf-look.ts'
import { readDestination, type Destination, type PageNumbers } from './pack-links.ts'
import type { PackObjects } from './pack-objects.ts'

export interface OutlineItem extends Destination {
  readonly title: string
  readonly depth: number
}

export interface PackOutline {
  /** In the order a reader shows them, children below their parent. */
  readonly items: readonly OutlineItem[]
  /** Whether each entry knows its neighbours and its parent, and every count is right. */
  readonly isSound: boolean
}

const MOST_ITEMS = 100_000

/** Walks the bookmarks from the first to the last. */
export async function readOutline(
  objects: PackObjects,
  pages: PageNumbers,
  catalog: PdfDict
): Promise<PackOutline> {
  const items: OutlineItem[] = []
  const seen = new Set<number>()
  let isSound = true
  const root = refOf(catalog.get('Outlines'))
  if (root !== null) await readLevel(root, 0)
  return { items, isSound }

  /** @returns how many entries stand open below; ISO 32000-1, 12.3.3 counts those of closed ones as none. */
  async function readLevel(parent: number, depth: number): Promise<number> {
    const above = dictOf((await objects.get(parent))?.value)
    let open = 0
    let before: number | null = null
    let last: number | null = null
    for (let at = refOf(above?.get('First')); at !== null;) {
      const dict: PdfDict | null = dictOf((await objects.get(at))?.value)
      if (dict === null || seen.has(at) || seen.size >= MOST_ITEMS || depth > 20) {
        isSound = false
        break
      }
      seen.add(at)
      if (refOf(dict.get('Parent')) !== parent || refOf(dict.get('Prev')) !== before) isSound = false
      const destination = await readDestination(objects, pages, dict.get('Dest'))
      items.push({ ...destination, title: textOf(await objects.resolve(dict.get('Title'))) ?? '', depth })
      const below = dict.has('First') ? await readLevel(at, depth + 1) : 0
      open += 1 + ((numberOf(dict.get('Count')) ?? 0) > 0 ? below : 0)
      before = last = at
      at = refOf(dict.get('Next'))
    }
    if (refOf(above?.get('Last')) !== last) isSound = false
    const count = numberOf(above?.get('Count')) ?? 0
    if (count !== 0 && Math.abs(count) !== open) isSound = false
    return open
  }
}
