import { expect, it } from 'vitest'
import { dossierSchema } from '../../../src/shared/schema/dossier-schema.ts'
import { bareDossier, specimenPack } from '../../specimen-dossier.ts'

it('reads a register from before it noted recipients and exhibits', () => {
  const { code, madeAt, language, fileName, pages, sizeBytes, sha256 } = specimenPack()
  const old = { ...bareDossier(), packs: [{ code, madeAt, language, fileName, pages, sizeBytes, sha256 }] }
  const [record] = dossierSchema.parse(old).packs
  expect(record).toEqual({
    ...{ code, madeAt, language, fileName, pages, sizeBytes, sha256 },
    ...{ secondLanguage: null, encrypted: false, recipient: '' },
    ...{ profile: null, firstPage: 1, supplementTo: null },
    ...{ files: [], exhibits: null, contents: '' }
  })
})

it('gives back what it was given', () => {
  const exhibit = {
    ...{ id: '00000000-0000-4000-8000-0000000000aa', number: 'B-1', sha256: '1'.repeat(64) },
    ...{ firstPage: 5, lastPage: 6 }
  }
  const file = { fileName: 'x-1-of-2.pdf', firstPage: 1, pages: 1, sizeBytes: 1, sha256: '3'.repeat(64) }
  const record = specimenPack({
    ...{ recipient: 'ПАО «Образец»', exhibits: [exhibit], contents: '2'.repeat(64) },
    files: [file, { ...file, fileName: 'x-2-of-2.pdf', firstPage: 2 }]
  })
  expect(dossierSchema.parse({ ...bareDossier(), packs: [record] }).packs).toEqual([record])
})
