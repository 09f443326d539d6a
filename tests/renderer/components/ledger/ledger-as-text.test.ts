import { expect, it } from 'vitest'
import { ledgerAsText } from '../../../../src/renderer/components/ledger/ledger-as-text.ts'
import { summariseLedger, type LedgerEntry } from '../../../../src/shared/domain/ledger.ts'

const WORDS = {
  heads: ['Date', 'Kind', 'Description', 'Exhibit', 'Charged', 'Paid', 'Balance', 'Currency'],
  kindOf: (kind: string) => kind,
  date: (on: string) => on,
  figure: (amountMinor: number) => (amountMinor / 100).toFixed(2).replace('-', '\u2212')
}
const entry = (values: Partial<LedgerEntry>): LedgerEntry => ({
  id: 'e',
  on: '2026-10-14',
  kind: 'payment',
  amountMinor: 65_000,
  currency: 'RUB',
  note: '',
  ...values
})
const copied = (...entries: readonly LedgerEntry[]) =>
  ledgerAsText(summariseLedger({ currency: 'RUB', entries }), new Map(), WORDS).split('\n')

it('is a table of cells with a running balance for each currency', () => {
  expect(
    copied(entry({ id: 'a', kind: 'bill', note: 'October' }), entry({ id: 'b', currency: 'CNY' }))
  ).toEqual([
    'Date\tKind\tDescription\tExhibit\tCharged\tPaid\tBalance\tCurrency',
    '2026-10-14\tbill\tOctober\t\t650.00\t\t650.00\tRUB',
    '2026-10-14\tpayment\t\t\t\t650.00\t\u2212650.00\tCNY'
  ])
})

it('gives a spreadsheet nothing to run', () => {
  for (const note of ["=cmd|' /C calc'!A0", '@SUM(A1)', '+1+1', '-2+3'])
    expect(copied(entry({ note }))[1]).toContain(`\t'${note}\t`)
  expect(copied(entry({ note: 'a\tb\nc' }))[1]?.split('\t')[2]).toBe('a b c')
})
