import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Dossier } from '../../../src/shared/domain/dossier.ts'
import { maskedDossier } from '../../../src/shared/domain/masked-dossier.ts'
import { maskedNumber } from '../../../src/shared/domain/masked-number.ts'
import { filledDossier, specimenPack, withExhibits } from '../../specimen-dossier.ts'
import {
  BIRTH_DATES,
  DOCUMENT_NUMBERS,
  givesDateAway,
  givesNumberAway,
  writtenDates,
  writtenNumber
} from '../../written-identity.ts'

const EVERYTHING = { documentNumbers: true, birthDates: true }

describe('a masked number', () => {
  it.each([
    ['4510 123478', '45•• ••••78'],
    ['E12346789', 'E1•••••89'],
    ['82 0000000', '82 •••••00'],
    ['123456', '••••56'],
    ['12', '••']
  ])('%s is shown as %s', (number, masked) => {
    expect(maskedNumber(number)).toBe(masked)
  })
})

/** Every text of a dossier that is no date, id or hash of its own. */
function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, one]) =>
    ['id', 'sha256', 'contents', 'phoneNumber'].includes(key) ? [] : textsIn(one)
  )
}

function dossierWith(number: string, bornOn: string, remark: string): Dossier {
  const base = filledDossier()
  const [document] = base.identity.documents
  const file = {
    category: 'G',
    caption: remark,
    bytes: Buffer.from('SPECIMEN'),
    originalName: `${remark}.txt`,
    mediaType: 'text/plain'
  } as const
  return withExhibits(
    {
      ...base,
      identity: {
        ...base.identity,
        bornOn,
        documents: document === undefined ? [] : [{ ...document, number }]
      },
      closing: { ...base.closing, note: remark },
      confirmation: { ...base.confirmation, text: `${remark}\n${remark}` },
      contacts: base.contacts.map((contact) => ({
        ...contact,
        said: remark,
        person: remark,
        reference: remark
      })),
      packs: [specimenPack({ recipient: remark })]
    },
    [file]
  )
}

describe('a masked dossier', () => {
  it('says the number and the date of birth in none of its texts, however they are written', () => {
    fc.assert(
      fc.property(
        DOCUMENT_NUMBERS.chain((number) =>
          fc.record({ number: fc.constant(number), as: writtenNumber(number) })
        ),
        BIRTH_DATES.chain((on) =>
          fc.record({ on: fc.constant(on), as: fc.constantFrom(...writtenDates(on)) })
        ),
        (number, birth) => {
          const remark = `Паспорт ${number.as}, род. ${birth.as} (SPECIMEN)`
          const texts = textsIn(maskedDossier(dossierWith(number.number, birth.on, remark), EVERYTHING))
          const all = [...new Set(texts)].join(' • ')
          expect(givesNumberAway(all, number.number)).toBe(false)
          expect(givesDateAway(all, birth.on)).toBe(false)
        }
      )
    )
  })

  it('keeps dates, sums and links that are no text', () => {
    const dossier = dossierWith('4510 123478', '2026-10-14', 'SPECIMEN')
    const masked = maskedDossier(dossier, EVERYTHING)
    expect(masked.payments).toEqual(dossier.payments)
    expect(masked.exhibits.map(({ id, file }) => [id, file.sha256])).toEqual(
      dossier.exhibits.map(({ id, file }) => [id, file.sha256])
    )
    expect(masked.phoneNumber).toBe(dossier.phoneNumber)
    expect(masked.agreement).toEqual(dossier.agreement)
  })

  it('masks only what it is asked to', () => {
    const dossier = dossierWith('4510 123478', '1990-01-31', '4510-123478, 31.01.1990')
    const numbers = maskedDossier(dossier, { documentNumbers: true, birthDates: false })
    expect(numbers.closing.note).toBe('45•• ••••78, 31.01.1990')
    expect(numbers.identity.bornOn).toBe('1990-01-31')
    const births = maskedDossier(dossier, { documentNumbers: false, birthDates: true })
    expect(births.closing.note).toBe('4510-123478, ••.••.••••')
    expect(births.identity.documents[0]?.number).toBe('4510 123478')
    expect(maskedDossier(dossier, { documentNumbers: false, birthDates: false })).toEqual(dossier)
  })

  it('leaves a longer number alone that only contains the digits', () => {
    const dossier = dossierWith('4510 123478', '1990-01-31', '№ 94510123478, 119900131')
    expect(maskedDossier(dossier, EVERYTHING).closing.note).toBe('№ 94510123478, 119900131')
  })
})
