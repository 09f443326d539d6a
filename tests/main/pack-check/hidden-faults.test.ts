import { readFile } from 'node:fs/promises'
import { PDFArray, PDFDocument, PDFHexString, PDFName } from 'pdf-lib'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Norm } from '../../../src/shared/domain/pack-norm.ts'
import { USUAL_PACK_SETTINGS } from '../../../src/shared/domain/recipient-profile.ts'
import { n15SizeForMail } from '../../../src/main/pack-check/norms/n15-size-for-mail.ts'
import { n16Length } from '../../../src/main/pack-check/norms/n16-length.ts'
import { n17ByDate } from '../../../src/main/pack-check/norms/n17-by-date.ts'
import { n20Supplement } from '../../../src/main/pack-check/norms/n20-supplement.ts'
import { n26NothingLost } from '../../../src/main/pack-check/norms/n26-nothing-lost.ts'
import { readPack, type ReadPack } from '../../../src/main/pack-check/read-pack.ts'
import { packOf } from '../pack/pack-fixtures.ts'
import { pageOf } from '../pack/pack-reading.ts'
import { bufferOriginal, type SpecimenExhibit } from '../../specimen-dossier.ts'
import { answerOf, bookmark, changedPack, FILE_NAME, judge, leadTo, linksOn, redraw } from './broken-packs.ts'

const EXPECTED = { fileName: FILE_NAME, exhibits: null, contents: null }
const INDEX = 2

const SMS = [
  '<smses count="3">',
  '<sms address="0000" date="1791471972000" type="1" body="SPECIMEN 1" />',
  '<sms address="0000" date="1791571972000" type="2" body="SPECIMEN 2" />',
  '<sms address="0000" date="1791671972000" type="1" body="SPECIMEN 3" />',
  '</smses>'
].join('\n')

let bill: SpecimenExhibit
const messages: SpecimenExhibit = {
  category: 'F',
  caption: 'Сообщения оператора',
  madeOn: '2026-10-20',
  bytes: Buffer.from(SMS),
  originalName: 'sms.xml',
  mediaType: 'application/xml'
}

/** Two pages with a line each. */
async function drawnPdf(): Promise<Buffer> {
  const document = await PDFDocument.create({ updateMetadata: false })
  for (const y of [100, 200]) {
    document.addPage([595.28, 841.89]).drawLine({ start: { x: 50, y }, end: { x: 300, y } })
  }
  return Buffer.from(await document.save())
}

let whole: Buffer
let read: ReadPack
/** Of the pages about the subscriber the first. */
let subscriberPage = 0
let messagesPage = 0
let billPage = 0

beforeAll(async () => {
  bill = {
    category: 'B',
    caption: 'Счёт',
    madeOn: '2026-08-14',
    bytes: await drawnPdf(),
    originalName: 'bill.pdf',
    mediaType: 'application/pdf',
    pages: 2
  }
  const { path } = await packOf([bill, { ...bill, madeOn: '2026-09-14' }, messages])
  whole = await readFile(path)
  read = await readPack(bufferOriginal(whole), FILE_NAME)
  subscriberPage = read.outline.items.find(({ title }) => title.startsWith('Абонент'))?.page ?? 0
  messagesPage = await pageOf(path, 'F-1')
  billPage = await pageOf(path, 'B-1')
}, 60_000)

type Break = readonly [Norm, string, (document: PDFDocument) => void]

/** A bookmark and its words are wrong by the same page: it leads where it says, and not to its part. */
function shiftBookmark(document: PDFDocument, start: string, page: number): void {
  const item = bookmark(document, start)
  item.set(PDFName.of('Title'), PDFHexString.fromText(`${start} · с. ${page}`))
  leadTo(document, item, page)
}

/** Each row has links on its words and on its number. */
function unlink(document: PDFDocument, page: number): void {
  const target = document.getPage(page - 1).ref
  const others = linksOn(document, INDEX).filter((link) => {
    const destination = link.lookup(PDFName.of('Dest'), PDFArray)
    return destination.get(0) !== target
  })
  document.getPage(INDEX - 1).node.set(PDFName.of('Annots'), document.context.obj([...others]))
}

const BREAKS: readonly Break[] = [
  ['N2', 'number-wrong', (document) => redraw(document, subscriberPage, (text) => hidden(text))],
  ['N6', 'index-link-wrong', (document) => unlink(document, subscriberPage)],
  ['N7', 'bookmark-wrong', (document) => shiftBookmark(document, 'Абонент и номер', subscriberPage + 1)],
  ['N7', 'bookmark-wrong', (document) => shiftBookmark(document, 'B · Платежи', billPage + 1)],
  [
    'N18',
    'active-content',
    (document) =>
      linksOn(document, INDEX)[0]?.set(PDFName.of('A'), document.context.obj({ S: 'SetOCGState', State: [] }))
  ],
  ['N21', 'message-not-shown', (document) => redraw(document, messagesPage, withoutSecondTime)]
]

/** The number at the foot is there to be copied, and nobody sees it. */
function hidden(text: string): string {
  return text.replace(/(\/FB 15 Tf )(<[\da-f]+> Tj)/, '$1 3 Tr $2 0 Tr')
}

/** The second of three messages goes with its time. */
function withoutSecondTime(text: string): string {
  const times = [...text.matchAll(/BT[^]*?ET/g)].filter(([block]) => TIME_COLUMN.test(block))
  const [, second] = times
  if (second === undefined) throw new Error('no messages')
  return text.replace(second[0], '')
}

const TIME_COLUMN = /1 0 0 1 105\.\d+ /

describe('a pack with a fault that its own words hide', () => {
  it('is a good one before', async () => {
    const faults = [...(await judge(whole)).values()].filter(({ state }) => state === 'not-held')
    expect(faults).toEqual([])
  })

  it.each(BREAKS)('fails %s as %s, and no other norm', async (norm, why, change) => {
    const before = await judge(whole)
    const after = await judge(await changedPack(whole, change))
    const changed = [...after].filter(([one, result]) => answerOf(result) !== answerOf(before.get(one)))
    expect(changed.map(([one, result]) => [one, answerOf(result)])).toEqual([[norm, why]])
  })
})

function withManifest(change: Partial<NonNullable<ReadPack['manifest']>>): ReadPack {
  if (read.manifest === null) throw new Error('no list of files')
  return { ...read, manifest: { ...read.manifest, ...change } }
}

describe('the size', () => {
  const large = (change: Parameters<typeof withManifest>[0]) =>
    answerOf(n15SizeForMail({ ...withManifest(change), sizeBytes: 40_000_000 }, EXPECTED))

  it('is held against the limit that the recipient sets', () => {
    expect(large({ largestFileMb: 36 })).toBe('large-for-recipient')
    expect(large({ largestFileMb: 50 })).toBe('recipient-size-limit')
    expect(
      answerOf(n15SizeForMail({ ...withManifest({ largestFileMb: 36 }), sizeBytes: 36_000_000 }, EXPECTED))
    ).toBe('held')
  })

  it('is told, and is no fault, where the recipient sets none', () => {
    expect(large({})).toBe('no-size-limit')
  })

  it('is for mail to judge where nothing says who the pack is for', () => {
    expect(answerOf(n15SizeForMail({ ...read, manifest: null, sizeBytes: 40_000_000 }, EXPECTED))).toBe(
      'large-for-mail'
    )
  })

  it('has its limit in the list of files', async () => {
    const settings = { ...USUAL_PACK_SETTINGS, delivery: 'volumes', largestFileMb: 36 } as const
    const { path } = await packOf([bill], { settings })
    const { manifest } = await readPack(bufferOriginal(await readFile(path)), FILE_NAME)
    expect(manifest?.largestFileMb).toBe(36)
  })
})

it('counts the pages of all volumes', () => {
  const pages = Array.from({ length: 200 }, () => read.pages[0]!)
  expect(answerOf(n16Length({ ...read, pages }, EXPECTED))).toBe('held')
  expect(answerOf(n16Length({ ...withManifest({ firstPage: 201 }), pages }, EXPECTED))).toBe('long')
  const supplement = withManifest({ firstPage: 201, supplementTo: { lastPage: 200 } })
  expect(answerOf(n16Length({ ...supplement, pages }, EXPECTED))).toBe('held')
})

it('takes an order for the user’s own only where the user chose one', () => {
  const exhibits = read.manifest!.exhibits.toReversed()
  expect(answerOf(n17ByDate(withManifest({ exhibits }), EXPECTED))).toBe('out-of-date-order')
  expect(answerOf(n17ByDate(withManifest({ exhibits, order: 'own' }), EXPECTED))).toBe('own-order')
})

it.each([
  [41, 'held'],
  [40, 'supplement-gap'],
  [45, 'supplement-gap']
])('says of a supplement from page %i to a pack of 40: %s', (firstPage, answer) => {
  const supplement = withManifest({ firstPage, supplementTo: { lastPage: 40 } })
  expect(answerOf(n20Supplement({ ...supplement, labels: [String(firstPage)] }, EXPECTED))).toBe(answer)
})

describe('the pages of a document', () => {
  const changed = (change: (exhibit: NonNullable<ReadPack['manifest']>['exhibits'][number]) => object) =>
    withManifest({ exhibits: read.manifest!.exhibits.map((one) => ({ ...one, ...change(one) })) })

  it('are at least those of its own file', () => {
    const page = { rotation: 0, shape: 0.7 }
    const sourcePages = new Map([['B-1', [page, page, page]]])
    expect(answerOf(n26NothingLost({ ...read, sourcePages }, EXPECTED))).toBe('pages-lost')
  })

  it('are marked with its whole number', () => {
    const pages = read.pages.map((page) => {
      const { band } = page
      return band === null ? page : { ...page, band: { ...band, label: band.label.replace('B-1', 'B-10') } }
    })
    expect(answerOf(n26NothingLost({ ...read, pages }, EXPECTED))).toBe('page-of-another')
  })

  it('say which of how many each is', () => {
    const short = changed(({ number, pages }) =>
      number === 'B-1' ? { pages: { ...pages, last: pages.first } } : {}
    )
    expect(answerOf(n26NothingLost({ ...short, sourcePages: new Map() }, EXPECTED))).toBe('page-of-another')
  })
})

it('holds a letter without words, an export with a picture alone and a text that is none', async () => {
  const letter: SpecimenExhibit = {
    category: 'D',
    caption: 'Письмо',
    bytes: Buffer.from('From: a@obrazets-telecom.example\r\nDate: Fri, 30 Oct 2026 16:42:00 +0300\r\n\r\n'),
    originalName: 'a.eml',
    mediaType: 'message/rfc822'
  }
  const picture = {
    ...messages,
    bytes: Buffer.from(
      '<smses count="1"><mms date="1791471972000" msg_box="1" address="0000"><parts>' +
        `<part ct="image/png" cl="a.png" data="${Buffer.from('no picture').toString('base64')}"/>` +
        '</parts></mms></smses>'
    )
  }
  const noText: SpecimenExhibit = {
    category: 'G',
    caption: 'Файл',
    bytes: Buffer.from([0, 1, 2, 0xff, 0xfe, 0]),
    originalName: 'a.txt',
    mediaType: 'text/plain'
  }
  const { path } = await packOf([letter, picture, noText])
  expect(answerOf((await judge(await readFile(path))).get('N21'))).toBe('held')
})
