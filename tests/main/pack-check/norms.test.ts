import { readFile } from 'node:fs/promises'
import { beforeAll, expect, it } from 'vitest'
import { n14PictureSharpness } from '../../../src/main/pack-check/norms/n14-picture-sharpness.ts'
import { n15SizeForMail } from '../../../src/main/pack-check/norms/n15-size-for-mail.ts'
import { n16Length } from '../../../src/main/pack-check/norms/n16-length.ts'
import { n20Supplement } from '../../../src/main/pack-check/norms/n20-supplement.ts'
import { readPack, type ReadPack } from '../../../src/main/pack-check/read-pack.ts'
import { cornerPicture, packOf, richExhibits } from '../pack/pack-fixtures.ts'
import { bufferOriginal, type SpecimenExhibit } from '../../specimen-dossier.ts'
import { answerOf, FILE_NAME, judge } from './broken-packs.ts'

const EXPECTED = { fileName: FILE_NAME, exhibits: null }

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

it('says of a large file that much mail does not take it', () => {
  expect(answerOf(n15SizeForMail(pack, EXPECTED))).toBe('held')
  expect(answerOf(n15SizeForMail({ ...pack, sizeBytes: 36_000_001 }, EXPECTED))).toBe('large-for-mail')
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

it('wants the pages of a supplement to go on in print and in the reader', () => {
  const manifest = { ...pack.manifest!, firstPage: 40, supplementTo: { code: 'CL-2026-0006' } }
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
