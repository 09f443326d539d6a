import { parseDate, type IsoDate } from '../../shared/domain/calendar.ts'

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
