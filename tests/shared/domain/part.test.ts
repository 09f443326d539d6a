import { expect, it } from 'vitest'
import { beginDossier, type Dossier } from '../../../src/shared/domain/dossier.ts'
import { addExhibits } from '../../../src/shared/domain/dossier-edit.ts'
import type { Category } from '../../../src/shared/domain/category.ts'
import { reviewDossier } from '../../../src/shared/domain/part.ts'

const AT = '2026-11-22T10:00:00.000Z'
const TODAY = '2026-11-22'
const uuid = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`

const fresh = beginDossier(
  uuid(1),
  {
    operator: { id: null, name: 'Образец Телеком' },
    phoneNumber: '+79990001234',
    subscriber: { latin: 'LI Xue', cyrillic: '', chinese: '' },
    contractNumber: ''
  },
  AT
)

function withProof(dossier: Dossier, ...categories: readonly Category[]): Dossier {
  const arrived = categories.map((category, index) => ({
    id: uuid(100 + index),
    category,
    caption: '',
    madeOn: null,
    file: {
      sha256: `${index}`.padStart(64, '0'),
      sizeBytes: 1,
      originalName: 'a',
      mediaType: 'text/plain',
      pages: null,
      pixels: null,
      fileModifiedAt: null
    }
  }))
  return addExhibits(dossier, arrived, AT)
}

const stateOf = (dossier: Dossier) => reviewDossier(dossier, TODAY).map((review) => review.state)
const warningsOf = (dossier: Dossier) =>
  reviewDossier(dossier, TODAY).flatMap((review) => review.warnings.map((warning) => warning.code))

const complete: Dossier = {
  ...withProof(fresh, 'A', 'B', 'C', 'F'),
  identity: { ...fresh.identity, documentNumber: 'E00000000', contractNumber: '000-4711' },
  payments: {
    currency: 'RUB',
    entries: [
      { id: uuid(20), on: '2026-10-01', kind: 'bill', amountMinor: 65_000, note: '', exhibitId: null },
      { id: uuid(21), on: '2026-10-05', kind: 'payment', amountMinor: 65_000, note: '', exhibitId: uuid(101) }
    ]
  },
  agreement: { number: 'P-1', signedOn: '2026-10-05', effectiveOn: '2026-10-31', penaltyMinor: 0, notes: '' },
  confirmation: {
    channel: 'sms',
    sender: '0000',
    receivedAt: { local: '2026-10-31T12:00', zone: 'Europe/Moscow' },
    text: 'SPECIMEN'
  }
}

it('is open where nothing was filled in and done where nothing is missing', () => {
  expect(stateOf(fresh)).toEqual(['open', 'open', 'open', 'open'])
  expect(stateOf(complete)).toEqual(['done', 'done', 'done', 'done'])
  expect(warningsOf(complete)).toEqual([])
})

it('waits for the confirmation from the day the agreement takes effect, and counts the days', () => {
  const waiting = { ...complete, confirmation: fresh.confirmation }
  const review = reviewDossier(waiting, TODAY)[3]
  expect(review).toMatchObject({ state: 'waiting', waitingDays: 22 })
})

it('names the payment that has no proof, and does not count a trashed one', () => {
  const trashed = complete.exhibits.map((one) => (one.id === uuid(101) ? { ...one, trashedAt: AT } : one))
  const [, payments] = reviewDossier({ ...complete, exhibits: trashed }, TODAY)
  expect(payments?.lacks).toEqual([{ code: 'payment-proof', entryId: uuid(21) }])
})

it('says what contradicts itself without losing it', () => {
  expect(
    warningsOf({
      ...complete,
      identity: { ...complete.identity, issuedOn: '2020-01-02', expiresOn: '2020-01-01' }
    })
  ).toEqual(['expires-before-issue', 'document-expired'])
  expect(
    warningsOf({ ...complete, agreement: { ...complete.agreement, effectiveOn: '2026-10-04' } })
  ).toContain('effective-before-signed')
  expect(warningsOf({ ...complete, agreement: { ...complete.agreement, signedOn: '2026-10-02' } })).toContain(
    'signed-while-owed'
  )
  const early = { ...complete.confirmation, receivedAt: { local: '2026-10-01T12:00', zone: 'Europe/Moscow' } }
  expect(warningsOf({ ...complete, confirmation: early })).toContain('confirmed-before-agreed')
})

it('does not take the contract itself for the agreement on ending it', () => {
  const dated = (on: string): Dossier => ({
    ...complete,
    identity: { ...complete.identity, contractOn: '2022-09-14' },
    exhibits: complete.exhibits.map((one) =>
      one.number.category === 'C' ? { ...one, madeOn: { on, source: 'stated' } } : one
    )
  })
  const lacksOfAgreement = (dossier: Dossier) => reviewDossier(dossier, TODAY)[2]?.lacks
  expect(lacksOfAgreement(dated('2022-09-14'))).toEqual([{ code: 'agreement-proof' }])
  expect(lacksOfAgreement(dated('2024-01-01'))).toEqual([{ code: 'agreement-proof' }])
  expect(lacksOfAgreement(dated('2026-10-02'))).toEqual([])
  expect(lacksOfAgreement(dated('2026-10-05'))).toEqual([])
})
