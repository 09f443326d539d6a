import { halfWidth } from './half-width.ts'

/** A day without time, `YYYY-MM-DD`. */
export type IsoDate = string
/** A moment in UTC, `YYYY-MM-DDTHH:MM:SS.sssZ`. */
export type Instant = string
/** A wall-clock moment together with the zone in which it was read, so that both can be shown. */
export interface ZonedMoment {
  /** `YYYY-MM-DDTHH:MM`, as the clock on the wall showed it. */
  readonly local: string
  /** IANA name, for example `Europe/Moscow`. */
  readonly zone: string
}

/** Number forms a person types: 2026-10-31, 31.10.2026, 31/10/2026, 2026/10/31, 2026年10月31日, 20261031. */
const DATE_FORMS: readonly { readonly form: RegExp; readonly order: 'ymd' | 'dmy' }[] = [
  { form: /^(\d{4})[-./](\d{1,2})[-./](\d{1,2})$/, order: 'ymd' },
  { form: /^(\d{4})年(\d{1,2})月(\d{1,2})日?$/, order: 'ymd' },
  { form: /^(\d{4})(\d{2})(\d{2})$/, order: 'ymd' },
  { form: /^(\d{1,2})[-./](\d{1,2})[-./](\d{4})$/, order: 'dmy' }
]

/** Years outside this range are typing errors in a document about a mobile number. */
const FIRST_YEAR = 1900
const LAST_YEAR = 2199

export function isKnownYear(year: number): boolean {
  return year >= FIRST_YEAR && year <= LAST_YEAR
}

/** Reads a date in any of the usual number forms; null when it is none (31.02. included). */
export function parseDate(typed: string): IsoDate | null {
  const text = halfWidth(typed).replace(/\s+/g, '')
  for (const { form, order } of DATE_FORMS) {
    const match = form.exec(text)
    if (match === null) continue
    const [, first = '', second = '', third = ''] = match
    const [year, month, day] = order === 'ymd' ? [first, second, third] : [third, second, first]
    return toIsoDate(Number(year), Number(month), Number(day))
  }
  return null
}

function toIsoDate(year: number, month: number, day: number): IsoDate | null {
  if (!isKnownYear(year)) return null
  const date = new Date(Date.UTC(year, month - 1, day))
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return null
  return date.toISOString().slice(0, 10)
}

export function isIsoDate(value: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(value) && parseDate(value) === value
}

/** `YYYY-MM-DDTHH:MM` with a real day and hour. */
export function isLocalMoment(value: string): boolean {
  const match = /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):[0-5]\d$/.exec(value)
  return match !== null && isIsoDate(match[1] ?? '')
}

/** Whole days from one day to another; negative when `to` is earlier. */
export function daysBetween(from: IsoDate, to: IsoDate): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000)
}

/** The day so many days later; earlier for a negative number. */
export function addDays(on: IsoDate, days: number): IsoDate {
  return new Date(Date.parse(on) + days * 86_400_000).toISOString().slice(0, 10)
}
