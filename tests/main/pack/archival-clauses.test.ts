import { readFile } from 'node:fs/promises'
import { beforeAll, describe, expect, it } from 'vitest'
import { checkPack } from '../../../src/main/pack-check/check-pack.ts'
import { USUAL_PACK_SETTINGS } from '../../../src/shared/domain/recipient-profile.ts'
import { packRenderer } from '../../pack-renderer.ts'
import { bareDossier, bufferOriginal } from '../../specimen-dossier.ts'
import { BARE_FRONT_PAGES, cornerPicture, packOf, textPdf } from './pack-fixtures.ts'
import { readPdfObjects, type Json, type JsonDict, type PdfObjects } from './pdf-objects.ts'

let path: string
let pdf: PdfObjects
let pages: readonly { readonly ref: Json; readonly dict: JsonDict; readonly content: string }[]
let parents: ReadonlyMap<Json, Json>

beforeAll(async () => {
  const common = { category: 'G', caption: 'SPECIMEN 样例 ОБРАЗЕЦ' } as const
  const made = await packOf(
    [
      {
        ...common,
        bytes: Buffer.from(await textPdf(['SPECIMEN'])),
        mediaType: 'application/pdf',
        originalName: 'source.pdf'
      },
      {
        ...common,
        bytes: await (await cornerPicture(300, 200)).png().toBuffer(),
        mediaType: 'image/png',
        originalName: 'picture.png'
      }
    ],
    { language: 'en', settings: { ...USUAL_PACK_SETTINGS, form: 'archival' } },
    { renderer: await packRenderer() },
    bareDossier()
  )
  path = made.path
  pdf = await readPdfObjects(path)
  pages = pdf.list(pdf.dict(pdf.catalog['/Pages'])['/Kids']).map((ref) => {
    const dict = pdf.dict(ref)
    return { ref, dict, content: pdf.bytes(dict['/Contents']).toString('latin1') }
  })
  parents = pairsOf(pdf.dict(pdf.dict(pdf.catalog['/StructTreeRoot'])['/ParentTree']), '/Nums')
}, 60_000)

describe('an archival pack', () => {
  it('shows no glyph without a meaning, and each as wide as its font has it (ISO 19005-3, 6.2.11.5, 6.2.11.7)', () => {
    const shown = glyphsShown()
    expect(shown.size).toBeGreaterThan(1)
    for (const [ref, glyphs] of shown) {
      const font = pdf.dict(ref)
      const drawn = pdf.dict(pdf.list(font['/DescendantFonts'])[0])
      const meanings = meaningsOf(pdf.bytes(font['/ToUnicode']).toString('latin1'))
      const widths = pdf.list(pdf.list(drawn['/W'])[1])
      const advances = advancesOf(pdf.bytes(pdf.dict(drawn['/FontDescriptor'])['/FontFile2']))
      expect(drawn['/CIDToGIDMap']).toBe('/Identity')
      for (const glyph of glyphs) {
        expect(meanings.has(glyph), `glyph ${glyph} of ${String(font['/BaseFont'])}`).toBe(true)
        expect(Math.abs(Number(widths[glyph]) - (advances[glyph] ?? NaN))).toBeLessThanOrEqual(1)
      }
    }
  })

  it('prints its links, says where they lead, and each has its place in the structure (ISO 14289-1, 7.18)', () => {
    const links = pages.flatMap(({ dict }) => pdf.list(dict['/Annots']))
    expect(links.length).toBeGreaterThan(3)
    for (const ref of links) {
      const link = pdf.dict(ref)
      expect(link).toMatchObject({ '/Subtype': '/Link', '/F': 4 })
      expect(link['/Contents']).toMatch(/^u:./)
      const element = pdf.dict(parents.get(link['/StructParent'] ?? null))
      expect(element['/S']).toBe('/Link')
      const kids = kidsOf(element).map((kid) => pdf.dict(kid))
      expect(kids.filter((kid) => kid['/Type'] === '/OBJR' && kid['/Obj'] === ref)).toHaveLength(1)
    }
  })

  it('knows of each stretch of a page which piece of the document it is (ISO 32000-1, 14.7.4.4)', () => {
    for (const { ref, dict, content } of pages) {
      const stretches = [...content.matchAll(/\/MCID (\d+)/g)].map((found) => Number(found[1]))
      const owners = pdf.list(parents.get(dict['/StructParents'] ?? null))
      expect(stretches.toSorted((a, b) => a - b)).toEqual([...owners.keys()])
      for (const [stretch, owner] of owners.entries()) {
        const element = pdf.dict(owner)
        const own = kidsOf(element).filter((kid) => {
          if (typeof kid === 'number') return kid === stretch && element['/Pg'] === ref
          const told = pdf.dict(kid)
          return told['/Type'] === '/MCR' && told['/MCID'] === stretch && told['/Pg'] === ref
        })
        expect(own).toHaveLength(1)
      }
    }
  })

  it('says of each picture what it shows (ISO 14289-1, 7.3)', () => {
    const figures = pdf.all.filter((dict) => dict['/S'] === '/Figure')
    expect(figures.length).toBeGreaterThan(0)
    for (const figure of figures) expect(figure['/Alt']).toMatch(/^u:./)
  })

  it('says of each attached file what it is to the document (ISO 19005-3, 6.8)', () => {
    const associated = pdf.list(pdf.catalog['/AF'])
    const names = pairsOf(pdf.dict(pdf.dict(pdf.catalog['/Names'])['/EmbeddedFiles']), '/Names')
    expect([...names.values()].toSorted()).toEqual([...associated].toSorted())
    expect(associated.length).toBeGreaterThan(1)
    for (const ref of associated) {
      const file = pdf.dict(ref)
      expect(file['/AFRelationship']).toMatch(/^\/(Source|Data|Alternative|Supplement|Unspecified)$/)
      expect([file['/F'], file['/UF']].every((name) => typeof name === 'string')).toBe(true)
      expect(pdf.dict(pdf.dict(file['/EF'])['/F'])['/Subtype']).toMatch(/^\/\w+\/[\w.+-]+$/)
    }
  })

  it('keeps to the limits of old programs (6.1.13): states inside states, lengths of names', () => {
    for (const { content } of pages) expect(deepestState(content)).toBeLessThanOrEqual(28)
    const names = pdf.all.flatMap((dict) => namesIn(dict))
    expect(Math.max(...names.map((name) => Buffer.byteLength(name) - 1))).toBeLessThanOrEqual(127)
  })

  it('shows its title, names its language and leads through its links by the structure (ISO 14289-1, 7.1, 7.2)', () => {
    expect(pdf.dict(pdf.catalog['/ViewerPreferences'])['/DisplayDocTitle']).toBe(true)
    expect(pdf.catalog['/Lang']).toBe('u:en')
    expect(pdf.dict(pdf.catalog['/MarkInfo'])['/Marked']).toBe(true)
    for (const { dict } of pages) if ('/Annots' in dict) expect(dict['/Tabs']).toBe('/S')
  })
})

it('has text under the picture of a foreign page, and none under a photo, for the check of the finished file', async () => {
  const original = bufferOriginal(await readFile(path))
  const { norms } = await checkPack(original, { fileName: 'pack.pdf', exhibits: null, contents: null })
  expect(norms.find(({ norm }) => norm === 'N9')).toMatchObject({
    by: 'pages-are-pictures',
    pages: [BARE_FRONT_PAGES + 2]
  })
})

/** Codes of the glyphs on all pages, by font. */
function glyphsShown(): ReadonlyMap<Json, ReadonlySet<number>> {
  const shown = new Map<Json, Set<number>>()
  for (const { dict, content } of pages) {
    const fonts = pdf.dict(pdf.dict(dict['/Resources'])['/Font'])
    let font: Json = null
    for (const [, name, hex] of content.matchAll(/(\/\w+) [\d.]+ Tf|<([\da-f]+)>\s*(?:Tj|\]\s*TJ)/g)) {
      if (name !== undefined) font = fonts[name] ?? null
      const glyphs = shown.get(font) ?? new Set()
      for (const code of hex?.match(/.{4}/g) ?? []) shown.set(font, glyphs.add(parseInt(code, 16)))
    }
  }
  return shown
}

function meaningsOf(map: string): ReadonlySet<number> {
  const codes = new Set<number>()
  for (const [, kind, block = ''] of map.matchAll(/beginbf(char|range)([^]*?)endbf/g)) {
    const numbers = [...block.matchAll(/<([\da-f]+)>/gi)].map((found) => parseInt(found[1] ?? '', 16))
    const step = kind === 'char' ? 2 : 3
    for (let at = 0; at < numbers.length; at += step) {
      const first = numbers[at] ?? 0
      const last = kind === 'char' ? first : (numbers[at + 1] ?? first)
      for (let code = first; code <= last; code += 1) codes.add(code)
    }
  }
  return codes
}

/** Of each glyph of a TrueType file, in thousandths of its size (OpenType: `head`, `hhea`, `hmtx`). */
function advancesOf(font: Buffer): readonly number[] {
  const tables = new Map<string, number>()
  for (let index = 0; index < font.readUInt16BE(4); index += 1) {
    const at = 12 + index * 16
    tables.set(font.toString('latin1', at, at + 4), font.readUInt32BE(at + 8))
  }
  const table = (name: string) => tables.get(name) ?? NaN
  const unitsPerEm = font.readUInt16BE(table('head') + 18)
  const count = font.readUInt16BE(table('hhea') + 34)
  const glyphs = font.readUInt16BE(table('maxp') + 4)
  return Array.from({ length: glyphs }, (_, glyph) => {
    const at = table('hmtx') + 4 * Math.min(glyph, count - 1)
    return (font.readUInt16BE(at) * 1000) / unitsPerEm
  })
}

/** Pairs of a tree of numbers or names. */
function pairsOf(node: JsonDict, key: '/Nums' | '/Names'): ReadonlyMap<Json, Json> {
  const flat = pdf.list(node[key])
  const own = flat.flatMap((value, at) => (at % 2 === 0 ? [[value, flat[at + 1] ?? null] as const] : []))
  const below = pdf.list(node['/Kids']).flatMap((kid) => [...pairsOf(pdf.dict(kid), key)])
  return new Map([...own, ...below])
}

function kidsOf(element: JsonDict): readonly Json[] {
  const kids = element['/K'] ?? []
  return Array.isArray(kids) ? (kids as readonly Json[]) : [kids]
}

function deepestState(content: string): number {
  let [depth, deepest] = [0, 0]
  for (const [mark] of content.matchAll(/(?<!\S)[qQ](?!\S)/g)) {
    depth += mark === 'q' ? 1 : -1
    deepest = Math.max(deepest, depth)
  }
  expect(depth).toBe(0)
  return deepest
}

function namesIn(value: Json): readonly string[] {
  if (typeof value === 'string') return value.startsWith('/') ? [value] : []
  if (typeof value !== 'object' || value === null) return []
  if (Array.isArray(value)) return (value as readonly Json[]).flatMap(namesIn)
  return Object.entries(value).flatMap(([key, item]) => [key, ...namesIn(item)])
}
