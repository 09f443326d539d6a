import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { expect, it } from 'vitest'
import { previewStatement } from '../../../src/main/statement/preview-statement.ts'
import { proposeEntries } from '../../../src/main/statement/propose-entries.ts'
import type { LedgerEntry } from '../../../src/shared/domain/ledger.ts'
import {
  MOST_PROPOSALS,
  type StatementMapping,
  type StatementReading
} from '../../../src/shared/domain/statement.ts'

const GUESS: StatementReading = { encoding: null, delimiter: null, headerLine: null }

interface Options {
  readonly mapping?: Partial<StatementMapping>
  readonly filter?: string
  readonly entries?: readonly LedgerEntry[]
  readonly repairQuotes?: boolean
}

async function propose(text: string, options: Options = {}) {
  const proposed = await answer(text, options)
  if (!proposed.ok) throw new Error(proposed.code)
  return proposed.value
}

async function answer(text: string, options: Options) {
  const { mapping = {}, filter = '', entries = [], repairQuotes = false } = options
  const bytes = new Uint8Array(Buffer.from(text))
  const seen = await previewStatement({ fileName: 'x.csv', bytes }, GUESS, 'RUB')
  if (seen === null) throw new Error('no text')
  return proposeEntries({
    bytes,
    reading: GUESS,
    mapping: { ...seen.mapping, ...mapping },
    repairQuotes,
    filter,
    entries
  })
}

it('turns movements of an account into payments and refunds', async () => {
  const { proposals } = await propose(
    'Дата;Сумма;Описание;Контрагент\n14.10.2026 09:12;-650,00;Связь;ОБРАЗЕЦ Телеком\n20.10.2026;1 120,50 ₽;Возврат;ОБРАЗЕЦ Телеком\n'
  )
  expect(proposals).toEqual([
    {
      line: 2,
      on: '2026-10-14',
      kind: 'payment',
      amountMinor: 65_000,
      currency: 'RUB',
      note: 'Связь · ОБРАЗЕЦ Телеком',
      isFormula: false,
      knownId: null
    },
    expect.objectContaining({ on: '2026-10-20', kind: 'refund', amountMinor: 112_050 })
  ])
})

it("reads an operator's list the other way round", async () => {
  const { proposals } = await propose(
    'Дата;Начислено;Пополнение\n01.10.2026;650,00;\n14.10.2026;0,00;650,00\n'
  )
  expect(proposals.map(({ kind, amountMinor }) => [kind, amountMinor])).toEqual([
    ['bill', 65_000],
    ['payment', 65_000]
  ])
})

it('takes sums without any sign for payments', async () => {
  const { proposals } = await propose('date,amount\n2026-10-14,650.00\n2026-10-15,1\n')
  expect(proposals.map(({ kind }) => kind)).toEqual(['payment', 'payment'])
})

it('follows the word for the direction', async () => {
  const { proposals } = await propose(
    '交易时间,收/支,金额(元)\n2026-10-14,支出,30.00\n2026-10-15,收入,5.00\n'
  )
  expect(proposals.map(({ kind, currency }) => [kind, currency])).toEqual([
    ['payment', 'CNY'],
    ['refund', 'CNY']
  ])
})

it('reads brackets, signs behind and marks of thousands', async () => {
  const { proposals } = await propose(
    'date;amount\n2026-10-14;(12.00)\n2026-10-15;1,234.56-\n2026-10-16;-$5.00\n2026-10-17;+7.00\n'
  )
  expect(proposals.map(({ kind, amountMinor, currency }) => [kind, amountMinor, currency])).toEqual([
    ['payment', 1200, 'RUB'],
    ['payment', 123_456, 'RUB'],
    ['payment', 500, 'USD'],
    ['refund', 700, 'RUB']
  ])
  const german = await propose('date;amount\n2026-10-14;-1.234,56\n2026-10-15;-7,5\n')
  expect(german.proposals.map(({ amountMinor }) => amountMinor)).toEqual([123_456, 750])
})

it('reads dates in the order the user says', async () => {
  const text = 'date,amount\n03/04/2026,1.50\n'
  expect((await propose(text, { mapping: { dateOrder: 'dmy' } })).proposals[0]?.on).toBe('2026-04-03')
  expect((await propose(text, { mapping: { dateOrder: 'mdy' } })).proposals[0]?.on).toBe('2026-03-04')
})

it.each([
  ['14.10.26', '2026-10-14'],
  ['2026-10-14T09:12:00+03:00', '2026-10-14'],
  ['14 окт. 2026', '2026-10-14'],
  ['14 октября 2026 г.', '2026-10-14'],
  ['14-Oct-26', '2026-10-14'],
  ['Oct 14, 2026', '2026-10-14'],
  ['2026年10月14日 09:12', '2026-10-14'],
  ['20261014', '2026-10-14']
])('reads the date %s', async (cell, on) => {
  const { proposals } = await propose(`date;amount\n"${cell}";1,00\n`, {
    mapping: { dateOrder: 'dmy', roles: ['date', 'amount'] }
  })
  expect(proposals[0]?.on).toBe(on)
})

it('names the rows that cannot be entries, each with its line and reason', async () => {
  const { problems, proposals, problemCount } = await propose(
    'Дата;Сумма;Валюта\n31.02.2026;1,00;RUB\n;2,00;RUB\n01.03.2026;много;RUB\n02.03.2026;;RUB\n03.03.2026;1,234;RUB\n04.03.2026;5,00;баллы\n05.03.2026;6,00;RUB\n06.03.2026;7,00;RUB\n07.03.2026;8,00;RUB\n08.03.2026;8,00;RUB\n09.03.2026;8,00;RUB\n10.03.2026;8,00;RUB\n11.03.2026;8,00;RUB\n12.03.2026;8,00;RUB\n'
  )
  expect(problems).toEqual([
    { line: 2, code: 'date-not-a-date', text: '31.02.2026' },
    { line: 3, code: 'date-needed', text: '' },
    { line: 4, code: 'amount-not-a-number', text: 'много' },
    { line: 5, code: 'amount-needed', text: '' },
    { line: 6, code: 'amount-too-precise', text: '1,234' },
    { line: 7, code: 'currency-unknown', text: 'баллы' }
  ])
  expect(problemCount).toBe(6)
  expect(proposals).toHaveLength(8)
})

it('marks as many rows as the ledger has entries of that day, sum and currency', async () => {
  const entry = { id: 'e', on: '2026-10-14', kind: 'payment', amountMinor: 65_000, note: '' } as const
  const text = 'date,amount\n2026-10-14,650.00\n2026-10-14,650.00\n2026-10-15,650.00\n'
  const { proposals } = await propose(text, { entries: [{ ...entry, currency: 'RUB' }] })
  expect(proposals.map((one) => one.knownId)).toEqual(['e', null, null])
  const others = await propose(text, { entries: [{ ...entry, currency: 'CNY' }] })
  expect(others.proposals.every((one) => one.knownId === null)).toBe(true)
})

it('leaves out the rows that do not hold one of the words', async () => {
  const text =
    'date,amount,details\n2026-10-14,1.00,Groceries\n2026-10-15,2.00,SPECIMEN Telecom\n2026-10-16,3.00,телеком\n'
  const found = await propose(text, { filter: 'telecom; ТЕЛЕКОМ' })
  expect(found.proposals.map(({ on }) => on)).toEqual(['2026-10-15', '2026-10-16'])
  expect(found.filteredCount).toBe(1)
})

it('makes one short line of plain text of whatever the cells hold', async () => {
  const { proposals } = await propose(
    `date;amount;details\n2026-10-14;1,00;"=HYPERLINK(""x"")\nsecond\u0007 line"\n2026-10-15;1,00;${'д'.repeat(5000)}\n`
  )
  expect(proposals[0]).toMatchObject({ note: '=HYPERLINK("x") second line', isFormula: true })
  expect(proposals[1]?.note).toHaveLength(300)
})

it('refuses a file with broken quotes until the user wants it repaired', async () => {
  const text = 'date;amount;note\n2026-10-14;1,00;"ООО "Ромашка""\n2026-10-15;2,00;x\n'
  expect(await answer(text, {})).toEqual({ ok: false, code: 'quoting-broken' })
  const { proposals } = await propose(text, { repairQuotes: true })
  expect(proposals.map(({ note }) => note)).toEqual(['ООО "Ромашка"', 'x'])
})

it('reads 120,000 rows and keeps only what can be shown', async () => {
  setFlagsFromString('--expose-gc')
  const collect = runInNewContext('gc') as () => void
  const row = (at: number) =>
    `14.10.2026;-${String(at % 900)},50;Оплата связи номер ${String(at)};строка выписки\n`
  const bytes = new Uint8Array(
    Buffer.from(`Дата;Сумма;Описание;Прочее\n${Array.from({ length: 120_000 }, (_, at) => row(at)).join('')}`)
  )
  collect()
  const before = process.memoryUsage().heapUsed
  const seen = await previewStatement({ fileName: 'x.csv', bytes }, GUESS, 'RUB')
  const proposed = await proposeEntries({
    bytes,
    reading: GUESS,
    mapping: seen?.mapping ?? {
      roles: [],
      dateOrder: 'dmy',
      decimalMark: 'comma',
      source: 'bank',
      currency: 'RUB'
    },
    repairQuotes: false,
    filter: '',
    entries: []
  })
  collect()
  const kept = process.memoryUsage().heapUsed - before
  expect(seen?.rowCount).toBe(120_000)
  expect(proposed).toMatchObject({ ok: true, value: { proposalCount: 120_000, problemCount: 0 } })
  expect(proposed.ok && proposed.value.proposals).toHaveLength(MOST_PROPOSALS)
  expect(kept).toBeLessThan(16 * 1024 * 1024)
})
