import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { readSfnt, type Sfnt } from './sfnt.ts'

/** The four faces every pack is set in. Their files stand in the fonts folder under these names. */
export const FONT_FILES = {
  'sans-regular': 'NotoSans_400Regular.ttf',
  'sans-bold': 'NotoSans_700Bold.ttf',
  'han-regular': 'NotoSansSC_400Regular.ttf',
  'han-bold': 'NotoSansSC_700Bold.ttf'
} as const
export type FontKey = keyof typeof FONT_FILES
export const FONT_KEYS = Object.keys(FONT_FILES) as readonly FontKey[]

export interface FontFace {
  readonly key: FontKey
  readonly bytes: Buffer
  readonly sfnt: Sfnt
}

export type FontSet = Readonly<Record<FontKey, FontFace>>

export async function readFontSet(folder: string): Promise<FontSet> {
  const faces = await Promise.all(
    FONT_KEYS.map(async (key): Promise<FontFace> => {
      const bytes = await readFile(join(folder, FONT_FILES[key]))
      return { key, bytes, sfnt: readSfnt(bytes) }
    })
  )
  return Object.fromEntries(faces.map((face) => [face.key, face])) as unknown as FontSet
}

/** Whether the face can show the character: it has a glyph, and unless it is a space the glyph has an outline. */
export function canShow({ sfnt }: FontFace, character: string): boolean {
  const glyph = sfnt.glyphOf(character.codePointAt(0) ?? 0)
  return glyph !== 0 && (isSpace(character) || sfnt.hasOutline(glyph))
}

export function isSpace(character: string): boolean {
  return /^[\s\u00a0]$/u.test(character)
}
