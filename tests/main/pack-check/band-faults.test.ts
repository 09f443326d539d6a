import { readFile } from 'node:fs/promises'
import { PDFDocument, type PDFDocument as Document } from 'pdf-lib'
import { beforeAll, describe, expect, it } from 'vitest'
import { packOf } from '../pack/pack-fixtures.ts'
import { answerOf, changedPack, judge, redraw } from './broken-packs.ts'

const [INDEX, SUBSCRIBER] = [2, 3]
let whole: Buffer

beforeAll(async () => {
  const bill = await PDFDocument.create({ updateMetadata: false })
  bill.addPage([595.28, 841.89]).drawLine({ start: { x: 50, y: 100 }, end: { x: 300, y: 100 } })
  bill.addPage([595.28, 841.89]).drawLine({ start: { x: 50, y: 200 }, end: { x: 300, y: 200 } })
  const { path } = await packOf([
    {
      category: 'B',
      caption: 'Счёт',
      madeOn: '2026-08-14',
      bytes: Buffer.from(await bill.save()),
      originalName: 'bill.pdf',
      mediaType: 'application/pdf',
      pages: 2
    }
  ])
  whole = await readFile(path)
}, 60_000)

type Break = readonly [what: string, why: string, change: (document: Document) => void, page: () => number]

/** Words of the page itself once more, at another place. */
function repeatedAt(operators: string, x: number, y: number): string {
  const words = /BT [^]*? ET/.exec(operators)?.[0] ?? ''
  return `${operators}\n${words.replace(/\S+ \S+ Tm/, `${x} ${y} Tm`)}`
}

const BROKEN: readonly Break[] = [
  [
    'a white box lies over the band',
    'band-covered',
    (document) => redraw(document, INDEX, (text) => `${text}\nq 1 g 60 20 300 20 re f Q`),
    () => INDEX
  ],
  [
    'a line is drawn through the band',
    'band-covered',
    (document) => redraw(document, SUBSCRIBER, (text) => `${text}\nq 2 0 0 2 0 0 cm 40 15 m 200 15 l S Q`),
    () => SUBSCRIBER
  ],
  [
    'other words stand on the line of the number',
    'band-covered',
    (document) => redraw(document, SUBSCRIBER, (text) => repeatedAt(text, 300, 28)),
    () => SUBSCRIBER
  ],
  [
    'the band of a page stands higher than the others',
    'band-moved',
    (document) =>
      redraw(document, SUBSCRIBER, (text) =>
        text.replace(/(\S+) 26 Tm/, '$1 33 Tm').replace(/(\S+) 28 Tm/, '$1 35 Tm')
      ),
    () => SUBSCRIBER
  ],
  [
    'the band of all pages stands where printers do not reach',
    'band-moved',
    (document) => {
      for (const page of document.getPageIndices())
        redraw(document, page + 1, (text) =>
          text.replace(/(\S+) 26 Tm/g, '$1 9 Tm').replace(/(\S+) 28 Tm/g, '$1 11 Tm')
        )
    },
    () => 1
  ]
]

describe('the band at the foot', () => {
  it('holds in a good pack', async () => {
    expect(answerOf((await judge(whole)).get('N5'))).toBe('held')
  })

  it.each(BROKEN)('is at fault where %s', async (_, why, change, page) => {
    const verdict = await judge(await changedPack(whole, change))
    expect(verdict.get('N5')).toMatchObject({ state: 'not-held', why })
    expect(verdict.get('N5')).toMatchObject({ pages: expect.arrayContaining([page()]) as unknown })
  })
})
