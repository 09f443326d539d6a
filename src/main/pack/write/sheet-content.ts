import type { FontKey } from '../fonts/font-set.ts'
import { pieceEms } from '../fonts/text-measure.ts'
import {
  drawnText,
  HAN_GAP_EM,
  MISSING_PAD_EM,
  MISSING_SIZE_EM,
  textPieces,
  type TextPiece
} from '../fonts/text-pieces.ts'
import type { DrawOp, Matrix, Sheet } from '../layout/drawing.ts'
import type { Tag } from '../layout/tag.ts'
import { FONT_NAMES, type EmbeddedFonts } from './embedded-fonts.ts'
import { hiddenTextOperators } from './hidden-text.ts'
import { pdfMatrix, pdfNumber, utf16, type ObjectNumber } from './pdf-syntax.ts'
import {
  areaOperators,
  boxOperators,
  dotOperators,
  fill,
  lineOperators,
  rectangle,
  stroke
} from './shape-operators.ts'
import type { PageLink, PageStructure } from './structure-tree.ts'

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
        this.#once(op, () => inLanguage(op, textOperators(this.#fonts, op, this.missing)))
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
        out.push(`q ${rectangle(op.clip)} W n ${pdfMatrix(op.matrix)} cm ${this.#nameOf(op.object)} Do`)
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

type TextOp = Extract<DrawOp, { kind: 'text' }>

function inLanguage({ language }: TextOp, operators: string): string {
  return language === undefined ? operators : `/Span << /Lang (${language}) >> BDC\n${operators}\nEMC`
}

/** One run of text: one show operator per face, so that extractors find the phrase whole. */
function textOperators(fonts: EmbeddedFonts, op: TextOp, lost: string[]): string {
  const pieces = textPieces(fonts.faces, op.text, op.isBold)
  const missing: { piece: Extract<TextPiece, { kind: 'missing' }>; x: number }[] = []
  const shows: string[] = []
  const hasMissing = pieces.some(({ kind }) => kind === 'missing')
  let x = op.x
  let font: FontKey | null = null
  /** What the pen has to be moved by before the next glyph, in em: gaps and framed characters between. */
  let skipped = 0
  for (const piece of pieces) {
    // Only what stands behind a framed character needs to know where that is.
    const width = hasMissing ? pieceEms(fonts.faces, piece) : 0
    if (piece.kind === 'missing') {
      missing.push({ piece, x })
      lost.push(piece.character)
      skipped += width
    } else {
      if (piece.font !== font) shows.push(`/${FONT_NAMES[piece.font]} ${pdfNumber(op.size)} Tf`)
      font = piece.font
      const shift = skipped + (piece.gapBefore ? HAN_GAP_EM : 0)
      const glyphs = `<${fonts.encode(piece.font, piece.text)}>`
      shows.push(shift === 0 ? `${glyphs} Tj` : `[${pdfNumber(-shift * 1000)} ${glyphs}] TJ`)
      skipped = 0
    }
    x += width * op.size
  }
  const run =
    shows.length === 0
      ? ''
      : `BT ${fill(op.ink)} 1 0 0 1 ${pdfNumber(op.x)} ${pdfNumber(op.y)} Tm\n${shows.join(' ')} ET`
  return [run, ...missing.map((one) => framedCode(fonts, op, one.piece, one.x))]
    .filter((part) => part !== '')
    .join('\n')
}

/** Resource of pages with slanted lines: a pale white rim for dark ground, and letters that what is below shines through. */
export const SEE_THROUGH = '<< /GR << /Type /ExtGState /CA 0.45 >> /GL << /Type /ExtGState /ca 0.62 >> >>'
const RIM_WIDTH = 0.9

function slantedOperators(
  fonts: EmbeddedFonts,
  { x, y, degrees, leading, size, texts }: Extract<DrawOp, { kind: 'slanted' }>,
  lost: string[]
): string {
  const angle = (degrees * Math.PI) / 180
  const [cosine, sine] = [Math.cos(angle), Math.sin(angle)]
  const run = (text: string, at: number) =>
    textOperators(
      fonts,
      { kind: 'text', x: 0, y: -at * leading, text, size, isBold: true, ink: 'black' },
      lost
    )
  const lines = texts.map(run).join('\n')
  return [
    `q ${pdfMatrix([cosine, sine, -sine, cosine, x, y])} cm`,
    // The rim is no second text: whoever reads the page aloud or copies it gets the lines once.
    `/Span << /ActualText <feff> >> BDC q /GR gs 1 Tr ${stroke('white')} ${RIM_WIDTH} w 1 j\n${lines}\nQ EMC`,
    `/GL gs\n${lines}\nQ`
  ].join('\n')
}

/** A frame with the character's code where no font has the character: visible, and extracted as what it stands for. */
function framedCode(
  fonts: EmbeddedFonts,
  op: TextOp,
  piece: Extract<TextPiece, { kind: 'missing' }>,
  x: number
): string {
  const size = op.size * MISSING_SIZE_EM
  const pad = op.size * MISSING_PAD_EM
  const code = fonts.encode('sans-regular', piece.code)
  const width = (pieceEms(fonts.faces, piece) - 2 * MISSING_PAD_EM) * op.size
  const box = { x: x + pad, y: op.y - pad, width, height: size * 0.72 + 2 * pad }
  return [
    `/Span << /ActualText <feff${utf16(piece.character)}> >> BDC`,
    `${stroke(op.ink)} 0.4 w ${rectangle(box)} S`,
    `BT ${fill(op.ink)} /${FONT_NAMES['sans-regular']} ${pdfNumber(size)} Tf`,
    `1 0 0 1 ${pdfNumber(x + 2 * pad)} ${pdfNumber(op.y)} Tm <${code}> Tj ET`,
    'EMC'
  ].join('\n')
}
