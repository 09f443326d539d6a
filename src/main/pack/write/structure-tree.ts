import { columnSpan, type Tag } from '../layout/tag.ts'
import type { PdfFile } from './pdf-file.ts'
import { pdfArray, pdfDict, pdfNumbers, pdfRef, pdfText, type ObjectNumber } from './pdf-syntax.ts'

/** What a sheet tells of its structure while it is written. */
export interface PageStructure {
  /** The number of a stretch of the page under this tag. */
  readonly content: (tag: Tag) => number
  /** Says that a tag exists, though nothing may be drawn under it. */
  readonly note: (tag: Tag) => void
  /** Where a picture under this tag lies on the page. */
  readonly place: (tag: Tag, box: readonly number[]) => void
  /** A link under this tag, with a stretch of the page or without one. */
  readonly link: (tag: Tag, hasContent: boolean) => PageLink & { readonly content: number | null }
}

export interface PageLink {
  readonly annotation: ObjectNumber
  /** Key of the annotation in the tree of parents. */
  readonly key: number
}

interface Node {
  readonly object: ObjectNumber
  readonly role: string
  readonly parent: ObjectNumber
  readonly tag: Tag | null
  /** The page its first stretch is on. */
  page: ObjectNumber | null
  box: readonly number[] | null
  kids: string[]
  readonly open: Set<Node>
  isWritten: boolean
}

const CELLS: ReadonlySet<string> = new Set(['TD', 'TH'])
/** Entries of one leaf of the tree of parents. */
const LEAF = 128

/**
 * The tree of what the document says, written while its pages are: of ten thousand exhibits only the one at hand is
 * held. It ends with `finish`.
 */
export class StructureTree {
  readonly #file: PdfFile
  readonly #root: ObjectNumber
  readonly #document: Node
  readonly #nodes = new WeakMap<Tag, Node>()
  #finished: (readonly [ObjectNumber, string])[] = []
  /** Key and value of the leaf at hand. */
  #leaf: string[] = []
  #firstKey = 0
  #nextKey = 0
  readonly #leaves: ObjectNumber[] = []

  constructor(file: PdfFile) {
    this.#file = file
    this.#root = file.reserve()
    this.#document = this.#node('Document', this.#root, null)
  }

  /**
   * One page: what is drawn on it is asked for one after the other, then the page is closed.
   *
   * @returns its key in the tree of parents with what it said; `close` may be called once
   */
  page(page: ObjectNumber): PageStructure & { readonly close: () => number } {
    const owners: string[] = []
    const links: { readonly key: number; readonly node: Node }[] = []
    const key = this.#nextKey
    this.#nextKey += 1
    const add = (node: Node): number => {
      const content = owners.push(pdfRef(node.object)) - 1
      node.page ??= page
      node.kids.push(
        node.page === page ? String(content) : `<< /Type /MCR /Pg ${pdfRef(page)} /MCID ${content} >>`
      )
      return content
    }
    return {
      content: (tag) => add(this.#nodeOf(tag)),
      note: (tag) => {
        if (!isNoCell(tag)) this.#nodeOf(tag)
      },
      place: (tag, box) => {
        this.#nodeOf(tag).box = box
      },
      link: (tag, hasContent) => {
        const node = this.#child(this.#nodeOf(tag), 'Link', null)
        const content = hasContent ? add(node) : null
        const annotation = this.#file.reserve()
        node.kids.push(`<< /Type /OBJR /Pg ${pdfRef(page)} /Obj ${pdfRef(annotation)} >>`)
        const linkKey = this.#nextKey
        this.#nextKey += 1
        links.push({ key: linkKey, node })
        return { content, annotation, key: linkKey }
      },
      close: () => {
        this.#leaf.push(`${key} ${pdfArray(owners)}`)
        for (const link of links) this.#leaf.push(`${link.key} ${pdfRef(link.node.object)}`)
        return key
      }
    }
  }

  /** Writes what is complete by now. */
  async drain(): Promise<void> {
    const finished = this.#finished
    this.#finished = []
    for (const [object, body] of finished) await this.#file.writeSmall(body, object)
    if (this.#leaf.length >= LEAF) await this.#writeLeaf()
  }

  /** @returns the root of the tree, for the catalog */
  async finish(): Promise<ObjectNumber> {
    this.#close(this.#document)
    await this.#writeLeaf()
    await this.drain()
    const parents = await this.#file.writeSmall(pdfDict({ Kids: pdfArray(this.#leaves.map(pdfRef)) }))
    return this.#file.write(
      pdfDict({
        Type: '/StructTreeRoot',
        K: pdfRef(this.#document.object),
        ParentTree: pdfRef(parents),
        ParentTreeNextKey: String(this.#nextKey)
      }),
      this.#root
    )
  }

  async #writeLeaf(): Promise<void> {
    if (this.#leaf.length === 0) return
    const limits = pdfNumbers([this.#firstKey, this.#nextKey - 1])
    this.#leaves.push(await this.#file.writeSmall(pdfDict({ Limits: limits, Nums: pdfArray(this.#leaf) })))
    this.#leaf = []
    this.#firstKey = this.#nextKey
  }

  #nodeOf(tag: Tag): Node {
    const known = this.#nodes.get(tag)
    if (known !== undefined) {
      if (known.isWritten) throw new Error(`drawn under a ${tag.role} that has ended`)
      return known
    }
    const parent = tag.parent === null ? this.#document : this.#nodeOf(tag.parent)
    const node = this.#child(parent, tag.role, tag)
    this.#nodes.set(tag, node)
    return node
  }

  #child(parent: Node, role: string, tag: Tag | null): Node {
    // Only the cells of a row are drawn by turns.
    if (!CELLS.has(role)) this.#closeInside(parent)
    const node = this.#node(role, parent.object, tag)
    parent.open.add(node)
    parent.kids.push(pdfRef(node.object))
    return node
  }

  #node(role: string, parent: ObjectNumber, tag: Tag | null): Node {
    const object = this.#file.reserve()
    return { object, role, parent, tag, page: null, box: null, kids: [], open: new Set(), isWritten: false }
  }

  #closeInside(node: Node): void {
    for (const inside of node.open) this.#close(inside)
    node.open.clear()
  }

  #close(node: Node): void {
    if (node.isWritten) return
    this.#closeInside(node)
    node.isWritten = true
    this.#finished.push([node.object, elementOf(node)])
    node.kids = []
  }
}

/** A column that holds nothing in any row is none. */
function isNoCell({ cell }: Tag): boolean {
  return cell !== undefined && columnSpan(cell) === 0
}

function elementOf({ role, parent, page, tag, kids, box }: Node): string {
  return pdfDict({
    Type: '/StructElem',
    S: `/${role}`,
    P: pdfRef(parent),
    Pg: page === null ? undefined : pdfRef(page),
    Alt: tag?.alt === undefined ? undefined : pdfText(tag.alt),
    A: attributesOf(tag, box),
    K: kids.length === 1 ? kids[0] : kids.length === 0 ? undefined : pdfArray(kids)
  })
}

function attributesOf(tag: Tag | null, box: readonly number[] | null): string | undefined {
  if (box !== null) return pdfDict({ O: '/Layout', Placement: '/Block', BBox: pdfNumbers(box) })
  if (tag?.cell === undefined) return undefined
  const { scope } = tag.cell
  const span = columnSpan(tag.cell)
  if (scope === null && span <= 1) return undefined
  return pdfDict({
    O: '/Table',
    Scope: scope === null ? undefined : `/${scope}`,
    ColSpan: span > 1 ? String(span) : undefined
  })
}
