import {
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFRawStream,
  decodePDFRawStream,
  degrees,
  rgb
} from 'pdf-lib'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Norm } from '../../../src/shared/domain/pack-norm.ts'
import type { SpecimenExhibit } from '../../specimen-dossier.ts'
import { cornerPicture, judge as run, onDisk, packOf, temporaryFolder } from '../pack/pack-fixtures.ts'
import { pageOf } from '../pack/pack-reading.ts'
import {
  answerOf,
  bookmark,
  changedPack,
  judge,
  leadTo,
  linksOn,
  numberIn,
  pageNode,
  redraw,
  refIn
} from './broken-packs.ts'

/** Pages of the pack below: cover, index, subscriber; the others where its bookmarks lead. */
const [INDEX, SUBSCRIBER] = [2, 3]
let photoPage = 0
let screenPage = 0
let drawingPage = 0
let whole: Uint8Array

/** A PDF with lines and no letters, its second page lying on its side. */
async function drawnPdf(): Promise<Buffer> {
  const document = await PDFDocument.create({ updateMetadata: false })
  for (const turn of [0, 90]) {
    const page = document.addPage([595.28, 841.89])
    page.drawRectangle({ x: 50, y: 60, width: 300, height: 200, borderColor: rgb(0, 0, 0) })
    page.setRotation(degrees(turn))
  }
  return Buffer.from(await document.save())
}

function letter(date: string): SpecimenExhibit {
  const bytes = Buffer.from(['From: abonent@obrazets-telecom.example', date, '', 'SPECIMEN'].join('\r\n'))
  return { category: 'D', caption: 'Письмо', bytes, originalName: 'pismo.eml', mediaType: 'message/rfc822' }
}

beforeAll(async () => {
  const photo = await cornerPicture(1400, 900)
  const { path } = await packOf([
    {
      category: 'A',
      caption: 'Паспорт',
      madeOn: '2019-05-19',
      bytes: await photo.jpeg().withMetadata({ orientation: 6 }).toBuffer(),
      originalName: 'passport.jpg',
      mediaType: 'image/jpeg'
    },
    {
      category: 'B',
      caption: 'Квитанция с чертежом',
      madeOn: '2026-08-14',
      bytes: await drawnPdf(),
      originalName: 'kvitanciya.pdf',
      mediaType: 'application/pdf',
      pages: 2
    },
    {
      category: 'B',
      caption: 'Снимок экрана',
      bytes: await (await cornerPicture(720, 1280)).png().toBuffer(),
      originalName: 'ekran.png',
      mediaType: 'image/png'
    },
    {
      category: 'D',
      caption: 'Запись разговора',
      madeOn: '2026-09-17',
      bytes: Buffer.from('SPECIMEN sound'),
      originalName: 'zvonok.m4a',
      mediaType: 'audio/mp4',
      pages: null
    },
    letter('Date: Fri, 30 Oct 2026 16:42:00 +0300')
  ])
  photoPage = await pageOf(path, 'A-1')
  drawingPage = await pageOf(path, 'B-1')
  screenPage = await pageOf(path, 'B-2')
  whole = await changedPack(await readFile(path), (document) => {
    const first = document.getPage(0).ref
    document.catalog.set(PDFName.of('OpenAction'), document.context.obj([first, 'XYZ', null, null, 1]))
  })
}, 60_000)

describe('a good pack', () => {
  it('holds every norm that a file can show, but for pictures shown as they came', async () => {
    const verdict = await judge(whole, { exhibits: ['A-1', 'B-1', 'B-2', 'D-1', 'D-2'] })
    const others = [...verdict]
      .filter(([, { state }]) => state !== 'held')
      .map(([norm, result]) => [norm, answerOf(result)])
    expect(others).toEqual([
      ['N9', 'pages-are-pictures'],
      ['N14', 'pictures-unchanged'],
      ['N20', 'not-asked'],
      ['N22', 'recording-without-length'],
      ['N23', 'not-asked'],
      ['N25', 'not-asked'],
      ['N27', 'not-asked']
    ])
  })

  it('is told which of its letters do not say when they were sent', async () => {
    const { path } = await packOf([letter('Subject: SPECIMEN')])
    const verdict = await judge(await readFile(path))
    expect(verdict.get('N21')).toEqual({
      norm: 'N21',
      state: 'not-held',
      why: 'message-not-shown',
      pages: [await pageOf(path, 'D-1')]
    })
  })

  it('is judged the same when its objects lie in compressed streams', async () => {
    const packed = await changedPack(whole, () => undefined, true)
    expect([...(await judge(packed))].map(([, result]) => answerOf(result))).toEqual(
      [...(await judge(whole))].map(([, result]) => answerOf(result))
    )
  })
})

type Change = (document: PDFDocument) => void

/** The number at the foot of a page, as it is written. */
const FOOT_NUMBER = /(\/FB 15 Tf )<([\da-f]+)>( Tj)/

const BROKEN: readonly (readonly [Norm, string, Change])[] = [
  [
    'N1',
    'page-count-wrong',
    (document) => {
      const tree = document.catalog.lookup(PDFName.of('Pages'), PDFDict)
      tree.set(PDFName.of('Count'), document.context.obj(numberIn(tree, 'Count') + 1))
    }
  ],
  ['N1', 'outside-content', (document) => streamNamedElsewhere(document)],
  [
    'N2',
    'number-wrong',
    (document) => redraw(document, SUBSCRIBER, (text) => text.replace(FOOT_NUMBER, '$1<$2$2>$3'))
  ],
  [
    'N3',
    'label-wrong',
    (document) => {
      const roman = document.context.obj({ Nums: [0, { S: 'r' }] })
      document.catalog.set(PDFName.of('PageLabels'), roman)
    }
  ],
  [
    'N4',
    'print-differs',
    (document) => {
      const note = document.context.obj({ Type: 'Annot', Subtype: 'Square', Rect: [100, 100, 200, 200] })
      pageNode(document, photoPage).set(PDFName.of('Annots'), document.context.obj([note]))
    }
  ],
  [
    'N5',
    'band-covered',
    (document) =>
      redraw(document, photoPage, (text) =>
        text.replace(/(\S+) cm \/X/, (_, y: string) => `${Number(y) - 400} cm /X`)
      )
  ],
  [
    'N5',
    'band-unmarked',
    (document) => {
      redraw(document, SUBSCRIBER, (text) => moved(text))
    }
  ],
  [
    'N6',
    'index-link-wrong',
    (document) => {
      const link = linksOn(document, INDEX).at(-1)
      if (link !== undefined) leadTo(document, link, 1)
    }
  ],
  ['N7', 'bookmark-wrong', (document) => leadTo(document, bookmark(document, 'B-1'), SUBSCRIBER)],
  ['N7', 'bookmark-chain-broken', (document) => bookmark(document, 'B-2').delete(PDFName.of('Prev'))],
  [
    'N8',
    'title-differs',
    (document) =>
      bookmark(document, 'B-1').set(
        PDFName.of('Title'),
        PDFHexString.fromText(`B-1 · Справка · с. ${drawingPage}`)
      )
  ],
  ['N9', 'text-missing', (document) => redraw(document, SUBSCRIBER, withoutBody)],
  ['N10', 'letters-unmapped', (document) => forgetLetter(document)],
  ['N10', 'letters-invisible', (document) => bleach(document)],
  ['N11', 'page-turned', (document) => document.getPage(SUBSCRIBER - 1).setRotation(degrees(90))],
  [
    'N11',
    'page-turned',
    (document) =>
      redraw(document, photoPage, (text) =>
        text.replace(/q (\S+) (\S+) (\S+) (\S+) (\S+ \S+ cm \/X)/, (_, a, b, c, d, rest: string) =>
          ['q', a, String(-Number(b)), String(-Number(c)), d, rest].join(' ')
        )
      )
  ],
  ['N12', 'page-size-mixed', (document) => document.getPage(SUBSCRIBER - 1).setMediaBox(0, 0, 612, 1008)],
  [
    'N12',
    'proportion-lost',
    (document) =>
      redraw(document, drawingPage, (text) =>
        text.replace(/n (\S+) 0 0/, (_, scale: string) => `n ${Number(scale) * 0.8} 0 0`)
      )
  ],
  [
    'N14',
    'picture-blown-up',
    (document) =>
      redraw(document, screenPage, (text) =>
        text.replace(
          /q (\S+) 0 0 (\S+) (\S+ \S+ cm \/X)/,
          (_, width: string, height: string, rest: string) =>
            `q ${Number(width) * 1.3} 0 0 ${Number(height) * 1.3} ${rest}`
        )
      )
  ],
  ['N13', 'bookmarks-hidden', (document) => document.catalog.delete(PDFName.of('PageMode'))],
  ['N13', 'bookmark-zooms', (document) => leadTo(document, bookmark(document, 'A-1'), photoPage, 2)],
  ['N13', 'opening-zoom-missing', (document) => document.catalog.delete(PDFName.of('OpenAction'))],
  [
    'N18',
    'active-content',
    (document) => {
      const link = linksOn(document, INDEX)[0]
      link?.set(
        PDFName.of('AA'),
        document.context.obj({ E: { S: 'JavaScript', JS: PDFHexString.fromText('1') } })
      )
    }
  ],
  [
    'N18',
    'fonts-missing',
    (document) => {
      const font = document.context.register(
        document.context.obj({ Type: 'Font', Subtype: 'TrueType', BaseFont: 'Arial' })
      )
      const resources = pageNode(document, drawingPage).lookup(PDFName.of('Resources'), PDFDict)
      const fonts = resources.lookup(PDFName.of('Font'), PDFDict)
      fonts.set(PDFName.of('Other'), font)
    }
  ],
  ['N24', 'attachment-differs', (document) => changeAttachment(document, 'SPECIMEN sound')],
  ['N26', 'page-empty', (document) => redraw(document, drawingPage, (text) => text.replace(/\/X\d+ Do/, ''))]
]

describe('a pack broken on purpose', () => {
  it.each(BROKEN)('fails %s as %s, and no other norm', async (norm, why, change) => {
    const before = await judge(whole)
    const after = await judge(await changedPack(whole, change))
    const changed = [...after].filter(([one, result]) => answerOf(result) !== answerOf(before.get(one)))
    expect(changed.map(([one, result]) => [one, answerOf(result)])).toEqual([[norm, why]])
  })

  it('misses an exhibit that was chosen', async () => {
    const verdict = await judge(whole, { exhibits: ['A-1', 'G-4'] })
    expect(verdict.get('N26')).toMatchObject({ state: 'not-held', why: 'exhibit-without-pages' })
  })

  it.each([
    ['own-file-name', 'pack.pdf'],
    ['name-not-plain', 'Мой пакет.pdf'],
    ['name-not-plain', `B-4 ${'Б'.repeat(52)}.pdf`],
    ['name-too-long', `CL-2026-0007_2026-11-20_${'x'.repeat(60)}.pdf`]
  ])('says %s of the file name', async (answer, fileName) => {
    expect(answerOf((await judge(whole, { fileName })).get('N19'))).toBe(answer)
  })

  it('needs a password', async () => {
    const [plain, locked] = [await onDisk(whole), join(await temporaryFolder(), 'locked.pdf')]
    // The library that broke it counts streams of objects which it does not write again.
    await run('qpdf', '--warning-exit-0', '--encrypt', 'a', 'b', '256', '--', plain, locked)
    const verdict = await judge(await readFile(locked))
    expect(answerOf(verdict.get('N1'))).toBe('needs-password')
    expect([...verdict.values()].filter(({ state }) => state !== 'not-asked')).toHaveLength(1)
  })

  it('names the pages at fault', async () => {
    const broken = await changedPack(whole, (document) =>
      leadTo(document, bookmark(document, 'B-1'), SUBSCRIBER)
    )
    expect((await judge(broken)).get('N7')).toMatchObject({ pages: [SUBSCRIBER] })
  })
})

/** The words at the foot stand a little higher than the number: the band no longer says whose it is. */
function moved(text: string): string {
  const foot = /70\.87 28 Tm\n/
  return text.replace(foot, '70.87 70 Tm\n')
}

/** Every piece of text but those of the band, which are the last two. */
function withoutBody(text: string): string {
  const band = text.lastIndexOf('/Span <<')
  return text.slice(band)
}

/** Takes a letter out of the map of a face; it must be one that no title, number or hash has. */
function forgetLetter(document: PDFDocument): void {
  for (const [, object] of document.context.enumerateIndirectObjects()) {
    if (!(object instanceof PDFDict) || !object.has(PDFName.of('ToUnicode'))) continue
    const ref = refIn(object, 'ToUnicode')
    const stream = document.context.lookup(ref)
    if (!(stream instanceof PDFRawStream)) continue
    const map = Buffer.from(decodePDFRawStream(stream).decode()).toString('latin1')
    const letter = ['0444', '0446', '0449'].find((code) => map.includes(` <${code}>`))
    if (letter === undefined) continue
    const without = map.replace(new RegExp(`<[\\da-f]{4}> <${letter}>\n`), '')
    document.context.assign(ref, document.context.flateStream(Buffer.from(without, 'latin1')))
    return
  }
  throw new Error('no such letter')
}

/** Empties every outline of the faces: the text can still be copied. */
function bleach(document: PDFDocument): void {
  for (const [, object] of document.context.enumerateIndirectObjects()) {
    if (!(object instanceof PDFDict) || !object.has(PDFName.of('FontFile2'))) continue
    const ref = refIn(object, 'FontFile2')
    const stream = document.context.lookup(ref)
    if (!(stream instanceof PDFRawStream)) continue
    const font = Buffer.from(decodePDFRawStream(stream).decode())
    const row = font.indexOf('loca', 12, 'latin1')
    const at = font.readUInt32BE(row + 8)
    font.fill(0, at, at + font.readUInt32BE(row + 12))
    document.context.assign(ref, document.context.flateStream(font))
  }
}

function changeAttachment(document: PDFDocument, content: string): void {
  for (const [ref, object] of document.context.enumerateIndirectObjects()) {
    if (!(object instanceof PDFRawStream)) continue
    if (Buffer.from(object.contents).toString('latin1') !== content) continue
    document.context.assign(ref, PDFRawStream.of(object.dict, Buffer.from(content.toUpperCase())))
    return
  }
  throw new Error('no such attachment')
}

function streamNamedElsewhere(document: PDFDocument): void {
  const stream = document.context.flateStream(Buffer.from('nothing'))
  stream.dict.set(PDFName.of('F'), PDFHexString.fromText('elsewhere.bin'))
  document.context.register(stream)
}
