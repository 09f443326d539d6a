import { drawnText } from '../fonts/text-pieces.ts'
import type { DrawOp, Matrix, Sheet } from '../layout/drawing.ts'
import type { Tag } from '../layout/tag.ts'
import type { EmbeddedFonts } from './embedded-fonts.ts'
import { hiddenTextOperators } from './hidden-text.ts'
import { pdfMatrix, utf16, type ObjectNumber } from './pdf-syntax.ts'
import { areaOperators, boxOperators, dotOperators, lineOperators, rectangle } from './shape-operators.ts'
import type { PageLink, PageStructure } from './structure-tree.ts'
import { slantedOperators, textOperators } from './text-operators.ts'

export interface SheetContent {
  readonly operators: string
  /** Resource names of the pictures and foreign pages that are drawn. */
  readonly objects: ReadonlyMap<string, ObjectNumber>
  /** Whether something is drawn that one can see through, by the states of `SEE_THROUGH`. */
  readonly isSeeThrough: boolean
  readonly links: readonly SheetLink[]
  /** Characters that no face has. */
  readonly missing: readonly string[]
}

export interface SheetLink extends PageLink, Omit<LinkOp, 'kind' | 'ops'> {}

type LinkOp = Extract<DrawOp, { kind: 'link' }>

/**
 * What neighbouring sheets share is one value, and is put into operators once. Older sheets are forgotten: they would be
 * held for the few values that come again.
 */
export class WrittenOps {
  #before: ReadonlyMap<DrawOp, string> = new Map()
  #now = new Map<DrawOp, string>()

  beginSheet(): void {
    this.#before = this.#now
    this.#now = new Map()
  }

  once(op: DrawOp, operators: () => string): string {
    const known = this.#before.get(op) ?? operators()
    this.#now.set(op, known)
    return known
  }
}

/**
 * ISO 32000-1, table 52: what a page begins with. A foreign page that names no colour of its own means this one, and
 * inside a form it would have that of our line above it.
 */
const NEW_PAGE = '0 g 0 G 1 w'

/** The page description operators of a sheet. What they draw is either a piece of the document or decoration. */
export function sheetContent(
  fonts: EmbeddedFonts,
  sheet: Sheet,
  structure: PageStructure,
  written: WrittenOps
): SheetContent {
  written.beginSheet()
  const writer = new SheetWriter(fonts, structure, written)
  writer.decoration(sheet.ops)
  return writer
}

class SheetWriter implements SheetContent {
  readonly objects = new Map<string, ObjectNumber>()
  readonly links: SheetLink[] = []
  readonly missing: string[] = []
  isSeeThrough = false
  readonly #out: string[] = []
  readonly #fonts: EmbeddedFonts
  readonly #structure: PageStructure
  readonly #written: WrittenOps

  constructor(fonts: EmbeddedFonts, structure: PageStructure, written: WrittenOps) {
    this.#fonts = fonts
    this.#structure = structure
    this.#written = written
  }

  get operators(): string {
    return this.#out.join('\n')
  }

  /** What is under no tag, and among it the pieces that are. */
  decoration(ops: readonly DrawOp[]): void {
    let isOpen = false
    for (const op of ops) {
      const isMarked = op.kind === 'tagged' || op.kind === 'furniture'
      if (isOpen === isMarked) {
        this.#out.push(isMarked ? 'EMC' : '/Artifact BMC')
        isOpen = !isMarked
      }
      this.#draw(op)
    }
    if (isOpen) this.#out.push('EMC')
  }

  #draw(op: DrawOp): void {
    const out = this.#out
    switch (op.kind) {
      case 'text':
        this.#once(op, () => textOperators(this.#fonts, op, this.missing))
        return
      case 'line':
        this.#once(op, () => lineOperators(op))
        return
      case 'box':
        out.push(boxOperators(op))
        return
      case 'dot':
        out.push(dotOperators(op))
        return
      case 'area':
        out.push(areaOperators(op))
        return
      case 'slanted':
        this.isSeeThrough = true
        out.push(slantedOperators(this.#fonts, op, this.missing))
        return
      case 'picture':
        out.push(`q ${pdfMatrix(op.matrix)} cm ${this.#nameOf(op.object)} Do Q`)
        return
      case 'foreign':
        out.push(`q ${NEW_PAGE} ${rectangle(op.clip)} W n ${pdfMatrix(op.matrix)} cm`)
        out.push(`${this.#nameOf(op.object)} Do`)
        for (const overlay of op.overlays) {
          out.push(`q ${pdfMatrix(overlay.matrix)} cm ${this.#nameOf(overlay.object)} Do Q`)
        }
        out.push('Q')
        return
      case 'placed':
        out.push(`q ${pdfMatrix(op.matrix)} cm`)
        for (const one of op.ops) this.#draw(one)
        out.push('Q')
        return
      case 'hidden-text':
        out.push(hiddenTextOperators(this.#fonts, op))
        return
      case 'link':
        throw new Error(`a link under no tag: ${op.text}`)
      case 'tagged':
        this.#tagged(op.tag, op.ops)
        return
      case 'furniture':
        out.push(`/Artifact << /Type /Pagination /Subtype /${op.place} >> BDC`)
        for (const one of op.ops) this.#draw(one)
        out.push('EMC')
        return
      case 'spoken':
        out.push(`/Span << /ActualText <feff${utf16(drawnText(op.text))}> >> BDC`)
        for (const one of op.ops) this.#draw(one)
        out.push('EMC')
    }
  }

  /** Stretches of one piece, with its links between them. */
  #tagged(tag: Tag, ops: readonly DrawOp[]): void {
    const structure = this.#structure
    if (ops.length === 0) structure.note(tag)
    let isOpen = false
    for (const op of ops) {
      if (op.kind === 'picture' && tag.role === 'Figure') structure.place(tag, boxOf(op.matrix))
      if (op.kind === 'link') {
        if (isOpen) this.#out.push('EMC')
        isOpen = false
        this.#link(tag, op)
        continue
      }
      if (!isOpen) this.#out.push(`/${tag.role} << /MCID ${structure.content(tag)} >> BDC`)
      isOpen = true
      this.#draw(op)
    }
    if (isOpen) this.#out.push('EMC')
  }

  #link(tag: Tag, { ops, ...link }: LinkOp): void {
    const { content, ...known } = this.#structure.link(tag, ops.length > 0)
    this.links.push({ ...known, ...link })
    if (content === null) return
    this.#out.push(`/Link << /MCID ${content} >> BDC`)
    for (const one of ops) this.#draw(one)
    this.#out.push('EMC')
  }

  #nameOf(object: ObjectNumber): string {
    this.objects.set(`X${object}`, object)
    return `/X${object}`
  }

  #once(op: DrawOp, operators: () => string): void {
    this.#out.push(this.#written.once(op, operators))
  }
}

/** Around the unit square that a picture fills. */
function boxOf([a, b, c, d, e, f]: Matrix): readonly number[] {
  const [xs, ys] = [
    [e, e + a, e + c, e + a + c],
    [f, f + b, f + d, f + b + d]
  ]
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)]
}
