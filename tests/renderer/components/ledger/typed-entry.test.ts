import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  checkEntry,
  typedEntry,
  type TypedEntry
} from '../../../../src/renderer/components/ledger/typed-entry.ts'
import { ENTRY_KINDS, type LedgerEntry } from '../../../../src/shared/domain/ledger.ts'
import { SCREEN_LANGUAGES } from '../../../../src/shared/domain/settings.ts'

const right: TypedEntry = {
  kind: 'payment',
  on: '05.11.2026',
  note: ' in cash ',
  amount: '300,00',
  currency: 'RUB',
  exhibitId: ''
}
const errorsOf = (change: Partial<TypedEntry>) => checkEntry({ ...right, ...change }, 'id').errors

describe('checkEntry', () => {
  it('reads a right one', () => {
    expect(checkEntry(right, 'id').entry).toEqual({
      id: 'id',
      kind: 'payment',
      on: '2026-11-05',
      note: 'in cash',
      amountMinor: 30_000,
      currency: 'RUB'
    })
  })

  it.each([
    [{ on: '' }, { on: 'date-needed' }],
    [{ on: '31.02.2026' }, { on: 'date-not-a-date' }],
    [{ amount: '' }, { amount: 'amount-needed' }],
    [{ amount: '0,00' }, { amount: 'amount-needed' }],
    [{ amount: '1e99' }, { amount: 'amount-not-a-number' }],
    [{ amount: '-5' }, { amount: 'amount-not-a-number' }],
    [{ amount: '1.005' }, { amount: 'amount-too-precise' }],
    [{ amount: '99999999999' }, { amount: 'amount-too-large' }],
    [{ note: 'x'.repeat(301) }, { note: 'text-too-long' }]
  ])('says what is wrong with %o', (change, errors) => {
    expect(errorsOf(change)).toEqual(errors)
  })

  it('says everything that is wrong at once', () => {
    expect(errorsOf({ on: 'x', amount: 'y' })).toEqual({
      on: 'date-not-a-date',
      amount: 'amount-not-a-number'
    })
  })

  it('reads back what a saved entry looks like in its fields, in every language', () => {
    const entries: fc.Arbitrary<LedgerEntry> = fc.record({
      id: fc.uuid(),
      on: fc
        .date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
        .map((date) => date.toISOString().slice(0, 10)),
      kind: fc.constantFrom(...ENTRY_KINDS),
      amountMinor: fc.integer({ min: 1, max: 99_999_999_999 }),
      currency: fc.constantFrom('RUB', 'CNY', 'JPY', 'TND'),
      note: fc.string({ maxLength: 40 }).map((note) => note.trim())
    })
    fc.assert(
      fc.property(entries, fc.constantFrom(...SCREEN_LANGUAGES), (entry, language) => {
        expect(checkEntry(typedEntry(entry, language), entry.id).entry).toEqual(entry)
      })
    )
  })
})
