import { isKnownYear, parseDate, type IsoDate } from '../../shared/domain/calendar.ts'
import { halfWidth } from '../../shared/domain/half-width.ts'

const ENGLISH_MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/**
 * Reads a date as the app itself shows it, on top of the number forms: `5 Nov 2026` is what the English screen writes
 * into a field, so it must also be able to read it back.
 */
export function parseReaderDate(typed: string): IsoDate | null {
  const match = /^\s*(\d{1,2})[\s\u00a0]+([A-Za-z]{3,9})\.?,?[\s\u00a0]+(\d{4})\s*$/.exec(typed)
  if (match === null) return parseDate(typed)
  const [, day = '', month = '', year = ''] = match
  const index = ENGLISH_MONTHS.indexOf(month.slice(0, 3).toLowerCase())
  return index < 0 ? null : parseDate(`${year}-${index + 1}-${day}`)
}

export type DateFault = 'date-not-a-date' | 'year-out-of-range'

/** Why a text that could not be read is no date. */
export function faultOfDate(typed: string): DateFault {
  const [, first, last, alone] = /^(\d{4})\D|\D(\d{4})$|^(\d{4})\d{4}$/.exec(halfWidth(typed).trim()) ?? []
  const year = first ?? last ?? alone
  return year === undefined || isKnownYear(Number(year)) ? 'date-not-a-date' : 'year-out-of-range'
}
