import fc from 'fast-check'
import { expect, it } from 'vitest'
import {
  ENTRY_KINDS,
  isCharge,
  type LedgerEntry,
  summariseLedger
} from '../../../src/shared/domain/ledger.ts'

const entry = (id: string, on: string, kind: LedgerEntry['kind'], amountMinor: number): LedgerEntry => ({
  id,
  on,
  kind,
  amountMinor,
  note: '',
  exhibitId: null
})

it('runs the balance by date, whatever the order of typing', () => {
  const summary = summariseLedger({
    currency: 'RUB',
    entries: [
      entry('c', '2026-10-14', 'payment', 65_000),
      entry('a', '2026-09-30', 'bill', 65_000),
      entry('b', '2026-10-31', 'penalty', 3_250)
    ]
  })
  expect(summary.rows.map((row) => [row.entry.id, row.balanceMinor])).toEqual([
    ['a', 65_000],
    ['c', 0],
    ['b', 3_250]
  ])
  expect(summary).toMatchObject({ chargedMinor: 68_250, paidMinor: 65_000, balanceMinor: 3_250 })
})

it('lets a refund use up the credit it returns', () => {
  const entries = [entry('a', '2026-10-20', 'payment', 14_850), entry('b', '2026-11-09', 'refund', 14_850)]
  const summary = summariseLedger({ currency: 'RUB', entries })
  expect(summary.rows.map((row) => row.balanceMinor)).toEqual([-14_850, 0])
})

it('ends at charged less paid, in whole minor units, for any ledger', () => {
  const anyEntry = fc.record({
    id: fc.uuid(),
    on: fc.constantFrom('2026-01-01', '2026-02-01', '2026-03-01'),
    kind: fc.constantFrom(...ENTRY_KINDS),
    amountMinor: fc.integer({ min: 1, max: 99_999_999_999 }),
    note: fc.string(),
    exhibitId: fc.constant(null)
  })
  fc.assert(
    fc.property(fc.array(anyEntry, { maxLength: 200 }), (entries) => {
      const { rows, balanceMinor } = summariseLedger({ currency: 'RUB', entries })
      const expected = entries.reduce((sum, one) => sum + (isCharge(one.kind) ? 1 : -1) * one.amountMinor, 0)
      expect(balanceMinor).toBe(expected)
      expect(rows.at(-1)?.balanceMinor ?? 0).toBe(expected)
      expect(Number.isSafeInteger(balanceMinor)).toBe(true)
    })
  )
})
