import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, addMonths, monthWeeks } from '../../../src/renderer/formats/month.ts'

const days = fc
  .date({ min: new Date('1900-01-01'), max: new Date('2199-11-30'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))

describe('addMonths', () => {
  it('goes to the last day where the other month is shorter', () => {
    expect(addMonths('2026-01-31', 1)).toBe('2026-02-28')
    expect(addMonths('2024-03-31', -1)).toBe('2024-02-29')
    expect(addMonths('2026-12-15', 1)).toBe('2027-01-15')
  })
})

describe('monthWeeks', () => {
  it('shows every day of the month once, in whole weeks from Monday on', () => {
    fc.assert(
      fc.property(days, (on) => {
        const weeks = monthWeeks(on)
        const all = weeks.flat()
        expect(weeks.every((week) => week.length === 7)).toBe(true)
        expect(new Date(all[0] ?? '').getUTCDay()).toBe(1)
        expect(all).toContain(on)
        expect(all.every((day, index) => index === 0 || day === addDays(all[index - 1] ?? '', 1))).toBe(true)
        const month = all.filter((day) => day.slice(0, 7) === on.slice(0, 7))
        expect(month.at(-1)).toBe(addDays(addMonths(`${on.slice(0, 7)}-01`, 1), -1))
      })
    )
  })
})
