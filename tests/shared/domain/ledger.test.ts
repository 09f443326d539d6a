import fc from 'fast-check'
import { expect, it } from 'vitest'
import {
  ENTRY_KINDS,
  isCharge,
  owedIn,
  type LedgerEntry,
  summariseLedger
} from '../../../src/shared/domain/ledger.ts'

const entry = (id: string, on: string, kind: LedgerEntry['kind'], amountMinor: number): LedgerEntry => ({
  id,
  on,
  kind,
  amountMinor,
  currency: 'RUB',
  note: ''
})

it('runs the balance by date, whatever the order of typing', () => {
  const [summary] = summariseLedger({
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
  const [summary] = summariseLedger({ currency: 'RUB', entries })
  expect(summary.rows.map((row) => row.balanceMinor)).toEqual([-14_850, 0])
})

it("keeps currencies apart, the ledger's own first, the others by code", () => {
  const entries = [
    { ...entry('a', '2026-09-30', 'bill', 100), currency: 'USD' },
    { ...entry('b', '2026-09-30', 'bill', 700), currency: 'CNY' },
    { ...entry('c', '2026-10-14', 'payment', 700), currency: 'CNY' }
  ] as const
  const ledger = { currency: 'RUB', entries }
  expect(summariseLedger(ledger).map((section) => [section.currency, section.balanceMinor])).toEqual([
    ['RUB', 0],
    ['CNY', 0],
    ['USD', 100]
  ])
  expect(owedIn(ledger)).toEqual([{ currency: 'USD', amountMinor: 100 }])
  expect(owedIn(ledger, '2026-10-01')).toEqual([
    { currency: 'CNY', amountMinor: 700 },
    { currency: 'USD', amountMinor: 100 }
  ])
})

it('ends at charged less paid, in whole minor units, in every currency, for any ledger', () => {
  const anyEntry = fc.record({
    id: fc.uuid(),
    on: fc.constantFrom('2026-01-01', '2026-02-01', '2026-03-01'),
    kind: fc.constantFrom(...ENTRY_KINDS),
    amountMinor: fc.integer({ min: 1, max: 99_999_999_999 }),
    currency: fc.constantFrom('RUB', 'CNY', 'USD'),
    note: fc.string()
  })
  fc.assert(
    fc.property(fc.array(anyEntry, { maxLength: 200 }), (entries) => {
      const sections = summariseLedger({ currency: 'RUB', entries })
      expect(sections.reduce((sum, section) => sum + section.rows.length, 0)).toBe(entries.length)
      for (const { currency, rows, balanceMinor } of sections) {
        const expected = entries
          .filter((one) => one.currency === currency)
          .reduce((sum, one) => sum + (isCharge(one.kind) ? 1 : -1) * one.amountMinor, 0)
        expect(balanceMinor).toBe(expected)
        expect(rows.at(-1)?.balanceMinor ?? 0).toBe(expected)
        expect(Number.isSafeInteger(balanceMinor)).toBe(true)
      }
    })
  )
})
