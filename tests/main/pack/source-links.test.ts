import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { PDFArray, PDFDict, PDFDocument, PDFName } from 'pdf-lib'
import { beforeAll, describe, expect, it } from 'vitest'
import { placeForeign } from '../../../src/main/pack/layout/foreign-page.ts'
import { shapeOf } from '../../../src/main/pack/layout/geometry.ts'
import { bareDossier } from '../../specimen-dossier.ts'
import { judge } from '../pack-check/broken-packs.ts'
import { writtenPdf } from './absorb/written-pdf.ts'
import { judge as run, onDisk, packOf, temporaryFolder } from './pack-fixtures.ts'
import { keysOf } from './pack-reading.ts'

const link = (rect: string, leads: string) =>
  `<< /Type /Annot /Subtype /Link /Rect [${rect}] /Border [0 0 0] ${leads} >>`

const LINKS = [
  link('20 200 80 220', '/Dest [4 0 R /XYZ 50 250 2]'),
  link('100 200 60 180', '/A << /S /GoTo /D (chapter \\050two\\051) >>'),
  link('20 100 80 120', '/A << /S /GoTo /D /old >>'),
  link('20 60 80 80', '/Dest 10 0 R'),
  link('20 20 80 40', '/A << /S /URI /URI (https://example.org) >>'),
  link('20 40 80 50', '/A << /S /GoToR /F (other.pdf) /D [0 /Fit] >>'),
  link('20 50 80 60', '/A << /S /JavaScript /JS (app.alert) >>'),
  link('20 50 80 60', '/Dest (nobody)'),
  link('20 50 80 60', '/Dest [9 0 R /Fit]'),
  link('20 50 80 60', '/F 2 /Dest [4 0 R /Fit]'),
  link('400 50 480 60', '/Dest [4 0 R /Fit]')
]

/** Three pages; the links of the first lead to the second, which is turned, and to the third. */
const document = writtenPdf({
  1: `<< /Type /Catalog /Pages 2 0 R /Dests << /old [5 0 R /FitH 100] >> /Names << /Dests << /Kids [11 0 R] >> >>
    /Outlines 20 0 R >>`,
  2: '<< /Type /Pages /Count 3 /Kids [3 0 R 4 0 R 5 0 R] /MediaBox [0 0 300 300] /Resources << >> >>',
  3: `<< /Type /Page /Parent 2 0 R /Annots [${LINKS.join(' ')}] >>`,
  4: '<< /Type /Page /Parent 2 0 R >>',
  5: '<< /Type /Page /Parent 2 0 R /Rotate 90 >>',
  9: '<< /Type /Page /Parent 2 0 R >>',
  10: '[4 0 R /Fit]',
  11: '<< /Limits [(a) (z)] /Names [(chapter \\(two\\)) << /D [5 0 R /XYZ 0 300 0] >>] >>',
  20: '<< /First 21 0 R >>',
  21: '<< /Title <FEFF0413043B04300432> /Parent 20 0 R /Dest [5 0 R /Fit] >>'
})

interface Found {
  readonly rect: readonly number[]
  /** Counted from the exhibit's first page. */
  readonly page: number
  readonly at: readonly number[]
}

async function packed(bytes: Buffer) {
  const files = [
    {
      category: 'C',
      caption: 'book',
      bytes,
      originalName: 'book.pdf',
      mediaType: 'application/pdf'
    } as const
  ]
  const made = await packOf(files, { language: 'en' }, {}, bareDossier())
  return { ...made, first: made.exhibits[0]?.firstPage ?? 0 }
}

async function linksFrom(path: string, first: number): Promise<readonly Found[]> {
  const read = await PDFDocument.load(await readFile(path))
  const refs = read.getPages().map(({ ref }) => ref.toString())
  const annotations =
    read
      .getPage(first - 1)
      .node.Annots()
      ?.asArray() ?? []
  return annotations.map((value) => {
    const annotation = read.context.lookup(value, PDFDict)
    const rect = annotation.lookup(PDFName.of('Rect'), PDFArray).asArray().map(String).map(Number)
    const [target, kind, ...at] = annotation.lookup(PDFName.of('Dest'), PDFArray).asArray().map(String)
    expect([kind, at[2]]).toEqual(['/XYZ', 'null'])
    return { rect, page: refs.indexOf(target ?? '') + 2 - first, at: at.slice(0, 2).map(Number) }
  })
}

const rounded = (numbers: readonly number[]) => numbers.map((number) => Math.round(number))

const PLACED = placeForeign({ visible: [0, 0, 300, 300], rotation: 0, userUnit: 1 }, shapeOf('A4'))
const on = (x: number, y: number) => {
  const [a, , , d, e, f] = PLACED.matrix
  return [a * x + e, d * y + f] as const
}
const TURNED = placeForeign({ visible: [0, 0, 300, 300], rotation: 90, userUnit: 1 }, shapeOf('A4'))
const onTurned = (x: number, y: number) => {
  const [, b, c, , e, f] = TURNED.matrix
  return [c * y + e, b * x + f] as const
}

const EXPECTED = [
  { rect: rounded([...on(20, 200), ...on(80, 220)]), page: 2, at: rounded(on(50, 250)) },
  { rect: rounded([...on(60, 180), ...on(100, 200)]), page: 3, at: rounded(onTurned(0, 300)) },
  { rect: rounded([...on(20, 100), ...on(80, 120)]), page: 3, at: rounded(onTurned(0, 100)) },
  { rect: rounded([...on(20, 60), ...on(80, 80)]), page: 2, at: [0, 842] }
]

describe('links inside a document', () => {
  const ways: (readonly [string, Buffer])[] = []
  beforeAll(async () => {
    const locked = join(await temporaryFolder(), 'locked.pdf')
    const from = await onDisk(document)
    await run('qpdf', '--allow-weak-crypto', '--encrypt', '', 'owner', '128', '--', from, locked)
    const text = document.toString('latin1')
    ways.push(['sound', document])
    ways.push(['locked by its owner', await readFile(locked)])
    ways.push(['of a broken table', Buffer.from(text.replace(/startxref\n\d+/, 'startxref\n7'), 'latin1')])
  })

  it.each([0, 1, 2])(
    'lead to the same places of the pack, and those out of it are gone (%s)',
    async (way) => {
      const { path, first } = await packed(ways[way]?.[1] ?? document)
      const found = await linksFrom(path, first)
      expect(found.map(({ rect, page, at }) => ({ rect: rounded(rect), page, at: rounded(at) }))).toEqual(
        EXPECTED
      )
      const keys = await keysOf(path)
      for (const key of ['/URI', '/GoToR', '/JS', '/JavaScript']) expect(keys.get(key), key).toBeUndefined()
      expect(await run('qpdf', '--check', path)).toContain('No syntax')
      const bookmarks = JSON.parse(await run('qpdf', '--json=2', '--json-key=outlines', path)) as unknown
      expect(JSON.stringify(bookmarks)).toContain('Глав')
      const verdict = await judge(await readFile(path))
      for (const norm of ['N1', 'N6', 'N7', 'N13', 'N18'] as const)
        expect(verdict.get(norm)?.state, norm).toBe('held')
    }
  )
})
