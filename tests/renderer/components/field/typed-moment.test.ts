import { describe, expect, it } from 'vitest'
import { joinMoment, parseTime, readMoment } from '../../../../src/renderer/components/field/typed-moment.ts'

const zone = 'Europe/Moscow'

describe('parseTime', () => {
  it.each([
    ['14:30', '14:30'],
    ['9:05', '09:05'],
    ['0905', '09:05'],
    ['9.05', '09:05'],
    ['9：05', '09:05'],
    ['１４：３０', '14:30'],
    ['00:00', '00:00']
  ])('reads %s', (typed, time) => {
    expect(parseTime(typed)).toBe(time)
  })

  it.each(['24:00', '12:60', '12', 'noon', '-1:00', '1e1'])('refuses %s', (typed) => {
    expect(parseTime(typed)).toBeNull()
  })
})

describe('readMoment', () => {
  const read = (date: string, time: string) => readMoment(joinMoment({ date, time, zone }))

  it('is nothing while both are empty', () => {
    expect(read('', ' ')).toEqual({ ok: true, value: null })
  })

  it('takes the wall clock and the zone as they are', () => {
    expect(read('5.11.2026', '930')).toEqual({ ok: true, value: { local: '2026-11-05T09:30', zone } })
  })

  it.each([
    ['', '09:30', 'date-needed'],
    ['31.02.2026', '09:30', 'date-not-a-date'],
    ['5.11.2026', '', 'time-needed'],
    ['5.11.2026', '25:00', 'time-not-a-time']
  ])('says what is wrong with %s %s', (date, time, code) => {
    expect(read(date, time)).toEqual({ ok: false, code })
  })
})
