import { type IsoDate, parseDate } from '../../shared/domain/calendar.ts'
import type { DateOrder } from '../../shared/domain/statement.ts'

const MONTHS: readonly RegExp[] = [
  /^(jan|янв)/i,
  /^(feb|фев)/i,
  /^(mar|мар)/i,
  /^(apr|апр)/i,
  /^(may|ма[йя])/i,
  /^(jun|июн)/i,
  /^(jul|июл)/i,
  /^(aug|авг)/i,
  /^(sep|сен)/i,
  /^(oct|окт)/i,
  /^(nov|ноя)/i,
  /^(dec|дек)/i
]

/** 03.10.2026, 3/10/26, 26-10-03; what follows, a time, is left. */
const THREE_NUMBERS = /^(\d{1,4})[-./](\d{1,2})[-./](\d{1,4})(?!\d)/
const OTHER_FORM = /^(\d{4}年\s?\d{1,2}月\s?\d{1,2}日?|\d{8})(?!\d)/
/** 3 октября 2026, 03-Oct-26. */
const DAY_FIRST = /^(\d{1,2})[\s.-]*(\p{L}{3,})[\s.,-]*(\d{4}|\d{2})(?!\d)/u
/** Oct 3, 2026. */
const MONTH_FIRST = /^(\p{L}{3,})[\s.]*(\d{1,2})(?:,\s*|\s+)(\d{4})(?!\d)/u

/** With weekday, time and zone. */
const LONGEST_DATE = 80

/** Reads the day out of a date with or without a time; null when there is none. */
export function readStatementDate(cell: string, order: DateOrder): IsoDate | null {
  const text = cell.slice(0, LONGEST_DATE).trim()
  const numbers = THREE_NUMBERS.exec(text)
  if (numbers !== null) return fromNumbers(numbers, order)
  const named = DAY_FIRST.exec(text)
  if (named !== null) return fromName(named[3], named[2], named[1])
  const english = MONTH_FIRST.exec(text)
  if (english !== null) return fromName(english[3], english[1], english[2])
  return parseDate(OTHER_FORM.exec(text)?.[1] ?? '')
}

function fromNumbers(
  [, first = '', second = '', third = '']: RegExpExecArray,
  order: DateOrder
): IsoDate | null {
  if (first.length > 2) return third.length > 2 ? null : joined(first, second, third)
  if (order === 'ymd') return third.length > 2 ? joined(third, second, first) : joined(first, second, third)
  return order === 'dmy' ? joined(third, second, first) : joined(third, first, second)
}

function fromName(year = '', name = '', day = ''): IsoDate | null {
  const month = MONTHS.findIndex((form) => form.test(name)) + 1
  return joined(year, String(month), day)
}

function joined(year: string, month: string, day: string): IsoDate | null {
  return parseDate(`${year.length === 2 ? `20${year}` : year}-${month}-${day}`)
}

export interface GuessedOrder {
  readonly order: DateOrder
  /** Another order reads every one of them as well. */
  readonly isUnsure: boolean
}

/** The order of day, month and year in a column, by the figures that can only be one of them. */
export function guessDateOrder(cells: readonly string[]): GuessedOrder {
  const parts = cells.flatMap((cell) => {
    const match = THREE_NUMBERS.exec(cell.trim())
    return match === null ? [] : [{ text: match[0], numbers: match.slice(1) }]
  })
  if (parts.length === 0) return { order: 'dmy', isUnsure: false }
  if (parts.every(({ numbers }) => numbers[0]?.length === 4)) return { order: 'ymd', isUnsure: false }
  const orders: readonly DateOrder[] = ['dmy', 'mdy', 'ymd']
  const readable = (order: DateOrder) =>
    parts.filter(({ text }) => readStatementDate(text, order) !== null).length
  const best = Math.max(...orders.map(readable))
  const [order = 'dmy', ...others] = orders.filter((one) => readable(one) === best && isUsual(one, parts))
  // Nobody writes the month first with full stops between.
  const rivals = others.filter((one) => one !== 'mdy' || !parts.every(({ text }) => text.includes('.')))
  return { order, isUnsure: rivals.length > 0 }
}

/** A year of four figures at the end leaves no room for a year at the beginning. */
function isUsual(order: DateOrder, parts: readonly { readonly numbers: readonly string[] }[]): boolean {
  return order !== 'ymd' || parts.some(({ numbers }) => numbers[0]?.length === 4 || numbers[2]?.length === 2)
}
