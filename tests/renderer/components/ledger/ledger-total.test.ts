// @vitest-environment happy-dom
import { expect, it } from 'vitest'
import LedgerTotal from '../../../../src/renderer/components/ledger/LedgerTotal.vue'
import { summariseLedger, type EntryKind } from '../../../../src/shared/domain/ledger.ts'
import { mountIn } from '../../mount-in-language.ts'

const entry = (kind: EntryKind, amountMinor: number) => ({
  id: crypto.randomUUID(),
  on: '2026-10-14',
  kind,
  amountMinor,
  currency: 'RUB',
  note: ''
})

function total(entries: readonly ReturnType<typeof entry>[], isRuledOff: boolean) {
  const [section] = summariseLedger({ currency: 'RUB', entries })
  return mountIn('en', LedgerTotal, { section, isRuledOff })
}

it('shows what is open under no double rule', () => {
  const open = total([entry('bill', 65_000), entry('payment', 30_000)], false)
  expect(open.text()).toContain('Open balance')
  expect(open.get('td .sum').text()).toBe('350.00')
  expect(open.get('td .sum').classes()).not.toContain('off')
})

it('rules off what is settled and proven', () => {
  const settled = total([entry('bill', 65_000), entry('payment', 65_000)], true)
  expect(settled.text()).toContain('Settled')
  expect(settled.get('td .sum').classes()).toContain('off')
})

it('says in words whose favour it is when more was paid than charged', () => {
  const credit = total([entry('payment', 19_516)], false)
  expect(credit.text()).toContain('In your favour')
  expect(credit.get('td .sum').text()).toBe('195.16')
})
