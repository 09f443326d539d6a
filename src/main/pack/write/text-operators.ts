import type { FontKey } from '../fonts/font-set.ts'
import { pieceEms } from '../fonts/text-measure.ts'
import {
  HAN_GAP_EM,
  MISSING_PAD_EM,
  MISSING_SIZE_EM,
  textPieces,
  type TextPiece
} from '../fonts/text-pieces.ts'
import type { DrawOp } from '../layout/drawing.ts'
import { FONT_NAMES, type EmbeddedFonts } from './embedded-fonts.ts'
import { pdfMatrix, pdfNumber, utf16 } from './pdf-syntax.ts'
import { fill, rectangle, stroke } from './shape-operators.ts'

type TextOp = Extract<DrawOp, { kind: 'text' }>

/**
 * One run of text: one show operator per face, so that extractors find the phrase whole.
 *
 * @param lost takes the characters that no face has
 */
export function textOperators(fonts: EmbeddedFonts, op: TextOp, lost: string[]): string {
  const operators = runOperators(fonts, op, lost)
  const { language } = op
  return language === undefined ? operators : `/Span << /Lang (${language}) >> BDC\n${operators}\nEMC`
}

function runOperators(fonts: EmbeddedFonts, op: TextOp, lost: string[]): string {
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

/** Slanted lines that one can see through, by the states of `SEE_THROUGH`. */
export function slantedOperators(
  fonts: EmbeddedFonts,
  { x, y, degrees, leading, size, texts }: Extract<DrawOp, { kind: 'slanted' }>,
  lost: string[]
): string {
  const angle = (degrees * Math.PI) / 180
  const [cosine, sine] = [Math.cos(angle), Math.sin(angle)]
  const run = (text: string, at: number) =>
    runOperators(
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
