import type { PDFDict } from 'pdf-lib'
import { PDFRef, type PDFContext, type PDFObject } from 'pdf-lib'
import { DEEPEST_TREE, MOST_NODES, MOST_PAGES, pageShape, type PageShape } from './page-shape.ts'
import { broken, PdfRefused } from './pdf-refused.ts'
import { arrayOf, boxOf, dictOf, key, nameOf, numberOf } from './pdf-source.ts'

const INHERITED = ['Resources', 'MediaBox', 'CropBox', 'Rotate'] as const
/** Some programs forget to say what a page is. */
const PAGE_TYPES: ReadonlySet<string | null> = new Set(['Page', null])
type Inherited = Readonly<Record<(typeof INHERITED)[number], PDFObject | undefined>>

export interface SourcePage extends PageShape {
  /** Of its object; null where it is none. */
  readonly number: number | null
  readonly dict: PDFDict
  readonly resources: PDFObject | undefined
}

interface Node {
  readonly value: PDFObject
  readonly inherited: Inherited
  readonly depth: number
}

/**
 * All pages of a document in order. A tree that is damaged anywhere refuses the whole document:
 * fewer pages than there were would be worse than none.
 */
export function readPages(context: PDFContext, catalog: PDFDict): readonly SourcePage[] {
  const root = catalog.get(key('Pages'))
  if (root === undefined) throw broken()
  const nothing: Inherited = {
    Resources: undefined,
    MediaBox: undefined,
    CropBox: undefined,
    Rotate: undefined
  }
  const waiting: Node[] = [{ value: root, inherited: nothing, depth: 0 }]
  const pages: SourcePage[] = []
  let nodes = 0
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    const dict = dictOf(context, node.value)
    // A tree that leads back into itself has no end.
    if (dict === null || node.depth > DEEPEST_TREE) throw broken()
    nodes += 1
    const inherited = inherit(dict, node.inherited)
    const kids = arrayOf(context, dict.get(key('Kids')))
    if (kids === null) {
      // A page that is none would come out as an empty one.
      const isPage = PAGE_TYPES.has(nameOf(context, dict.get(key('Type')))) && !dict.has(key('Kids'))
      if (!isPage || (!(node.value instanceof PDFRef) && !dict.has(key('Contents')))) throw broken()
      const number = node.value instanceof PDFRef ? node.value.objectNumber : null
      pages.push({ number, ...readPage(context, dict, inherited) })
      if (pages.length > MOST_PAGES) throw new PdfRefused('pdf-too-large')
      continue
    }
    // Backwards, because the last one put on the pile is the next one taken.
    for (let index = kids.size() - 1; index >= 0; index--) {
      waiting.push({ value: kids.get(index), inherited, depth: node.depth + 1 })
    }
    if (nodes + waiting.length > MOST_NODES) throw new PdfRefused('pdf-too-large')
  }
  if (pages.length === 0) throw broken()
  return pages
}

function inherit(dict: PDFDict, above: Inherited): Inherited {
  const own = INHERITED.map((name) => [name, dict.get(key(name)) ?? above[name]] as const)
  return Object.fromEntries(own) as unknown as Inherited
}

function readPage(context: PDFContext, dict: PDFDict, inherited: Inherited): Omit<SourcePage, 'number'> {
  return {
    dict,
    resources: inherited.Resources,
    ...pageShape({
      mediaBox: boxOf(context, inherited.MediaBox),
      cropBox: boxOf(context, inherited.CropBox),
      rotate: numberOf(context, inherited.Rotate),
      userUnit: numberOf(context, dict.get(key('UserUnit')))
    })
  }
}
