import { FONT_KEYS, isSpace, type FontKey, type FontSet } from '../fonts/font-set.ts'
import type { Sfnt } from '../fonts/sfnt.ts'
import { growSubset, subsetTag, type FontSubset } from '../fonts/subset-truetype.ts'
import { GlyphCodes } from './glyph-codes.ts'
import type { PdfFile } from './pdf-file.ts'
import { pdfArray, pdfDict, pdfName, pdfNumbers, pdfRef, utf16, type ObjectNumber } from './pdf-syntax.ts'

const NAMES: Readonly<Record<FontKey, string>> = {
  'sans-regular': 'NotoSans-Regular',
  'sans-bold': 'NotoSans-Bold',
  'han-regular': 'NotoSansSC-Regular',
  'han-bold': 'NotoSansSC-Bold'
}

/** Longer blocks of this map make Ghostscript extract garbage. */
const LONGEST_MAP_BLOCK = 100

const SYMBOLIC = 4
const FORCE_BOLD_WEIGHT = 120
const REGULAR_WEIGHT = 80

/** Short names of the faces in the resources of every page. */
export const FONT_NAMES: Readonly<Record<FontKey, string>> = {
  'sans-regular': 'FR',
  'sans-bold': 'FB',
  'han-regular': 'HR',
  'han-bold': 'HB'
}

/** The faces of a pack as its pages use them. */
export interface EmbeddedFonts {
  readonly faces: FontSet
  /** The dictionary of fonts that every page refers to. */
  readonly resources: ObjectNumber
  /** Two bytes of hex for every character. */
  readonly encode: (key: FontKey, text: string) => string
  /** Writes one subset for each face that was used. Afterwards nothing can be encoded any more. */
  readonly finish: () => Promise<void>
}

export function embedFonts(file: PdfFile, faces: FontSet): EmbeddedFonts {
  const subsets = new Map<FontKey, FontSubset>()
  const codes = new Map<FontKey, GlyphCodes>()
  const resources = file.reserve()
  const codesOf = (key: FontKey): GlyphCodes => {
    const { sfnt } = faces[key]
    const subset = growSubset(faces[key])
    subsets.set(key, subset)
    return new GlyphCodes((character) => {
      expectInk(sfnt, key, character)
      return subset.glyphOf(character)
    })
  }
  return {
    faces,
    resources,
    encode: (key, text) => {
      const known = codes.get(key) ?? codesOf(key)
      codes.set(key, known)
      return known.hexOf(text)
    },
    finish: async () => {
      const written: [string, string][] = []
      for (const key of FONT_KEYS) {
        const subset = subsets.get(key)
        if (subset === undefined) continue
        written.push([FONT_NAMES[key], pdfRef(await writeFont(file, faces[key].sfnt, key, subset))])
      }
      await file.write(pdfDict(Object.fromEntries(written)), resources)
    }
  }
}

async function writeFont(file: PdfFile, sfnt: Sfnt, key: FontKey, subset: FontSubset): Promise<ObjectNumber> {
  const bytes = subset.file()
  const name = `${subsetTag([...subset.glyphs.keys()])}+${NAMES[key]}`
  const fontFile = await file.writeDeflated({ Length1: String(bytes.length) }, bytes)
  const descriptor = await file.write(descriptorOf(sfnt, name, key, fontFile))
  const descendant = await file.write(
    pdfDict({
      Type: '/Font',
      Subtype: '/CIDFontType2',
      BaseFont: pdfName(name),
      CIDSystemInfo: pdfDict({ Registry: '(Adobe)', Ordering: '(Identity)', Supplement: '0' }),
      FontDescriptor: pdfRef(descriptor),
      DW: '1000',
      W: widthsOf(subset.advances(), sfnt.unitsPerEm),
      CIDToGIDMap: '/Identity'
    })
  )
  const toUnicode = await file.writeDeflated({}, unicodeMap(subset.glyphs))
  return file.write(
    pdfDict({
      Type: '/Font',
      Subtype: '/Type0',
      BaseFont: pdfName(name),
      Encoding: '/Identity-H',
      DescendantFonts: pdfArray([pdfRef(descendant)]),
      ToUnicode: pdfRef(toUnicode)
    })
  )
}

/** The ink check: text extraction alone would pass a file whose glyphs are all invisible. */
function expectInk(sfnt: Sfnt, key: FontKey, character: string): void {
  const glyph = sfnt.glyphOf(character.codePointAt(0) ?? 0)
  if (!isSpace(character) && !sfnt.hasOutline(glyph))
    throw new Error(`${key} has no outline for ${character}`)
}

function descriptorOf(sfnt: Sfnt, name: string, key: FontKey, fontFile: ObjectNumber): string {
  const thousandths = (units: number) => Math.round((units * 1000) / sfnt.unitsPerEm)
  return pdfDict({
    Type: '/FontDescriptor',
    FontName: pdfName(name),
    Flags: String(SYMBOLIC),
    FontBBox: pdfNumbers(sfnt.boundingBox.map(thousandths)),
    ItalicAngle: '0',
    Ascent: String(thousandths(sfnt.ascender)),
    Descent: String(thousandths(sfnt.descender)),
    CapHeight: String(thousandths(sfnt.capHeight)),
    StemV: String(key.endsWith('bold') ? FORCE_BOLD_WEIGHT : REGULAR_WEIGHT),
    FontFile2: pdfRef(fontFile)
  })
}

function widthsOf(advances: readonly number[], unitsPerEm: number): string {
  return `[0 ${pdfNumbers(advances.map((advance) => (advance * 1000) / unitsPerEm))}]`
}

function unicodeMap(glyphs: ReadonlyMap<string, number>): string {
  const byGlyph = new Map<number, string>()
  // Two characters can share a glyph, as the space and the no-break space do: the plain one is extracted.
  for (const [character, glyph] of glyphs) if (!byGlyph.has(glyph)) byGlyph.set(glyph, character)
  const entries = [...byGlyph].toSorted(([a], [b]) => a - b)
  const blocks: string[] = []
  for (let at = 0; at < entries.length; at += LONGEST_MAP_BLOCK) {
    const block = entries.slice(at, at + LONGEST_MAP_BLOCK)
    const lines = block.map(([glyph, character]) => `<${hex4(glyph)}> <${utf16(character)}>`)
    blocks.push(`${block.length} beginbfchar\n${lines.join('\n')}\nendbfchar`)
  }
  return [
    '/CIDInit /ProcSet findresource begin',
    '12 dict begin',
    'begincmap',
    '/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def',
    '/CMapName /Adobe-Identity-UCS def',
    '/CMapType 2 def',
    '1 begincodespacerange\n<0000> <ffff>\nendcodespacerange',
    ...blocks,
    'endcmap',
    'CMapName currentdict /CMap defineresource pop',
    'end',
    'end'
  ].join('\n')
}

function hex4(value: number): string {
  return value.toString(16).padStart(4, '0')
}
