import { readFile } from 'node:fs/promises'
import type { PDFDict, PDFRef } from 'pdf-lib'
import { PDFDocument, PDFHexString, PDFName, PDFString, type PDFObject } from 'pdf-lib'
import { describe, expect, it } from 'vitest'
import { bareDossier } from '../../specimen-dossier.ts'
import { judge } from '../pack-check/broken-packs.ts'
import { keysOf } from './pack-reading.ts'
import { judge as run, packOf, textPdf } from './pack-fixtures.ts'

interface Mark {
  readonly title: string
  /** What stands in the bookmark: `Dest` or `A`. */
  readonly leads: Readonly<Record<string, (document: PDFDocument) => PDFObject>>
  readonly below?: readonly Mark[]
}

const page = (document: PDFDocument, at: number) => document.getPage(at).ref
const place = (at: number) => (document: PDFDocument) =>
  document.context.obj([page(document, at), PDFName.of('Fit')])

/** A document of three pages with these bookmarks; `loop` lets the last one go on with the first. */
async function marked(marks: readonly Mark[], { loop = false, objectStreams = false } = {}): Promise<Buffer> {
  const document = await PDFDocument.load(await textPdf(['SPECIMEN 1', 'SPECIMEN 2', 'SPECIMEN 3']))
  const { context, catalog } = document
  const level = (list: readonly Mark[], parent: PDFRef): readonly PDFRef[] => {
    const refs = list.map(() => context.nextRef())
    list.forEach(({ title, leads, below = [] }, index) => {
      const dict = context.obj({ Title: PDFHexString.fromText(title), Parent: parent }) as PDFDict
      for (const [key, value] of Object.entries(leads)) dict.set(PDFName.of(key), value(document))
      const next = refs[index + 1] ?? (loop ? refs[0] : undefined)
      if (next !== undefined) dict.set(PDFName.of('Next'), next)
      const [first] = level(below, refs[index]!)
      if (first !== undefined) dict.set(PDFName.of('First'), first)
      context.assign(refs[index]!, dict)
    })
    return refs
  }
  const root = context.nextRef()
  const [first] = level(marks, root)
  context.assign(root, context.obj({ Type: 'Outlines', First: first ?? null }))
  catalog.set(PDFName.of('Outlines'), root)
  const names = [PDFString.of('second'), context.obj({ D: place(1)(document) })]
  catalog.set(PDFName.of('Names'), context.obj({ Dests: { Kids: [context.obj({ Names: names })] } }))
  return Buffer.from(await document.save({ useObjectStreams: objectStreams }))
}

async function packed(bytes: Buffer) {
  const files = [
    {
      category: 'C',
      caption: 'Договор',
      bytes,
      originalName: 'dogovor.pdf',
      mediaType: 'application/pdf'
    } as const
  ]
  const made = await packOf(files, { language: 'ru' }, {}, bareDossier())
  const [exhibit] = made.exhibits
  return { ...made, first: exhibit?.firstPage ?? 0 }
}

/** Bookmarks as qpdf reads them, from the exhibit down. */
async function below(path: string): Promise<unknown> {
  interface Outline {
    readonly title: string
    readonly destpageposfrom1: number
    readonly kids: readonly Outline[]
  }
  const { outlines } = JSON.parse(await run('qpdf', '--json=2', '--json-key=outlines', path)) as {
    outlines: readonly Outline[]
  }
  const shown = ({ title, destpageposfrom1, kids }: Outline): unknown =>
    kids.length === 0 ? [title, destpageposfrom1] : [title, destpageposfrom1, kids.map(shown)]
  const section = outlines.find(({ title }) => title.startsWith('C · '))
  return section?.kids[0]?.kids.map(shown)
}

const MARKS: readonly Mark[] = [
  {
    title: '1. Предмет договора',
    leads: { Dest: place(0) },
    below: [{ title: '1.1 第二页', leads: { Dest: () => PDFString.of('second') } }]
  },
  {
    title: 'outside',
    leads: { A: (document) => document.context.obj({ S: 'URI', URI: PDFString.of('https://example.org') }) },
    below: [
      {
        title: 'last',
        leads: { A: (document) => document.context.obj({ S: 'GoTo', D: place(2)(document) }) }
      }
    ]
  }
]

describe('bookmarks of an exhibit', () => {
  it.each([false, true])(
    'stand below its own and lead to its pages (object streams: %s)',
    async (objectStreams) => {
      const { path, first } = await packed(await marked(MARKS, { objectStreams }))
      expect(await below(path)).toEqual([
        ['1. Предмет договора', first, [['1.1 第二页', first + 1]]],
        ['last', first + 2]
      ])
      const verdict = await judge(await readFile(path))
      expect(verdict.get('N7')?.state).toBe('held')
      expect(verdict.get('N13')?.state).toBe('held')
      expect((await keysOf(path)).get('/URI')).toBeUndefined()
    }
  )

  it('come to an end where they go round in a circle', async () => {
    const { path, first } = await packed(await marked(MARKS.slice(0, 1), { loop: true }))
    expect(await below(path)).toEqual([['1. Предмет договора', first, [['1.1 第二页', first + 1]]]])
  })

  it('hide nothing: a title with characters that cannot be seen shows where they are', async () => {
    const { path, first } = await packed(await marked([{ title: 'a\u202eb', leads: { Dest: place(0) } }]))
    expect(await below(path)).toEqual([['a\ufffdb', first]])
  })

  it('are none where they are damaged, and the pages are there all the same', async () => {
    const bytes = await marked(MARKS)
    const broken = Buffer.from(
      bytes.toString('latin1').replace(/\/First (\d+) 0 R/, '/First 99999 0 R'),
      'latin1'
    )
    const { path, pages } = await packed(broken)
    expect(await below(path)).toEqual([])
    expect(pages).toBeGreaterThan(3)
  })
})
