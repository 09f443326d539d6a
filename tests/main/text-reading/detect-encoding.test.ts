import fc from 'fast-check'
import { expect, it } from 'vitest'
import { detectEncoding } from '../../../src/main/text-reading/detect-encoding.ts'
import { encodeAs, utf16 } from '../statement/encoded.ts'

const RUSSIAN = 'Дата;Сумма;Назначение\n14.10.2026;-650,00;Оплата услуг связи «МТС», договор № 1\n'
const CHINESE =
  '交易时间,交易对方,金额(元)\n2026-10-14 09:12:00,移动通信运营商,650.00\n话费充值,已完成,支出\n'
const bytes = (text: string) => new Uint8Array(Buffer.from(text))

it('knows Unicode by its mark', () => {
  expect(detectEncoding(bytes(`\ufeff${RUSSIAN}`))).toEqual({ encoding: 'utf-8', confidence: 'certain' })
  expect(detectEncoding(utf16(RUSSIAN, 'le'))).toEqual({ encoding: 'utf-16le', confidence: 'certain' })
  expect(detectEncoding(utf16(CHINESE, 'be'))).toEqual({ encoding: 'utf-16be', confidence: 'certain' })
})

it('knows Unicode without a mark', () => {
  for (const text of [RUSSIAN, CHINESE, 'date,amount\n2026-10-14,1.00\n']) {
    expect(detectEncoding(bytes(text))).toEqual({ encoding: 'utf-8', confidence: 'certain' })
    expect(detectEncoding(utf16(text, 'le', false))?.encoding).toBe('utf-16le')
    expect(detectEncoding(utf16(text, 'be', false))?.encoding).toBe('utf-16be')
  }
})

it('tells windows-1251 and gb18030 apart by their letters', () => {
  expect(detectEncoding(encodeAs(RUSSIAN, 'windows-1251'))).toEqual({
    encoding: 'windows-1251',
    confidence: 'likely'
  })
  expect(detectEncoding(encodeAs(CHINESE, 'gb18030'))).toEqual({ encoding: 'gb18030', confidence: 'likely' })
})

it('finds Russian and Chinese in short lists of any everyday words', () => {
  const russian = ['оплата', 'связь', 'Салон', 'перевод', 'Карта', 'счёт', 'возврат', 'услуги', 'за октябрь']
  const chinese = ['话费', '充值', '转账', '中国移动', '余额', '支付宝', '手续费', '十月账单', '退款']
  const words = (list: readonly string[]) =>
    fc.array(fc.constantFrom(...list), { minLength: 4, maxLength: 30 })
  fc.assert(
    fc.property(words(russian), words(chinese), (some, others) => {
      expect(detectEncoding(encodeAs(some.join(';'), 'windows-1251'))?.encoding).toBe('windows-1251')
      expect(detectEncoding(encodeAs(others.join(','), 'gb18030'))?.encoding).toBe('gb18030')
    })
  )
})

it('does not claim to know what two readings explain equally well', () => {
  const latin1 = new Uint8Array(Buffer.from('Datum;Verwendung;Grüße aus Köln;naïve façade\n', 'latin1'))
  expect(detectEncoding(latin1)?.confidence).toBe('unsure')
})

it('finds no text in bytes that are none', () => {
  const random = Uint8Array.from({ length: 4096 }, (_, at) => (at * at * 31 + at * 7) % 256)
  expect(detectEncoding(random)).toBeNull()
  expect(
    detectEncoding(new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]))
  ).toBeNull()
})
