import type { IsoDate } from '../../shared/domain/calendar.ts'

const DAY_MS = 86_400_000

export function addDays(on: IsoDate, days: number): IsoDate {
  return iso(Date.parse(on) + days * DAY_MS)
}

/** The same day of another month; the last one where that month is shorter. */
export function addMonths(on: IsoDate, months: number): IsoDate {
  const [year = 0, month = 1, day = 1] = on.split('-').map(Number)
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate()
  return iso(Date.UTC(year, month - 1 + months, Math.min(day, last)))
}

/** The weeks a month touches, from Monday on, as all three countries of the app count them. */
export function monthWeeks(on: IsoDate): readonly (readonly IsoDate[])[] {
  const first = `${on.slice(0, 7)}-01`
  const weekday = (new Date(first).getUTCDay() + 6) % 7
  const weeks: IsoDate[][] = []
  for (let start = addDays(first, -weekday); start.slice(0, 7) <= on.slice(0, 7); start = addDays(start, 7)) {
    weeks.push(Array.from({ length: 7 }, (_, day) => addDays(start, day)))
  }
  return weeks
}

function iso(ms: number): IsoDate {
  return new Date(ms).toISOString().slice(0, 10)
}
