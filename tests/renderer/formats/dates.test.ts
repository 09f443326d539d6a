import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatDate, formatMoment } from '../../../src/renderer/formats/dates.ts'
import { parseReaderDate } from '../../../src/renderer/formats/reader-date.ts'
import { SCREEN_LANGUAGES } from '../../../src/shared/domain/settings.ts'

const TODAY = '2026-11-22'

describe('formatDate', () => {
  it('writes tables in the form of the language', () => {
    expect(formatDate('2026-11-05', 'zh-CN', 'table', TODAY)).toBe('2026-11-05')
    expect(formatDate('2026-11-05', 'ru', 'table', TODAY)).toBe('05.11.2026')
    expect(formatDate('2026-11-05', 'en', 'table', TODAY)).toBe('5\u00a0Nov\u00a02026')
  })

  it('leaves the year of this year out of sentences', () => {
    expect(formatDate('2026-11-05', 'zh-CN', 'sentence', TODAY)).toBe('11月5日')
    expect(formatDate('2026-11-05', 'ru', 'sentence', TODAY)).toBe('5\u00a0ноября')
    expect(formatDate('2026-11-05', 'en', 'sentence', TODAY)).toBe('5\u00a0November')
  })

  it('says another year', () => {
    expect(formatDate('2025-11-05', 'zh-CN', 'sentence', TODAY)).toBe('2025年11月5日')
    expect(formatDate('2025-11-05', 'ru', 'sentence', TODAY)).toBe('5\u00a0ноября\u00a02025')
    expect(formatDate('2025-11-05', 'en', 'full', TODAY)).toBe('5\u00a0November\u00a02025')
  })

  it('writes what parseReaderDate reads back, in every language', () => {
    const days = fc
      .date({ min: new Date('1900-01-01'), max: new Date('2199-12-31'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10))
    fc.assert(
      fc.property(days, fc.constantFrom(...SCREEN_LANGUAGES), (on, language) => {
        expect(parseReaderDate(formatDate(on, language, 'table', TODAY))).toBe(on)
      })
    )
  })
})

describe('parseReaderDate', () => {
  it.each([
    ['5 Nov 2026', '2026-11-05'],
    [' 5 November 2026 ', '2026-11-05'],
    ['31.10.2026', '2026-10-31'],
    ['2026年10月31日', '2026-10-31']
  ])('reads %s', (typed, on) => {
    expect(parseReaderDate(typed)).toBe(on)
  })

  it.each(['31 Feb 2026', '5 Nob 2026', 'tomorrow', '5 Nov', '31.02.2026'])('refuses %s', (typed) => {
    expect(parseReaderDate(typed)).toBeNull()
  })
})

describe('formatMoment', () => {
  it('shows the wall clock with its zone, whatever the zone of the reader', () => {
    const moment = { local: '2026-11-05T09:30', zone: 'Europe/Moscow' }
    expect(formatMoment(moment, 'ru', 'table')).toMatch(/^05\.11\.2026, 09:30 \(.*Москва.*\)$/u)
    expect(formatMoment(moment, 'en', 'table')).toContain('09:30 (Moscow')
  })

  it('sets Chinese without a comma and with full-width brackets', () => {
    const moment = { local: '2026-11-05T09:30', zone: 'Europe/Moscow' }
    expect(formatMoment(moment, 'zh-CN', 'table')).toMatch(/^2026-11-05 09:30（莫斯科.*）$/u)
  })
})
