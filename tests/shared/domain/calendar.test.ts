import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { daysBetween, isIsoDate, isLocalMoment, parseDate } from '../../../src/shared/domain/calendar.ts'

describe('parseDate', () => {
  it.each([
    ['2026-10-31', '2026-10-31'],
    ['31.10.2026', '2026-10-31'],
    ['1.2.2026', '2026-02-01'],
    ['31/10/2026', '2026-10-31'],
    ['2026/10/31', '2026-10-31'],
    ['2026年10月31日', '2026-10-31'],
    ['2026 年 10 月 31 日', '2026-10-31'],
    ['20261031', '2026-10-31'],
    ['29.02.2024', '2024-02-29'],
    ['２０２６－１０－３１', '2026-10-31'],
    ['２０２６年１０月３１日', '2026-10-31'],
    ['2026。10。31', '2026-10-31']
  ])('reads %s', (typed, expected) => {
    expect(parseDate(typed)).toBe(expected)
  })

  it.each([
    '',
    '31.02.2026',
    '29.02.2026',
    '2026-13-01',
    '0000-00-00',
    '1.1.26',
    'tomorrow',
    '2026-10-31T10:00',
    '31.10.12026'
  ])('refuses %j', (typed) => {
    expect(parseDate(typed)).toBeNull()
  })

  it('reads every day it can write', () => {
    const day = fc.date({ min: new Date('1900-01-01'), max: new Date('2199-12-31'), noInvalidDate: true })
    fc.assert(
      fc.property(day, (date) => {
        const iso = date.toISOString().slice(0, 10)
        const [year, month, dayOfMonth] = iso.split('-')
        expect(parseDate(iso)).toBe(iso)
        expect(parseDate(`${dayOfMonth}.${month}.${year}`)).toBe(iso)
        expect(isIsoDate(iso)).toBe(true)
      })
    )
  })
})

it('counts days across a leap day and a change of clocks', () => {
  expect(daysBetween('2024-02-28', '2024-03-01')).toBe(2)
  expect(daysBetween('2026-10-24', '2026-10-26')).toBe(2)
  expect(daysBetween('2026-10-26', '2026-10-24')).toBe(-2)
})

it('takes a wall-clock moment only with a real day and minute', () => {
  expect(isLocalMoment('2026-10-31T23:59')).toBe(true)
  expect(isLocalMoment('2026-10-31T24:00')).toBe(false)
  expect(isLocalMoment('2026-02-30T10:00')).toBe(false)
  expect(isLocalMoment('2026-10-31')).toBe(false)
})
