import { addDays, type IsoDate } from './calendar.ts'

/**
 * The next working day after this one. Saturdays and Sundays are known; public holidays and moved working days are
 * not, so the real one may be later: whoever shows a date counted from it says so.
 */
export function nextWorkingDay(on: IsoDate): IsoDate {
  const weekday = new Date(Date.parse(on)).getUTCDay()
  const friday = 5
  const saturday = 6
  return addDays(on, weekday === friday ? 3 : weekday === saturday ? 2 : 1)
}
