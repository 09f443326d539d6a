import type { PDFDict } from 'pdf-lib'
import { PDFRef, type PDFContext, type PDFObject } from 'pdf-lib'
import { broken, PdfRefused } from './pdf-refused.ts'
import { arrayOf, boxOf, dictOf, key, numberOf } from './pdf-source.ts'

/** More pages than this are no exhibit but an archive. */
const MOST_PAGES = 5000

const INHERITED = ['Resources', 'MediaBox', 'CropBox', 'Rotate'] as const
type Inherited = Readonly<Record<(typeof INHERITED)[number], PDFObject | undefined>>

export interface SourcePage {
  readonly dict: PDFDict
  readonly resources: PDFObject | undefined
  readonly visible: readonly [number, number, number, number]
  readonly rotation: 0 | 90 | 180 | 270
  readonly userUnit: number
}

interface Node {
  readonly value: PDFObject
  readonly inherited: Inherited
  /** The nodes above, to notice a tree that leads back into itself. */
  readonly above: readonly PDFDict[]
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
  const waiting: Node[] = [{ value: root, inherited: nothing, above: [] }]
  const pages: SourcePage[] = []
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    const dict = dictOf(context, node.value)
    if (dict === null || node.above.includes(dict)) throw broken()
    const inherited = inherit(dict, node.inherited)
    const kids = arrayOf(context, dict.get(key('Kids')))
    if (kids === null) {
      if (!(node.value instanceof PDFRef) && !dict.has(key('Contents'))) throw broken()
      pages.push(readPage(context, dict, inherited))
      if (pages.length > MOST_PAGES) throw new PdfRefused('pdf-too-large')
      continue
    }
    // Backwards, because the last one put on the pile is the next one taken.
    for (let index = kids.size() - 1; index >= 0; index--) {
      waiting.push({ value: kids.get(index), inherited, above: [...node.above, dict] })
    }
    if (waiting.length > 4 * MOST_PAGES) throw new PdfRefused('pdf-too-large')
  }
  if (pages.length === 0) throw broken()
  return pages
}

function inherit(dict: PDFDict, above: Inherited): Inherited {
  const own = INHERITED.map((name) => [name, dict.get(key(name)) ?? above[name]] as const)
  return Object.fromEntries(own) as unknown as Inherited
}

function readPage(context: PDFContext, dict: PDFDict, inherited: Inherited): SourcePage {
  const media = usable(boxOf(context, inherited.MediaBox)) ?? ([0, 0, 612, 792] as const)
  const crop = boxOf(context, inherited.CropBox)
  const turned = Math.round((numberOf(context, inherited.Rotate) ?? 0) / 90) * 90
  const userUnit = numberOf(context, dict.get(key('UserUnit'))) ?? 1
  return {
    dict,
    resources: inherited.Resources,
    visible: usable(crop === null ? null : intersect(crop, media)) ?? media,
    rotation: (((turned % 360) + 360) % 360) as SourcePage['rotation'],
    userUnit: userUnit > 0 ? userUnit : 1
  }
}

type PageBox = SourcePage['visible']

function intersect(a: PageBox, b: PageBox): PageBox {
  return [Math.max(a[0], b[0]), Math.max(a[1], b[1]), Math.min(a[2], b[2]), Math.min(a[3], b[3])]
}

/** A box with an area a page can have. */
function usable(box: PageBox | null): PageBox | null {
  if (box === null) return null
  const [width, height] = [box[2] - box[0], box[3] - box[1]]
  return width >= 1 && height >= 1 && width < 1e6 && height < 1e6 ? box : null
}
