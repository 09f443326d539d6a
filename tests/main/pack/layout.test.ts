import { describe, expect, it } from 'vitest'
import { createFormats } from '../../../src/main/pack/layout/formats.ts'
import { chooseBreaks } from '../../../src/main/pack/layout/ledger-breaks.ts'
import { maskSim } from '../../../src/main/pack/layout/masking.ts'
import { turnedMatrix } from '../../../src/main/pack/layout/photo-page.ts'
import { wordsFor } from '../../../src/main/pack/words/words-for.ts'

const flat = (text: string) => text.replace(/\u00a0/g, '_')

describe('numbers as each reader writes them', () => {
  const ru = createFormats('ru', 'RUB', 'Europe/Moscow')
  const zh = createFormats('zh-CN', 'RUB', 'Europe/Moscow')
  const en = createFormats('en', 'RUB', 'Europe/Moscow')

  it('writes money', () => {
    expect(flat(ru.money(192_512))).toBe('1_925,12_₽')
    expect(zh.money(192_512)).toBe('1,925.12卢布')
    expect(flat(en.money(192_512))).toBe('RUB_1,925.12')
    expect(ru.amount(-14_850)).toBe('\u2212148,50')
    expect(flat(createFormats('ru', 'CNY', 'Europe/Moscow').money(5))).toBe('0,05_CNY')
    expect(createFormats('en', 'JPY', 'Europe/Moscow').amount(1200)).toBe('1,200')
  })

  it('writes dates, periods and moments', () => {
    expect([ru, zh, en].map((formats) => flat(formats.date('2026-10-31')))).toEqual([
      '31.10.2026',
      '2026年10月31日',
      '31_October_2026'
    ])
    expect([ru, zh, en].map((formats) => flat(formats.tableDate('2026-10-31')))).toEqual([
      '31.10.2026',
      '2026-10-31',
      '31_Oct_2026'
    ])
    expect(ru.period('2025-12-01', '2026-10-31')).toBe('12.2025–10.2026')
    expect(flat(ru.instant('2026-11-20T13:42:00.000Z'))).toBe('20.11.2026, 16:42_МСК (UTC+3)')
    expect(flat(ru.moment({ local: '2026-11-02T15:47', zone: 'Asia/Shanghai' }))).toBe(
      '02.11.2026, 15:47 (UTC+8) — 02.11.2026, 10:47_МСК (UTC+3)'
    )
    expect(zh.moment({ local: '2026-11-02T15:47', zone: 'Europe/Moscow' })).toBe(
      '2026年11月2日 15:47（莫斯科时间）'
    )
    expect(flat(en.moment({ local: '2026-03-29T03:30', zone: 'Europe/Berlin' }))).toContain(
      '29_Mar_2026, 03:30 (UTC+2)'
    )
  })

  it('writes a moment by the pack’s clock, and by the other one where it differs', () => {
    const shanghai = { local: '2026-09-18T00:20', zone: 'Asia/Shanghai' }
    expect(ru.readings(shanghai)).toEqual({
      on: '2026-09-17',
      time: '19:20\u00a0МСК',
      there: '18.09.2026, 00:20 (UTC+8)'
    })
    expect(zh.readings({ local: '2026-09-17T19:20', zone: 'Europe/Moscow' })).toEqual({
      on: '2026-09-17',
      time: '19:20\u00a0莫斯科',
      there: null
    })
  })

  it('writes sizes', () => {
    expect(flat(ru.bytes(20_971_520))).toBe('20_971_520_байт (20,0_МБ)')
    expect(flat(ru.bytes(22))).toBe('22_байта')
    expect(flat(zh.bytes(20_971_520))).toBe('20,971,520_字节（20.0_MB）')
    expect(flat(en.bytes(1))).toBe('1_byte')
  })
})

describe('masks', () => {
  it('leave what finds a person and hide the rest', () => {
    expect(flat(maskSim('897010000000000000118'))).toBe('8970_••••_••••_••••_••_118')
  })
})

describe('breaks of the ledger', () => {
  const rows = (count: number) => Array.from({ length: count }, () => 18)
  const settledEvery = (step: number, count: number) =>
    Array.from({ length: count }, (_, index) => index % step === step - 1)

  it('keeps totals with at least two rows', () => {
    for (let count = 3; count < 90; count++) {
      const breaks = chooseBreaks({
        heights: rows(count),
        isSettled: settledEvery(3, count),
        firstRoom: 600,
        nextRoom: 640,
        ending: 220
      })
      const last = Math.max(0, ...breaks)
      expect(count - last).toBeGreaterThanOrEqual(2)
      const room = last === 0 ? 600 : 640
      expect((count - last) * 18 + 220).toBeLessThanOrEqual(room + 0.1)
    }
  })

  it('rather leaves room for another currency on the last sheet than keeps a month whole', () => {
    const breaksBefore = (following: number) =>
      chooseBreaks({
        heights: rows(34),
        isSettled: settledEvery(3, 34),
        firstRoom: 600,
        nextRoom: 640,
        ending: 220,
        following
      })
    const [kept] = breaksBefore(0)
    const [torn] = breaksBefore(640 - 220 - 2 * 18)
    expect([kept, torn]).toEqual([30, 32])
  })

  it('prefers to break after a row with nothing owed', () => {
    const breaks = chooseBreaks({
      heights: rows(60),
      isSettled: settledEvery(3, 60),
      firstRoom: 600,
      nextRoom: 640,
      ending: 100
    })
    for (const index of breaks) expect(index % 3).toBe(0)
  })
})

it('turns pictures by the eight orientations without leaving the box', () => {
  for (const orientation of [1, 2, 3, 4, 5, 6, 7, 8] as const) {
    const [a, b, c, d, e, f] = turnedMatrix(orientation, 10, 20, 30, 40)
    const corners = [
      [0, 0],
      [1, 0],
      [0, 1],
      [1, 1]
    ].map(([x = 0, y = 0]) => [a * x + c * y + e, b * x + d * y + f])
    expect(corners.map(([x]) => x).toSorted()).toEqual([10, 10, 40, 40])
    expect(corners.map(([, y]) => y).toSorted()).toEqual([20, 20, 60, 60])
  }
})

it('speaks of one exhibit, two and five in good Russian', () => {
  const { extentText } = wordsFor('ru').packBlock
  expect([1, 2, 5, 11, 21, 112].map((count) => flat(extentText(count, count)))).toEqual([
    '1_страница, 1_приложение',
    '2_страницы, 2_приложения',
    '5_страниц, 5_приложений',
    '11_страниц, 11_приложений',
    '21_страница, 21_приложение',
    '112_страниц, 112_приложений'
  ])
})
