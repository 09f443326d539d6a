import { readFile } from 'node:fs/promises'
import { PDFDocument, PDFName } from 'pdf-lib'
import { beforeAll, expect, it } from 'vitest'
import type { Norm } from '../../../src/shared/domain/pack-norm.ts'
import { n14PictureSharpness } from '../../../src/main/pack-check/norms/n14-picture-sharpness.ts'
import { n16Length } from '../../../src/main/pack-check/norms/n16-length.ts'
import { n20Supplement } from '../../../src/main/pack-check/norms/n20-supplement.ts'
import { n22Recordings } from '../../../src/main/pack-check/norms/n22-recordings.ts'
import { n24SaysWhatItIs } from '../../../src/main/pack-check/norms/n24-says-what-it-is.ts'
import { n26NothingLost } from '../../../src/main/pack-check/norms/n26-nothing-lost.ts'
import { n27CorePack } from '../../../src/main/pack-check/norms/n27-core-pack.ts'
import { n6IndexRows } from '../../../src/main/pack-check/norms/n6-index-rows.ts'
import { readPack, type ReadPack } from '../../../src/main/pack-check/read-pack.ts'
import { packContents } from '../../../src/main/pack/plan/pack-contents.ts'
import { USUAL_PACK_SETTINGS } from '../../../src/shared/domain/recipient-profile.ts'
import { cornerPicture, packOf, richExhibits } from '../pack/pack-fixtures.ts'
import { pageTexts } from '../pack/pack-reading.ts'
import { bufferOriginal, type SpecimenExhibit } from '../../specimen-dossier.ts'
import { answerOf, FILE_NAME, judge } from './broken-packs.ts'

const EXPECTED = { fileName: FILE_NAME, exhibits: null, contents: null }

async function packWith(
  files: readonly SpecimenExhibit[],
  language: 'ru' | 'zh-CN' | 'en' = 'ru',
  order?: 'own'
) {
  const { path } = await packOf(files, { language, ...(order === undefined ? {} : { order }) })
  return readFile(path)
}

async function picture(width: number, height: number): Promise<SpecimenExhibit> {
  return {
    category: 'A',
    caption: 'Снимок',
    madeOn: '2026-01-01',
    bytes: await (await cornerPicture(width, height)).png().toBuffer(),
    originalName: 'a.png',
    mediaType: 'image/png'
  }
}

let pack: ReadPack
beforeAll(async () => {
  pack = await readPack(bufferOriginal(await packWith([await picture(1700, 1200)])), FILE_NAME)
})

it('takes a picture of 250 dots an inch for sharp enough', () => {
  expect(answerOf(n14PictureSharpness(pack, EXPECTED))).toBe('held')
})

it.each([
  [350, 'held'],
  [351, 'long'],
  [601, 'very-long']
])('says of %i pages: %s', (count, answer) => {
  const [page] = pack.pages
  const pages = Array.from({ length: count }, () => page!)
  expect(answerOf(n16Length({ ...pack, pages }, EXPECTED))).toBe(answer)
})

it('asks of a core, and of nothing else, that it has at most 20 pages through all its files', () => {
  const { manifest } = pack
  if (manifest === null) throw new Error('no list of files')
  const ofCore = (count: number, change: Partial<typeof manifest> = {}) =>
    answerOf(
      n27CorePack(
        {
          ...pack,
          pages: Array.from({ length: count }, () => pack.pages[0]!),
          manifest: { ...manifest, isCore: true, ...change }
        },
        EXPECTED
      )
    )
  expect(answerOf(n27CorePack(pack, EXPECTED))).toBe('not-asked')
  expect([ofCore(20), ofCore(21)]).toEqual(['held', 'core-too-long'])
  expect([ofCore(5, { firstPage: 16 }), ofCore(6, { firstPage: 16 })]).toEqual(['held', 'core-too-long'])
  expect(ofCore(6, { firstPage: 16, supplementTo: { lastPage: 15 } })).toBe('held')
})

it('wants the pages of a supplement to go on in print and in the reader', () => {
  const manifest = { ...pack.manifest!, firstPage: 40, supplementTo: { lastPage: 39 } }
  expect(answerOf(n20Supplement({ ...pack, manifest, labels: ['40'] }, EXPECTED))).toBe('held')
  expect(answerOf(n20Supplement({ ...pack, manifest, labels: null }, EXPECTED))).toBe('label-wrong')
})

it.each(['ru', 'zh-CN', 'en'] as const)('reads the dates of the index in %s', async (language) => {
  const [late, early] = [
    { ...(await picture(300, 200)), madeOn: '2026-09-17' as const },
    { ...(await picture(200, 300)), madeOn: '2019-05-19' as const }
  ]
  expect(answerOf((await judge(await packWith([late, early], language))).get('N17'))).toBe('held')
  expect(answerOf((await judge(await packWith([late, early], language, 'own'))).get('N17'))).toBe('own-order')
})

it('judges a pack of all kinds of files, and names the pages whose fonts are missing', async () => {
  const verdict = await judge(await packWith(await richExhibits()))
  const faults = [...verdict.values()].filter(({ state }) => state === 'not-held')
  expect(faults.filter(({ norm }) => norm !== 'N13').map(answerOf)).toEqual(['fonts-missing'])
  expect(verdict.get('N18')).toMatchObject({ pages: expect.arrayContaining([expect.any(Number)]) as unknown })
})

it('follows a supplement from the page where its pack ended', async () => {
  const supplementTo = {
    code: 'CL-2026-0006',
    madeAt: '2026-11-01T10:00:00.000Z',
    sha256: 'ab'.repeat(32),
    pages: 40,
    lastPage: 40
  }
  const { path } = await packOf([await picture(1700, 1200)], { supplementTo })
  const verdict = await judge(await readFile(path))
  expect(
    ['N2', 'N3', 'N6', 'N7', 'N20', 'N24', 'N26'].map((norm) => answerOf(verdict.get(norm as Norm)))
  ).toEqual(Array.from({ length: 7 }, () => 'held'))
})

it('says that a long title is cut, and not that it is another', async () => {
  const long = { ...(await picture(1700, 1200)), caption: 'Очень длинное название снимка '.repeat(8) }
  expect(answerOf((await judge(await packWith([long]))).get('N8'))).toBe('long-titles-cut')
})

it('compares titles whose letters no face has', async () => {
  const odd = { ...(await picture(1700, 1200)), caption: 'Чат \u{1F600} с оператором' }
  expect(answerOf((await judge(await packWith([odd]))).get('N8'))).toBe('held')
})

it('misses the index row of an exhibit', () => {
  const [exhibit] = pack.manifest!.exhibits
  const manifest = { ...pack.manifest!, exhibits: [exhibit!, { ...exhibit!, number: 'A-2' }] }
  expect(answerOf(n6IndexRows({ ...pack, manifest }, EXPECTED))).toBe('index-row-missing')
})

it('wants every checksum printed and the program named', () => {
  expect(answerOf(n24SaysWhatItIs({ ...pack, manifestSha256: 'f'.repeat(64) }, EXPECTED))).toBe(
    'hash-not-printed'
  )
  const manifest = { ...pack.manifest!, program: 'Another 9.9' }
  expect(answerOf(n24SaysWhatItIs({ ...pack, manifest }, EXPECTED))).toBe('program-not-named')
})

it('notices pages that are listed for one exhibit and marked as another', () => {
  const [exhibit] = pack.manifest!.exhibits
  const manifest = { ...pack.manifest!, exhibits: [{ ...exhibit!, number: 'G-7' }] }
  expect(answerOf(n26NothingLost({ ...pack, manifest }, EXPECTED))).toBe('page-of-another')
})

it('does not take a remark that is stretched to its frame for a stretched page', async () => {
  const document = await PDFDocument.create({ updateMetadata: false })
  const page = document.addPage([595.28, 841.89])
  const look = document.context.stream('0 0 10 10 re f', {
    Type: 'XObject',
    Subtype: 'Form',
    BBox: [0, 0, 10, 10]
  })
  const remark = {
    Type: 'Annot',
    Subtype: 'Stamp',
    F: 4,
    Rect: [50, 50, 350, 80],
    AP: { N: document.context.register(look) }
  }
  page.node.set(PDFName.of('Annots'), document.context.obj([remark]))
  const stamped: SpecimenExhibit = {
    category: 'C',
    caption: 'Письмо',
    madeOn: '2026-01-01',
    bytes: Buffer.from(await document.save()),
    originalName: 'c.pdf',
    mediaType: 'application/pdf'
  }
  expect(answerOf((await judge(await packWith([stamped]))).get('N12'))).toBe('held')
})

it('takes a picture of a single line of pixels for upright', async () => {
  const line = await judge(await packWith([await picture(4000, 2)]))
  expect(answerOf(line.get('N11'))).toBe('held')
})

it('does not judge a page whose own file turns it by no quarter', async () => {
  const document = await PDFDocument.create({ updateMetadata: false })
  document.addPage([595.28, 841.89]).node.set(PDFName.of('Rotate'), document.context.obj(0.5))
  const odd: SpecimenExhibit = {
    category: 'C',
    caption: 'Письмо',
    madeOn: '2026-01-01',
    bytes: Buffer.from(await document.save()),
    originalName: 'c.pdf',
    mediaType: 'application/pdf'
  }
  expect((await judge(await packWith([odd]))).get('N11')).toMatchObject({ because: 'source-unreadable' })
})

const UNMEASURED: SpecimenExhibit = {
  category: 'D',
  caption: 'Запись разговора со службой поддержки оператора, сделанная на телефоне абонента',
  madeOn: '2026-09-17',
  bytes: Buffer.from('SPECIMEN sound'),
  originalName: 'zvonok.mp3',
  mediaType: 'audio/mpeg',
  proves: [{ kind: 'contact', id: 'contact-2' }],
  pages: null
}
const CALL: SpecimenExhibit = { ...UNMEASURED, seconds: 192 }

it.each([
  ['ru', '3 мин 12 с', 'MP3, 3:12'],
  ['zh-CN', '3分12秒', 'MP3, 3:12'],
  ['en', '3 min 12 s', 'MP3, 3:12']
] as const)(
  'lists a recording with format, length, checksum and notes (%s)',
  async (language, length, flag) => {
    const { path, exhibits } = await packOf([CALL], { language })
    const bytes = await readFile(path)
    expect(answerOf((await judge(bytes)).get('N22'))).toBe('held')
    const [, index = '', ...pages] = await pageTexts(path)
    const page = pages[(exhibits[0]?.firstPage ?? 0) - 3]?.replace(/[\s\u00a0]+/g, ' ')
    expect(index).toContain(flag)
    expect(page).toContain(length)
    expect(page).toContain('Заявление принято устно')
  }
)

it('says of a recording what is not known of it', async () => {
  expect(answerOf((await judge(await packWith([UNMEASURED]))).get('N22'))).toBe('recording-without-length')
  expect(answerOf((await judge(await packWith([{ ...CALL, proves: [] }]))).get('N22'))).toBe(
    'recording-without-notes'
  )
})

it('misses what the list of files says of a recording', async () => {
  const call = await readPack(bufferOriginal(await packWith([CALL])), FILE_NAME)
  const [exhibit] = call.manifest!.exhibits
  for (const recording of [
    { ...exhibit!.recording!, format: 'AMR' },
    { ...exhibit!.recording!, length: '9:59' },
    { ...exhibit!.recording!, notes: 'Другие слова о разговоре' }
  ]) {
    const manifest = { ...call.manifest!, exhibits: [{ ...exhibit!, recording }] }
    expect(answerOf(n22Recordings({ ...call, manifest }, EXPECTED))).toBe('recording-not-listed')
  }
})

it('knows whether the dossier would give the same pack again', async () => {
  const { path, job, contents } = await packOf([CALL])
  const bytes = await readFile(path)
  const same = packContents({
    ...job,
    dossier: { ...job.dossier, revision: 99, changedAt: '2027-01-01T00:00:00Z' }
  })
  expect(same).toBe(contents)
  expect(answerOf((await judge(bytes, { contents: same })).get('N25'))).toBe('held')
  const other = packContents({ ...job, dossier: { ...job.dossier, phoneNumber: '+79990000001' } })
  expect(answerOf((await judge(bytes, { contents: other })).get('N25'))).toBe('dossier-changed')
  expect((await judge(bytes)).get('N25')).toMatchObject({ because: 'needs-dossier' })
})

it('judges how pages stand although one source is withheld', async () => {
  const files = await richExhibits()
  const settings = { ...USUAL_PACK_SETTINGS, masking: { documentNumbers: true, birthDates: true } }
  const { path, exhibits } = await packOf(files, { settings })
  const withheld = exhibits.find(({ number }) => number === 'A-2')
  expect((await judge(await readFile(path))).get('N11')).toEqual({
    norm: 'N11',
    state: 'changed',
    by: 'turn-not-compared',
    pages: [withheld?.firstPage]
  })
})
