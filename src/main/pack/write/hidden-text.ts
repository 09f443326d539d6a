import { pieceEms } from '../fonts/text-measure.ts'
import { drawnText, textPieces, type TextPiece } from '../fonts/text-pieces.ts'
import type { DrawOp } from '../layout/drawing.ts'
import type { HiddenWord } from '../plan/absorbed-exhibit.ts'
import { unpackWords } from '../plan/packed-words.ts'
import { FONT_NAMES, type EmbeddedFonts } from './embedded-fonts.ts'
import { pdfMatrix, pdfNumber, utf16 } from './pdf-syntax.ts'

/** Neither filled nor outlined. */
const INVISIBLE = '3 Tr'
/** In the place of what no face has: every sign of a face has to have a meaning, and the word's own text is said over it. */
const STAND_IN = '?'
/** Per cent a word may be drawn out or pressed together: beyond is a mistake of the source about its letters. */
const NARROWEST = 5
const WIDEST = 2000

/** Text that is found and copied where it is seen in the picture above, and is itself not seen. */
export function hiddenTextOperators(
  fonts: EmbeddedFonts,
  { words, x, y, scale }: Extract<DrawOp, { kind: 'hidden-text' }>
): string {
  const place = ({ degrees, ...word }: HiddenWord): HiddenWord => ({
    ...word,
    degrees,
    x: x + word.x * scale,
    y: y + word.y * scale,
    width: word.width * scale,
    size: word.size * scale
  })
  const shows = unpackWords(words).flatMap((word) => wordOperators(fonts, place(word)) ?? [])
  return shows.length === 0 ? '' : `q BT ${INVISIBLE}\n${shows.join('\n')}\nET Q`
}

function wordOperators(fonts: EmbeddedFonts, word: HiddenWord): string | null {
  const { x, y, size, degrees, width } = word
  const text = drawnText(word.text)
  if (text.trim() === '') return null
  const pieces = textPieces(fonts.faces, text, false)
  const isWhole = pieces.every(({ kind }) => kind === 'glyphs')
  const angle = (degrees * Math.PI) / 180
  const [cosine, sine] = [Math.cos(angle), Math.sin(angle)]
  const shown = pieces.map(standIn)
  const space = text.endsWith(' ') ? glyphEms(fonts, textPieces(fonts.faces, ' ', false)) : 0
  const natural = (glyphEms(fonts, shown) - space) * size
  const stretch = Math.min(Math.max((100 * width) / natural, NARROWEST), WIDEST)
  const runs = shown.map(
    ({ font, text: part }) => `/${FONT_NAMES[font]} ${pdfNumber(size)} Tf <${fonts.encode(font, part)}> Tj`
  )
  const run = [`${pdfMatrix([cosine, sine, -sine, cosine, x, y])} Tm ${pdfNumber(stretch)} Tz`, ...runs].join(
    ' '
  )
  return isWhole ? run : `/Span << /ActualText <feff${utf16(text)}> >> BDC ${run} EMC`
}

type Glyphs = Extract<TextPiece, { kind: 'glyphs' }>

/** No gaps between scripts: the word is as wide as the source made it. */
function standIn(piece: TextPiece): Glyphs {
  return piece.kind === 'glyphs'
    ? { ...piece, gapBefore: false }
    : { kind: 'glyphs', font: 'sans-regular', text: STAND_IN, gapBefore: false }
}

function glyphEms(fonts: EmbeddedFonts, pieces: readonly TextPiece[]): number {
  return pieces.reduce((sum, piece) => sum + pieceEms(fonts.faces, piece), 0)
}
