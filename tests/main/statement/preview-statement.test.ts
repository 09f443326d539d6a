import { expect, it } from 'vitest'
import { previewStatement } from '../../../src/main/statement/preview-statement.ts'
import type { StatementPreview, StatementReading } from '../../../src/shared/domain/statement.ts'
import { encodeAs, utf16 } from './encoded.ts'

const GUESS: StatementReading = { encoding: null, delimiter: null, headerLine: null }

async function preview(
  content: string | Uint8Array,
  reading: Partial<StatementReading> = {}
): Promise<StatementPreview> {
  const bytes = typeof content === 'string' ? new Uint8Array(Buffer.from(content)) : content
  const found = await previewStatement({ fileName: 'x.csv', bytes }, { ...GUESS, ...reading }, 'RUB')
  if (found === null) throw new Error('no text')
  return found
}
const roles = (found: StatementPreview) => found.columns.map(({ role }) => role)

const BANK_RU = [
  'Дата операции;Дата платежа;Номер карты;Статус;Сумма операции;Валюта операции;Остаток;Описание',
  '14.10.2026 09:12:01;14.10.2026;*4417;OK;-650,00;RUB;1 200,00;Оплата связи',
  '16.11.2026 18:00:10;17.11.2026;*4417;OK;-1 120,50;RUB;79,50;Связь и интернет'
].join('\r\n')

it('reads a Russian bank list in windows-1251', async () => {
  const found = await preview(encodeAs(BANK_RU, 'windows-1251'))
  expect(found).toMatchObject({
    encoding: 'windows-1251',
    encodingConfidence: 'likely',
    unreadableCount: 0,
    delimiter: 'semicolon',
    headerLine: 1,
    rowCount: 2,
    quotingCount: 0,
    mapping: { dateOrder: 'dmy', decimalMark: 'comma', source: 'bank', currency: 'RUB' }
  })
  expect(roles(found)).toEqual([
    'date',
    'ignore',
    'ignore',
    'ignore',
    'amount',
    'currency',
    'ignore',
    'description'
  ])
})

it('skips what stands above the names of the columns, in gb18030', async () => {
  const text = [
    '支付账户交易明细',
    '账号:[specimen@example.org]',
    '起始日期:[2026-10-01 00:00:00]    终止日期:[2026-11-30 23:59:59]',
    '---------交易记录明细列表---------',
    '交易时间,交易类型,交易对方,商品说明,收/支,金额(元),收/付款方式,当前状态,交易单号,备注',
    '2026-10-14 09:12:00,充值,通信运营商,话费,支出,￥650.00,余额,成功,1234567890,/',
    '2026-11-16 10:00:00,退款,通信运营商,话费退回,收入,￥120.00,余额,成功,1234567891,/'
  ].join('\n')
  const found = await preview(encodeAs(text, 'gb18030'))
  expect(found).toMatchObject({
    encoding: 'gb18030',
    delimiter: 'comma',
    headerLine: 5,
    linesBefore: 4,
    rowCount: 2,
    mapping: { dateOrder: 'ymd', decimalMark: 'point', currency: 'CNY' }
  })
  expect(roles(found).slice(0, 6)).toEqual([
    'date',
    'description',
    'counterparty',
    'description',
    'direction',
    'amount'
  ])
})

it('finds an English list with debit and credit, in UTF-16 with tabs', async () => {
  const text =
    'Date\tDetails\tMoney out\tMoney in\tBalance\n10/31/2026\tPhone\t12.50\t\t100.00\n11/02/2026\tRefund\t\t3.00\t103.00\n'
  const found = await preview(utf16(text, 'le'))
  expect(roles(found)).toEqual(['date', 'description', 'debit', 'credit', 'ignore'])
  expect(found).toMatchObject({ delimiter: 'tab', isDateOrderUnsure: false, mapping: { dateOrder: 'mdy' } })
})

it('says when day and month could be either way round', async () => {
  expect((await preview('date,amount\n03/04/2026,1.50\n05/06/2026,2.50\n')).isDateOrderUnsure).toBe(true)
  expect((await preview('date,amount\n03/04/2026,1.50\n25/06/2026,2.50\n')).isDateOrderUnsure).toBe(false)
  expect((await preview('дата;сумма\n03.04.2026;1,50\n')).isDateOrderUnsure).toBe(false)
})

it('knows columns without names by their cells', async () => {
  const found = await preview('2026-10-14;Оплата услуг;-650,00\n2026-11-16;Возврат;120,00\n')
  expect(found.headerLine).toBe(0)
  expect(roles(found)).toEqual(['date', 'description', 'amount'])
})

it('reads as it is told rather than as it guesses', async () => {
  const found = await preview(encodeAs(BANK_RU, 'windows-1251'), { encoding: 'gb18030', headerLine: 0 })
  expect(found).toMatchObject({ encoding: 'gb18030', headerLine: 0, rowCount: 3 })
  expect(await preview(encodeAs(BANK_RU, 'windows-1251'), { encoding: 'utf-8' })).toMatchObject({
    encoding: 'utf-8',
    delimiter: 'semicolon'
  })
  expect(
    (await preview(encodeAs(BANK_RU, 'windows-1251'), { encoding: 'utf-8' })).unreadableCount
  ).toBeGreaterThan(50)
})

it('obeys the line that names the delimiter', async () => {
  expect(await preview('sep=|\nдата|сумма\n14.10.2026|1,00\n')).toMatchObject({
    delimiter: 'pipe',
    headerLine: 2
  })
})

it('marks what a spreadsheet would run and keeps it as text', async () => {
  const found = await preview(
    "date;amount;note\n2026-10-14;-1,00;=cmd|' /C calc'!A0\n2026-10-15;+2,00;@SUM(A1)\n2026-10-16;3,00;+7 916 000-14-27\n"
  )
  expect(found.formulaCount).toBe(2)
  expect(found.rows.map((row) => row.cells[2])).toEqual([
    { text: "=cmd|' /C calc'!A0", isFormula: true },
    { text: '@SUM(A1)', isFormula: true },
    { text: '+7 916 000-14-27', isFormula: false }
  ])
})

it('takes a list of one column as what it is', async () => {
  const found = await preview('сумма\n650\n120\n')
  expect(found.columns).toHaveLength(1)
  expect(found.rowCount).toBe(2)
})

it('names the lines whose quotes are broken', async () => {
  const found = await preview('date;amount;note\n2026-10-14;1,00;"open\n2026-10-15;2,00;"ООО "Ромашка""\n')
  expect(found.quoting).toEqual([
    { code: 'unclosed-quote', line: 2 },
    { code: 'stray-quote', line: 3 }
  ])
  expect(found.rows.map((row) => row.cells[2]?.text)).toEqual(['"open', 'ООО "Ромашка"'])
})

it('finds no text in a binary file', async () => {
  const bytes = Uint8Array.from({ length: 5000 }, (_, at) => (at * 7) % 256)
  expect(await previewStatement({ fileName: 'x.csv', bytes }, GUESS, 'RUB')).toBeNull()
})
