import { open } from 'node:fs/promises'
import { join } from 'node:path'
import { readSfnt, readTables, type Sfnt } from './sfnt.ts'

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
  readonly path: string
  /** The file up to the table of its outlines: a pack needs some hundreds of tens of thousands of them. */
  readonly bytes: Buffer
  readonly sfnt: Sfnt
}

export type FontSet = Readonly<Record<FontKey, FontFace>>

export async function readFontSet(folder: string): Promise<FontSet> {
  const faces = await Promise.all(
    FONT_KEYS.map(async (key): Promise<FontFace> => {
      const path = join(folder, FONT_FILES[key])
      const bytes = await readToOutlines(path)
      return { key, path, bytes, sfnt: readSfnt(bytes) }
    })
  )
  return Object.fromEntries(faces.map((face) => [face.key, face])) as unknown as FontSet
}

/** More than the list of tables of any face. */
const LIST_BYTES = 1024

async function readToOutlines(path: string): Promise<Buffer> {
  const file = await open(path, 'r')
  try {
    const list = Buffer.alloc(LIST_BYTES)
    await file.read(list, 0, LIST_BYTES, 0)
    const outlines = readTables(list).get('glyf')
    if (outlines === undefined) throw new Error(`font has no outlines: ${path}`)
    const bytes = Buffer.allocUnsafeSlow(outlines.at)
    const { bytesRead } = await file.read(bytes, 0, bytes.length, 0)
    if (bytesRead !== bytes.length) throw new Error(`font is cut off: ${path}`)
    return bytes
  } finally {
    await file.close()
  }
}

/** Whether the face can show the character: it has a glyph, and unless it is a space the glyph has an outline. */
export function canShow({ sfnt }: FontFace, character: string): boolean {
  const glyph = sfnt.glyphOf(character.codePointAt(0) ?? 0)
  return glyph !== 0 && (isSpace(character) || sfnt.hasOutline(glyph))
}

export function isSpace(character: string): boolean {
  return /^[\s\u00a0]$/u.test(character)
}
