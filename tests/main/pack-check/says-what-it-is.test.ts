import { readFile } from 'node:fs/promises'
import { beforeAll, describe, expect, it } from 'vitest'
import { n24SaysWhatItIs } from '../../../src/main/pack-check/norms/n24-says-what-it-is.ts'
import type { PackPage } from '../../../src/main/pack-check/pack-page.ts'
import { readPack, type ReadPack } from '../../../src/main/pack-check/read-pack.ts'
import { PACK_LANGUAGES, type PackLanguage } from '../../../src/shared/domain/pack-record.ts'
import { packOf } from '../pack/pack-fixtures.ts'
import { bufferOriginal, type SpecimenExhibit } from '../../specimen-dossier.ts'
import { answerOf, FILE_NAME } from './broken-packs.ts'

const EXPECTED = { fileName: FILE_NAME, exhibits: null, contents: null }
const NOTE: SpecimenExhibit = {
  category: 'G',
  caption: 'SPECIMEN',
  madeOn: '2026-10-20',
  bytes: Buffer.from('SPECIMEN'),
  originalName: 'note.txt',
  mediaType: 'text/plain'
}

let packs: ReadonlyMap<PackLanguage, ReadPack>
beforeAll(async () => {
  const read = async (language: PackLanguage) => {
    const { path } = await packOf([NOTE], { language })
    return [language, await readPack(bufferOriginal(await readFile(path)), FILE_NAME)] as const
  }
  packs = new Map(await Promise.all(PACK_LANGUAGES.map(read)))
}, 60_000)

/** The pack as if these words stood nowhere on its pages. */
function without(pack: ReadPack, words: RegExp): ReadPack {
  const pages = pack.pages.map((page): PackPage => ({ ...page, text: page.text.replace(words, '') }))
  expect(pages.map(({ text }) => text)).not.toEqual(pack.pages.map(({ text }) => text))
  return { ...pack, pages }
}

describe.each(PACK_LANGUAGES)('a pack in %s', (language) => {
  const answer = (words: RegExp) => answerOf(n24SaysWhatItIs(without(packs.get(language)!, words), EXPECTED))

  it('says what it is', () => {
    expect(answerOf(n24SaysWhatItIs(packs.get(language)!, EXPECTED))).toBe('held')
  })

  it('is at fault where it does not say in which zone its times are', () => {
    expect(answer(/времявкомплекте|文中时间|timesare/gi)).toBe('zone-not-named')
  })

  it('is at fault where it does not say how a stranger checks a file', () => {
    expect(answer(/sha256sum|certutil-hashfile/g)).toBe('check-not-explained')
  })

  it('is at fault where it does not say what a checksum does not prove', () => {
    expect(answer(/чегоэтонедоказывает|不能证明什么|whatitdoesnotprove/gi)).toBe('limits-not-stated')
  })
})

it.each(PACK_LANGUAGES)('takes any zone that is named (%s)', async (language) => {
  const { path } = await packOf([NOTE], { language, zone: 'Asia/Vladivostok' })
  const pack = await readPack(bufferOriginal(await readFile(path)), FILE_NAME)
  expect(answerOf(n24SaysWhatItIs(pack, EXPECTED))).toBe('held')
  expect(answerOf(n24SaysWhatItIs(without(pack, /Asia\/Vladivostok/g), EXPECTED))).toBe('zone-not-named')
})
