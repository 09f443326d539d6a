import { findGlyphsWithoutInk } from './glyph-ink.ts'
import { dictOf, listOf, nameOf, refOf } from './pdf-look.ts'
import type { PackObjects } from './pack-objects.ts'

/** A face of the pack's own pages, with the map that turns its glyphs back into characters. */
export interface PackFont {
  /** What a run of glyph codes in hexadecimal says; `missing` counts those without a character. */
  read(hex: string): { readonly shown: string; readonly missing: number }
  /** Characters of glyphs that were read and that draw nothing. */
  invisible(): Promise<readonly string[]>
}

const CODE_DIGITS = 4
const PAIR = /<([\da-f]+)>\s*<([\da-f]+)>/gi
const TRIPLE = /<([\da-f]+)>\s*<([\da-f]+)>\s*<([\da-f]+)>/gi
const MAP_BLOCK = /beginbf(char|range)([^]*?)endbf/g
const LARGEST_RANGE = 0xffff

/** Faces by the object they are: every page names the same ones. */
export function createPackFonts(objects: PackObjects) {
  const known = new Map<number, PackFont | null>()

  async function open(number: number): Promise<PackFont | null> {
    const before = known.get(number)
    if (before !== undefined) return before
    const font = await readFont(objects, number)
    known.set(number, font)
    return font
  }

  return { open, all: () => [...known.values()].filter((font) => font !== null) }
}

async function readFont(objects: PackObjects, number: number): Promise<PackFont | null> {
  const dict = dictOf((await objects.get(number))?.value)
  if (dict === null || nameOf(dict.get('Subtype')) !== 'Type0') return null
  const map = refOf(dict.get('ToUnicode'))
  const stream = map === null ? null : await objects.get(map)
  const bytes = stream === null ? null : await objects.bytesOf(stream)
  const characters = bytes === null ? new Map<number, string>() : charactersOf(bytes.toString('latin1'))
  const used = new Set<number>()
  return {
    read: (hex) => {
      let shown = ''
      let missing = 0
      for (let at = 0; at + CODE_DIGITS <= hex.length; at += CODE_DIGITS) {
        const code = parseInt(hex.slice(at, at + CODE_DIGITS), 16)
        const character = characters.get(code)
        used.add(code)
        if (character === undefined) missing += 1
        else shown += character
      }
      return { shown, missing }
    },
    invisible: async () => {
      const drawn = [...used].filter((code) => (characters.get(code) ?? '').trim() !== '')
      const file = await fontFileOf()
      const glyphs = file === null ? drawn : findGlyphsWithoutInk(file, drawn)
      return glyphs.flatMap((glyph) => characters.get(glyph) ?? [])
    }
  }

  async function fontFileOf(): Promise<Buffer | null> {
    const [first] = listOf(await objects.resolve(dict?.get('DescendantFonts'))) ?? []
    const descendant = dictOf(await objects.resolve(first))
    const descriptor = dictOf(await objects.resolve(descendant?.get('FontDescriptor')))
    const file = refOf(descriptor?.get('FontFile2'))
    const object = file === null ? null : await objects.get(file)
    return object === null ? null : objects.bytesOf(object)
  }
}

/** ISO 32000-1, 9.10.3: single characters and runs of them. */
function charactersOf(map: string): ReadonlyMap<number, string> {
  const characters = new Map<number, string>()
  for (const [, kind, block = ''] of map.matchAll(MAP_BLOCK)) {
    if (kind === 'char') {
      for (const [, code = '', text = ''] of block.matchAll(PAIR))
        characters.set(parseInt(code, 16), charactersIn(text))
    } else {
      for (const [, from = '', to = '', text = ''] of block.matchAll(TRIPLE)) {
        const [first, start] = [parseInt(from, 16), charactersIn(text).codePointAt(0) ?? 0]
        const last = Math.min(parseInt(to, 16), first + LARGEST_RANGE, first + 0x10ffff - start)
        for (let code = first; code <= last; code += 1)
          characters.set(code, String.fromCodePoint(start + code - first))
      }
    }
  }
  return characters
}

function charactersIn(hex: string): string {
  const bytes = Buffer.from(hex, 'hex')
  return bytes.length % 2 === 0 ? bytes.swap16().toString('utf16le') : ''
}
