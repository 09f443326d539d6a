import type { Instant, IsoDate, ZonedMoment } from '../../../shared/domain/calendar.ts'
import { minorDigits } from '../../../shared/domain/money.ts'
import type { PackLanguage } from '../../../shared/domain/pack-record.ts'

/** Numbers, dates and sums as a reader of the pack's language writes them. */
export interface Formats {
  /** `31.10.2026` in running text. */
  readonly date: (on: IsoDate) => string
  /** The short form of a table column. */
  readonly tableDate: (on: IsoDate) => string
  /** `12.2025–10.2026`. */
  readonly period: (from: IsoDate, to: IsoDate) => string
  /** Amount with two decimals and no sign of the currency. */
  readonly amount: (minor: number) => string
  readonly money: (minor: number) => string
  /** The same with the sums of another currency. */
  readonly in: (currency: string) => Formats
  /** How the currency is named in the head of a column. */
  readonly currency: string
  readonly count: (value: number) => string
  readonly bytes: (size: number) => string
  /** `20.11.2026, 16:42 МСК (UTC+3)`. */
  readonly instant: (at: Instant) => string
  readonly instantDate: (at: Instant) => IsoDate
  /** The wall clock where it was read, and the pack's own zone beside it when that differs. */
  readonly moment: (moment: ZonedMoment) => string
  readonly zone: string
}

const MINUS = '\u2212'
const NBSP = '\u00a0'
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
const LONG_MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December'
]
const RUSSIAN_SIGNS: Readonly<Record<string, string>> = { RUB: '₽' }
const CHINESE_SIGNS: Readonly<Record<string, string>> = {
  RUB: '卢布',
  CNY: '元',
  USD: '美元',
  EUR: '欧元',
  HKD: '港元'
}
const BYTE_WORDS: Readonly<
  Record<PackLanguage, { bytes: (count: number) => string; units: readonly string[] }>
> = {
  ru: { bytes: (count) => russianBytes(count), units: ['КБ', 'МБ', 'ГБ'] },
  'zh-CN': { bytes: () => '字节', units: ['KB', 'MB', 'GB'] },
  en: { bytes: (count) => (count === 1 ? 'byte' : 'bytes'), units: ['KB', 'MB', 'GB'] }
}

export function createFormats(language: PackLanguage, currency: string, zone: string): Formats {
  const decimal = language === 'ru' ? ',' : '.'
  const group = language === 'ru' ? NBSP : ','
  const digits = minorDigits(currency)
  const grouped = (whole: string) => whole.replace(/\B(?=(\d{3})+$)/g, group)
  const amount = (minor: number) => {
    const [whole = '0', fraction] = (Math.abs(minor) / 10 ** digits).toFixed(digits).split('.')
    return (minor < 0 ? MINUS : '') + grouped(whole) + (fraction === undefined ? '' : decimal + fraction)
  }
  const isMoscow = zone === 'Europe/Moscow'
  const clock = (at: Date, where: string) => {
    const { on, time } = wallClock(at, where)
    const day = language === 'en' ? tableDate(language, on) : tableless(language, on)
    return `${day}${language === 'zh-CN' ? ' ' : ', '}${time}`
  }
  const zoneMark = (at: Date, where: string) => {
    const offset = offsetText(at, where)
    if (language === 'zh-CN') return `（${offset}）`
    if (where !== 'Europe/Moscow') return ` (${offset})`
    return language === 'ru' ? `${NBSP}МСК (${offset})` : ` Moscow time (${offset})`
  }
  return {
    date: (on) => tableless(language, on),
    tableDate: (on) => tableDate(language, on),
    period: (from, to) => period(language, from, to),
    amount,
    money: (minor) => money(language, currency, amount(minor)),
    in: (other) => createFormats(language, other, zone),
    currency: currencySign(language, currency),
    count: (value) => grouped(String(value)),
    bytes: (size) => bytesText(language, size, grouped(String(size)), decimal),
    instant: (at) => clock(new Date(at), zone) + zoneMark(new Date(at), zone),
    instantDate: (at) => wallClock(new Date(at), zone).on,
    moment: (moment) => {
      const at = instantOf(moment)
      const there = clock(at, moment.zone) + zoneMark(at, moment.zone)
      if (offsetText(at, moment.zone) === offsetText(at, zone)) return there
      return `${there} — ${clock(at, zone)}${zoneMark(at, zone)}`
    },
    zone: isMoscow ? 'Europe/Moscow' : zone
  }
}

function tableless(language: PackLanguage, on: IsoDate): string {
  const { year, month, day } = partsOf(on)
  if (language === 'ru') return `${pad(day)}.${pad(month)}.${year}`
  if (language === 'zh-CN') return `${year}年${month}月${day}日`
  return `${day}${NBSP}${LONG_MONTHS[month - 1]}${NBSP}${year}`
}

function tableDate(language: PackLanguage, on: IsoDate): string {
  const { year, month, day } = partsOf(on)
  if (language === 'ru') return `${pad(day)}.${pad(month)}.${year}`
  return language === 'zh-CN' ? on : `${day}${NBSP}${MONTHS[month - 1]}${NBSP}${year}`
}

function period(language: PackLanguage, from: IsoDate, to: IsoDate): string {
  const month = (on: IsoDate) => {
    const parts = partsOf(on)
    if (language === 'ru') return `${pad(parts.month)}.${parts.year}`
    if (language === 'zh-CN') return `${parts.year}-${pad(parts.month)}`
    return `${MONTHS[parts.month - 1]}${NBSP}${parts.year}`
  }
  return month(from) === month(to) ? month(from) : `${month(from)}–${month(to)}`
}

function currencySign(language: PackLanguage, currency: string): string {
  if (language === 'ru') return RUSSIAN_SIGNS[currency] ?? currency
  return language === 'zh-CN' ? (CHINESE_SIGNS[currency] ?? currency) : currency
}

function money(language: PackLanguage, currency: string, amount: string): string {
  const sign = currencySign(language, currency)
  if (language === 'en') return `${sign}${NBSP}${amount}`
  return language === 'ru' || sign === currency ? `${amount}${NBSP}${sign}` : `${amount}${sign}`
}

/** The exact count, and a rounded one for the eye from a thousand bytes on. */
function bytesText(language: PackLanguage, size: number, exact: string, decimal: string): string {
  const words = BYTE_WORDS[language]
  const whole = `${exact}${NBSP}${words.bytes(size)}`
  const power = Math.min(3, Math.floor(Math.log(Math.max(size, 1)) / Math.log(1024)))
  if (power < 1) return whole
  const rounded = (size / 1024 ** power).toFixed(1).replace('.', decimal)
  const open = language === 'zh-CN' ? '（' : ' ('
  const close = language === 'zh-CN' ? '）' : ')'
  return `${whole}${open}${rounded}${NBSP}${words.units[power - 1]}${close}`
}

function russianBytes(count: number): string {
  const isOne = count % 10 >= 2 && count % 10 <= 4 && (count % 100 < 12 || count % 100 > 14)
  return isOne ? 'байта' : 'байт'
}

function partsOf(on: IsoDate): { year: number; month: number; day: number } {
  const [year = 0, month = 1, day = 1] = on.split('-').map(Number)
  return { year, month, day }
}

function pad(value: number): string {
  return String(value).padStart(2, '0')
}

/** Making one costs more than using it a hundred times. */
const clocks = new Map<string, Intl.DateTimeFormat>()

function clockOf(zone: string): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23'
  })
}

function wallClock(at: Date, zone: string): { on: IsoDate; time: string } {
  const clock = clocks.get(zone) ?? clockOf(zone)
  clocks.set(zone, clock)
  const parts = clock.formatToParts(at)
  const get = (type: string) => parts.find((part) => part.type === type)?.value ?? ''
  return { on: `${get('year')}-${get('month')}-${get('day')}`, time: `${get('hour')}:${get('minute')}` }
}

/** `UTC+3`, `UTC+5:30`. */
function offsetText(at: Date, zone: string): string {
  const minutes = offsetMinutes(at, zone)
  const hours = Math.floor(Math.abs(minutes) / 60)
  const rest = Math.abs(minutes) % 60
  return `UTC${minutes < 0 ? MINUS : '+'}${hours}${rest === 0 ? '' : `:${pad(rest)}`}`
}

function offsetMinutes(at: Date, zone: string): number {
  const { on, time } = wallClock(at, zone)
  return Math.round((Date.parse(`${on}T${time}:00Z`) - Math.floor(at.getTime() / 60_000) * 60_000) / 60_000)
}

/** The instant a wall clock showed; two steps, because the offset itself depends on the instant. */
function instantOf(moment: ZonedMoment): Date {
  const asUtc = Date.parse(`${moment.local}:00Z`)
  const guess = new Date(asUtc - offsetMinutes(new Date(asUtc), moment.zone) * 60_000)
  return new Date(asUtc - offsetMinutes(guess, moment.zone) * 60_000)
}
