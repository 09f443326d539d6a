import { PdfOdd } from '../../pdf-reading/pdf-odd.ts'
import type { RawDocument } from '../../pdf-reading/raw-document.ts'
import type { RawObject } from '../../pdf-reading/raw-object.ts'
import { isThere, itemsOf, nameOf, refOf, type RawValue } from '../../pdf-reading/raw-value.ts'
import { DEEPEST_TREE, MOST_NODES, MOST_PAGES, orderedBox, pageShape, type PageShape } from './page-shape.ts'
import { PdfRefused } from './pdf-refused.ts'

const INHERITED = ['Resources', 'MediaBox', 'CropBox', 'Rotate'] as const
type Entries = ReadonlyMap<string, RawValue>

export interface RawPage extends PageShape {
  /** Of its object. */
  readonly number: number
  readonly entries: Entries
  /** Its own or those of a node above. */
  readonly resources: RawValue | null
  readonly areResourcesInherited: boolean
}

interface Node {
  readonly number: number
  readonly inherited: Entries
  readonly depth: number
}

/** All pages of a document in order. A tree that is damaged or odd anywhere throws `PdfOdd`. */
export function readRawPages(source: RawDocument): readonly RawPage[] {
  const root = source.catalog.get('Pages')
  const waiting: Node[] = [{ number: numberOfNode(root), inherited: new Map(), depth: 0 }]
  const pages: RawPage[] = []
  // One page a thousand times is read once.
  const known = new Map<number, RawObject | null>()
  const objectOf = (number: number) => {
    const object = known.get(number) ?? source.object(number)
    known.set(number, object)
    return object
  }
  let nodes = 0
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    const object = objectOf(node.number)
    const entries = object === null ? null : source.entries({ object, cell: 0 })
    if (entries === null || node.depth > DEEPEST_TREE) throw new PdfOdd('no node of the page tree')
    const list = source.resolve(entries.get('Kids'))
    const kids = list === null ? null : itemsOf(list)
    const type = source.resolve(entries.get('Type'))
    const typeName = type === null ? null : nameOf(type)
    if (typeName !== (kids === null ? 'Page' : 'Pages')) throw new PdfOdd('neither page nor node')
    if (kids === null) {
      pages.push({ number: node.number, ...readPage(source, entries, node.inherited) })
    } else {
      const inherited = inherit(entries, node.inherited)
      // Backwards, because the last one put on the pile is the next one taken.
      for (const kid of kids.toReversed()) {
        waiting.push({ number: numberOfNode(kid), inherited, depth: node.depth + 1 })
      }
    }
    nodes += 1
    if (pages.length > MOST_PAGES || nodes + waiting.length > MOST_NODES)
      throw new PdfRefused('pdf-too-large')
  }
  // Fewer pages than there were would be worse than none.
  const told = source.number(source.entries(root)?.get('Count'))
  if (pages.length === 0 || told !== pages.length) throw new PdfOdd('another count of pages')
  return pages
}

function numberOfNode(value: RawValue | undefined): number {
  const number = value === undefined ? null : refOf(value)
  if (number === null) throw new PdfOdd('a page that is no object')
  return number
}

function inherit(entries: Entries, above: Entries): Entries {
  const inherited = new Map(above)
  for (const name of INHERITED) {
    const own = entries.get(name)
    if (isThere(own)) inherited.set(name, own)
  }
  return inherited
}

function readPage(source: RawDocument, entries: Entries, above: Entries): Omit<RawPage, 'number'> {
  const all = inherit(entries, above)
  const resources = all.get('Resources') ?? null
  return {
    entries,
    resources,
    areResourcesInherited: resources !== null && resources === above.get('Resources'),
    ...pageShape({
      mediaBox: boxOf(source, all.get('MediaBox')),
      cropBox: boxOf(source, all.get('CropBox')),
      rotate: source.number(all.get('Rotate')),
      userUnit: source.number(entries.get('UserUnit'))
    })
  }
}

function boxOf(source: RawDocument, value: RawValue | undefined) {
  const array = source.resolve(value)
  const items = array === null ? null : itemsOf(array)
  return items === null ? null : orderedBox(items.map((item) => source.number(item)))
}
