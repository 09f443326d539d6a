import { closeSync, openSync, readSync } from 'node:fs'
import type { FontFace, FontSet } from './font-set.ts'
import { contourPath, contoursOf } from './glyph-path.ts'
import { readTables } from './sfnt.ts'
import { pieceEms } from './text-measure.ts'
import { HAN_GAP_EM, MISSING_PAD_EM, MISSING_SIZE_EM, textPieces } from './text-pieces.ts'

/**
 * A line of bold text as the path of an SVG, for a picture that has no fonts: in em, from the beginning of the
 * baseline, up being up. A character that no face has is its code, smaller, as on the pages.
 */
export function textPath(fonts: FontSet, text: string): string {
  let path = ''
  let x = 0
  for (const piece of textPieces(fonts, text, true)) {
    path +=
      piece.kind === 'missing'
        ? runPath(fonts['sans-bold'], piece.code, x + 2 * MISSING_PAD_EM, MISSING_SIZE_EM)
        : runPath(fonts[piece.font], piece.text, x + (piece.gapBefore ? HAN_GAP_EM : 0), 1)
    x += pieceEms(fonts, piece)
  }
  return path
}

function runPath(face: FontFace, text: string, start: number, ems: number): string {
  const { sfnt } = face
  const scale = ems / sfnt.unitsPerEm
  const outlineOf = outlineReader(face)
  let path = ''
  let x = start
  for (const character of text) {
    const glyph = sfnt.glyphOf(character.codePointAt(0) ?? 0)
    for (const contour of contoursOf(outlineOf, glyph)) path += contourPath(contour, scale, x)
    x += sfnt.advanceOf(glyph) * scale
  }
  return path
}

/** The faces are kept without their outlines: a mark needs some tens of them. */
function outlineReader({ path, bytes, sfnt }: FontFace): (glyph: number) => Buffer {
  const glyf = readTables(bytes).get('glyf')?.at ?? 0
  return (glyph) => {
    const [start, end] = sfnt.outlineOf(glyph)
    const outline = Buffer.alloc(end - start)
    const file = openSync(path, 'r')
    try {
      readSync(file, outline, 0, outline.length, glyf + start)
    } finally {
      closeSync(file)
    }
    return outline
  }
}
