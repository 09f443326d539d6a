import { describe, expect, it } from 'vitest'
import { clocksOf } from '../../../src/renderer/formats/clocks.ts'

const call = { local: '2026-11-09T15:20', zone: 'Europe/Moscow' }
const late = { local: '2026-11-09T20:30', zone: 'Europe/Moscow' }

describe('the clocks of a moment', () => {
  it('is one where the reader’s and Moscow’s show the same', () => {
    expect(clocksOf(call, 'en', 'Europe/Moscow')).toEqual(['15:20 Moscow Time'])
  })

  it('adds the reader’s own, in the reader’s language', () => {
    expect(clocksOf(call, 'zh-CN', 'Asia/Shanghai')).toEqual(['15:20 莫斯科时间', '20:20 中国时间'])
    expect(clocksOf(call, 'ru', 'Asia/Shanghai')).toEqual(['15:20 Москва', '20:20 Китай'])
  })

  it('names another day', () => {
    expect(clocksOf(late, 'zh-CN', 'Asia/Shanghai')[1]).toBe('11月10日 01:30 中国时间')
  })

  it('adds Moscow’s to what was noted elsewhere', () => {
    const noted = { local: '2026-11-10T01:30', zone: 'Asia/Shanghai' }
    expect(clocksOf(noted, 'en', 'Asia/Shanghai')).toEqual([
      '01:30 China Time',
      '9\u00a0November 20:30 Moscow Time'
    ])
  })
})
