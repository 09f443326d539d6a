import { readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { checkPack } from '../../../src/main/pack-check/check-pack.ts'
import { wordsFor } from '../../../src/main/pack/words/words-for.ts'
import type { PackLanguage } from '../../../src/shared/domain/pack-record.ts'
import { bufferOriginal, filledDossier } from '../../specimen-dossier.ts'
import { packOf, richExhibits } from './pack-fixtures.ts'
import { readByThree } from './pack-judges.ts'

const PAIRS: readonly (readonly [PackLanguage, PackLanguage])[] = [
  ['ru', 'zh-CN'],
  ['zh-CN', 'ru'],
  ['en', 'ru']
]
const PARTS = [
  'index',
  'chronology',
  'payments',
  'contacts',
  'agreement',
  'evidence',
  'verification'
] as const

const flat = (text: string) => text.normalize('NFKC').replace(/[\s\u200b]/gu, '')

describe.each(PAIRS)('a pack in %s with %s', (language, secondLanguage) => {
  const made = once(async () =>
    packOf(await richExhibits(), { language, secondLanguage }, {}, filledDossier())
  )

  it('says the same in both to three extractors', async () => {
    const read = await readByThree((await made()).path)
    for (const pages of Object.values(read)) {
      const text = flat(pages.join(''))
      for (const words of [wordsFor(language), wordsFor(secondLanguage)]) {
        for (const part of PARTS) expect(text).toContain(flat(words.parts[part]))
        expect(text).toContain(flat(words.points.names.identity))
        expect(text).toContain(flat(words.ledger.opening))
        expect(text).toContain(flat(words.verification.provesNot[0]))
      }
    }
  })

  it('draws nothing that no font has, and holds the norms of a pack', async () => {
    const { path, findings } = await made()
    expect(findings.filter(({ code }) => code === 'missing-glyphs')).toEqual([])
    const bytes = await readFile(path)
    const { norms } = await checkPack(bufferOriginal(bytes), {
      fileName: `CL-2026-0007_2026-11-20_${language}.pdf`,
      exhibits: null,
      contents: null
    })
    // Pages of the sources name fonts that they do not bring.
    expect(norms.filter(({ state }) => state === 'not-held')).toMatchObject([{ norm: 'N18' }])
  })
})

it('makes the same bytes of the same job', async () => {
  const files = await richExhibits()
  const change = { language: 'ru', secondLanguage: 'en' } as const
  const [one, other] = [await packOf(files, change), await packOf(files, change)]
  expect(one.sha256).toBe(other.sha256)
})

function once<Value>(make: () => Promise<Value>): () => Promise<Value> {
  let made: Promise<Value> | null = null
  return () => (made ??= make())
}
