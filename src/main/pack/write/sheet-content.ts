import type { FontKey, FontSet } from '../fonts/font-set.ts'
import { pieceEms } from '../fonts/text-measure.ts'
import {
  drawnText,
  HAN_GAP_EM,
  MISSING_PAD_EM,
  MISSING_SIZE_EM,
  textPieces,
  type TextPiece
} from '../fonts/text-pieces.ts'
import type { Box, DrawOp, Matrix, Sheet, Target } from '../layout/drawing.ts'
import type { EmbeddedFonts } from './embedded-fonts.ts'
import { pdfNumber, utf16, type ObjectNumber } from './pdf-syntax.ts'
import {
  areaOperators,
  boxOperators,
  dotOperators,
  fill,
  lineOperators,
  rectangle,
  stroke
} from './shape-operators.ts'

/** Short names of the faces in the resources of every page. */
export const FONT_NAMES: Readonly<Record<FontKey, string>> = {
  'sans-regular': 'FR',
  'sans-bold': 'FB',
  'han-regular': 'HR',
  'han-bold': 'HB'
}

export interface SheetContent {
  readonly operators: string
  /** Resource names of the pictures and foreign pages that are drawn. */
  readonly objects: ReadonlyMap<string, ObjectNumber>
  readonly links: readonly { readonly box: Box; readonly target: Target }[]
}

/** Which characters of which face the sheets use, and those that no face has. */
export function countCharacters(
  fonts: FontSet,
  sheets: readonly Sheet[]
): { readonly used: ReadonlyMap<FontKey, ReadonlySet<string>>; readonly missing: ReadonlySet<string> } {
  const used = new Map<FontKey, Set<string>>()
  const missing = new Set<string>()
  const count = (font: FontKey, text: string) => {
    const characters = used.get(font) ?? new Set<string>()
    for (const character of text) characters.add(character)
    used.set(font, characters)
  }
  const countOps = (ops: readonly DrawOp[]) => {
    for (const op of ops) {
      if (op.kind === 'spoken') countOps(op.ops)
      if (op.kind !== 'text') continue
      for (const piece of textPieces(fonts, op.text, op.isBold)) {
        if (piece.kind === 'glyphs') count(piece.font, piece.text)
        else {
          missing.add(piece.character)
          count('sans-regular', piece.code)
        }
      }
    }
  }
  for (const sheet of sheets) countOps(sheet.ops)
  return { used, missing }
}

/** What many pages share is one value, and is put into operators once. */
export type WrittenOps = WeakMap<DrawOp, string>

/** The page description operators of a sheet. */
export function sheetContent(
  fonts: FontSet,
  embedded: EmbeddedFonts,
  sheet: Sheet,
  written: WrittenOps
): SheetContent {
  const out: string[] = []
  const objects = new Map<string, ObjectNumber>()
  const links: { box: Box; target: Target }[] = []
  const nameOf = (object: ObjectNumber) => {
    objects.set(`X${object}`, object)
    return `/X${object}`
  }
  const once = (op: DrawOp, operators: () => string): void => {
    const known = written.get(op) ?? operators()
    written.set(op, known)
    out.push(known)
  }
  const draw = (op: DrawOp): void => {
    switch (op.kind) {
      case 'text':
        once(op, () => textOperators(fonts, embedded, op))
        return
      case 'line':
        once(op, () => lineOperators(op))
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
      case 'picture':
        out.push(`q ${matrix(op.matrix)} cm ${nameOf(op.object)} Do Q`)
        return
      case 'foreign':
        out.push(`q ${rectangle(op.clip)} W n ${matrix(op.matrix)} cm ${nameOf(op.object)} Do`)
        for (const overlay of op.overlays) {
          out.push(`q ${matrix(overlay.matrix)} cm ${nameOf(overlay.object)} Do Q`)
        }
        out.push('Q')
        return
      case 'link':
        links.push({ box: op.box, target: op.target })
        return
      case 'spoken':
        out.push(`/Span << /ActualText <feff${utf16(drawnText(op.text))}> >> BDC`)
        op.ops.forEach(draw)
        out.push('EMC')
    }
  }
  sheet.ops.forEach(draw)
  return { operators: out.join('\n'), objects, links }
}

type TextOp = Extract<DrawOp, { kind: 'text' }>

/** One run of text: one show operator per face, so that extractors find the phrase whole. */
function textOperators(fonts: FontSet, embedded: EmbeddedFonts, op: TextOp): string {
  const pieces = textPieces(fonts, op.text, op.isBold)
  const missing: { piece: Extract<TextPiece, { kind: 'missing' }>; x: number }[] = []
  const shows: string[] = []
  const hasMissing = pieces.some(({ kind }) => kind === 'missing')
  let x = op.x
  let font: FontKey | null = null
  /** What the pen has to be moved by before the next glyph, in em: gaps and framed characters between. */
  let skipped = 0
  for (const piece of pieces) {
    // Only what stands behind a framed character needs to know where that is.
    const width = hasMissing ? pieceEms(fonts, piece) : 0
    if (piece.kind === 'missing') {
      missing.push({ piece, x })
      skipped += width
    } else {
      if (piece.font !== font) shows.push(`/${FONT_NAMES[piece.font]} ${pdfNumber(op.size)} Tf`)
      font = piece.font
      const shift = skipped + (piece.gapBefore ? HAN_GAP_EM : 0)
      const glyphs = `<${embedded.get(piece.font)?.encode(piece.text) ?? ''}>`
      shows.push(shift === 0 ? `${glyphs} Tj` : `[${pdfNumber(-shift * 1000)} ${glyphs}] TJ`)
      skipped = 0
    }
    x += width * op.size
  }
  const run =
    shows.length === 0
      ? ''
      : `BT ${fill(op.ink)} 1 0 0 1 ${pdfNumber(op.x)} ${pdfNumber(op.y)} Tm\n${shows.join(' ')} ET`
  return [
    run,
    ...missing.map((one) => framedCode(embedded, op, one.piece, one.x, pieceEms(fonts, one.piece)))
  ]
    .filter((part) => part !== '')
    .join('\n')
}

/** A frame with the character's code where no font has the character: visible, and extracted as what it stands for. */
function framedCode(
  embedded: EmbeddedFonts,
  op: TextOp,
  piece: Extract<TextPiece, { kind: 'missing' }>,
  x: number,
  ems: number
): string {
  const size = op.size * MISSING_SIZE_EM
  const pad = op.size * MISSING_PAD_EM
  const code = embedded.get('sans-regular')?.encode(piece.code) ?? ''
  const width = (ems - 2 * MISSING_PAD_EM) * op.size
  const box = { x: x + pad, y: op.y - pad, width, height: size * 0.72 + 2 * pad }
  return [
    `/Span << /ActualText <feff${utf16(piece.character)}> >> BDC`,
    `${stroke(op.ink)} 0.4 w ${rectangle(box)} S`,
    `BT ${fill(op.ink)} /${FONT_NAMES['sans-regular']} ${pdfNumber(size)} Tf`,
    `1 0 0 1 ${pdfNumber(x + 2 * pad)} ${pdfNumber(op.y)} Tm <${code}> Tj ET`,
    'EMC'
  ].join('\n')
}

/** Scales of large pictures are small numbers: they need more places than positions do. */
function matrix(values: Matrix): string {
  return values
    .map((value) =>
      value
        .toFixed(6)
        .replace(/\.?0+$/, '')
        .replace(/^-0$/, '0')
    )
    .join(' ')
}
