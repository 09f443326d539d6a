import type { FontSet } from './font-set.ts'
import {
  HAN_GAP_EM,
  MISSING_PAD_EM,
  MISSING_SIZE_EM,
  plainWidth,
  textPieces,
  type TextPiece
} from './text-pieces.ts'

/** Widths of text in points. Layout knows fonts only through this. */
export interface TextMeasure {
  readonly width: (text: string, size: number, isBold?: boolean) => number
}

/** Longer strings are whole paragraphs, which come once. */
const LONGEST_REMEMBERED = 24
/** A pack of ten thousand exhibits has more; those of the page being made are among them. */
const MOST_REMEMBERED = 20_000

export function createTextMeasure(fonts: FontSet): TextMeasure {
  const known = new Map<string, number>()
  return {
    width: (text, size, isBold = false) => {
      const plain = plainWidth(fonts, text, isBold)
      if (plain !== null) return (plain / fonts[isBold ? 'sans-bold' : 'sans-regular'].sfnt.unitsPerEm) * size
      const key = isBold ? `*${text}` : `-${text}`
      const remembered = known.get(key)
      if (remembered !== undefined) return remembered * size
      const ems = textPieces(fonts, text, isBold).reduce((sum, piece) => sum + pieceEms(fonts, piece), 0)
      if (known.size >= MOST_REMEMBERED) known.clear()
      if (text.length <= LONGEST_REMEMBERED) known.set(key, ems)
      return ems * size
    }
  }
}

/** Width of a piece in em, with the gap before it. */
export function pieceEms(fonts: FontSet, piece: TextPiece): number {
  if (piece.kind === 'missing') {
    return glyphEms(fonts, 'sans-regular', piece.code) * MISSING_SIZE_EM + 4 * MISSING_PAD_EM
  }
  return glyphEms(fonts, piece.font, piece.text) + (piece.gapBefore ? HAN_GAP_EM : 0)
}

function glyphEms(fonts: FontSet, font: keyof FontSet, text: string): number {
  const { sfnt } = fonts[font]
  let units = 0
  for (const character of text) units += sfnt.advanceOf(sfnt.glyphOf(character.codePointAt(0) ?? 0))
  return units / sfnt.unitsPerEm
}
