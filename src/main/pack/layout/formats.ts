import type { Instant, IsoDate, ZonedMoment } from '../../../shared/domain/calendar.ts'
import { minorDigits } from '../../../shared/domain/money.ts'
import type { PackLanguage } from '../../../shared/domain/pack-record.ts'
import { instantOf, localIn } from '../../../shared/domain/zoned-moment.ts'
import { paired } from '../words/paired.ts'

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
  /** A moment to the second by a clock so far from UTC, and by the pack's own beside it when that differs. */
  readonly second: (at: Instant, offsetMinutes: number) => string
  /** The moment for a table: day and clock of the pack, and the clock where it was noted if that differs. */
  readonly readings: (moment: ZonedMoment) => Readings
  /** Day and time of an instant by the pack's clock. */
  readonly clock: (at: Instant) => { readonly on: IsoDate; readonly time: string }
  /** A day with its name, `28.10.2026, среда`. */
  readonly weekday: (on: IsoDate) => string
  /** The pack's zone at that moment, as short as it gets: `МСК`, `UTC+8`. */
  readonly zoneMark: (at: Instant) => string
  /** The zone's name for a sentence. */
  readonly zoneName: string
  readonly zone: string
}

export interface Readings {
  readonly on: IsoDate
  readonly time: string
  readonly there: string | null
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
const MOSCOW: Readonly<Record<PackLanguage, string>> = { ru: 'МСК', 'zh-CN': '莫斯科', en: 'Moscow' }
const MOSCOW_TIME: Readonly<Record<PackLanguage, string>> = {
  ru: 'московское (UTC+3)',
  'zh-CN': '莫斯科时间（UTC+3）',
  en: 'Moscow time (UTC+3)'
}
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
    const isInMoscow = where === 'Europe/Moscow'
    if (language === 'zh-CN') return isInMoscow ? '（莫斯科时间）' : `（${offset}）`
    if (!isInMoscow) return ` (${offset})`
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
      const at = new Date(instantOf(moment))
      const there = clock(at, moment.zone) + zoneMark(at, moment.zone)
      if (offsetText(at, moment.zone) === offsetText(at, zone)) return there
      return `${there} — ${clock(at, zone)}${zoneMark(at, zone)}`
    },
    second: (at, offsetMinutes) => {
      const shifted = new Date(Date.parse(at) + offsetMinutes * 60_000).toISOString()
      const day = tableless(language, shifted.slice(0, 10))
      const offset = utcText(offsetMinutes)
      const there = `${day}${language === 'zh-CN' ? ' ' : ', '}${shifted.slice(11, 19)}`
      const marked = language === 'zh-CN' ? `${there}（${offset}）` : `${there} (${offset})`
      const own = new Date(at)
      if (offsetMinutes === offsetMinutesAt(own, zone)) return marked
      const here = wallClock(own, zone)
      const hereDay = here.on === shifted.slice(0, 10) ? '' : `${tableless(language, here.on)}, `
      const mark = isMoscow ? MOSCOW[language] : offsetText(own, zone)
      return `${marked} — ${hereDay}${here.time}${at.slice(16, 19)}${NBSP}${mark}`
    },
    readings: (moment) => {
      const at = new Date(instantOf(moment))
      const here = wallClock(at, zone)
      const there = wallClock(at, moment.zone)
      const day = there.on === here.on ? '' : `${tableDate(language, there.on)}, `
      return {
        on: here.on,
        time: isMoscow ? `${here.time}${NBSP}${MOSCOW[language]}` : here.time + zoneMark(at, zone),
        there:
          offsetText(at, moment.zone) === offsetText(at, zone)
            ? null
            : day + there.time + zoneMark(at, moment.zone)
      }
    },
    clock: (at) => wallClock(new Date(at), zone),
    weekday: (on) => `${tableless(language, on)}${language === 'zh-CN' ? ' ' : ', '}${dayName(language, on)}`,
    zoneMark: (at) => (isMoscow ? MOSCOW[language] : offsetText(new Date(at), zone)),
    zoneName: isMoscow ? MOSCOW_TIME[language] : zone,
    zone: isMoscow ? 'Europe/Moscow' : zone
  }
}

/** The forms of both languages, where there are two: a sentence of the second has its own. */
export function bilingualFormats(
  first: Formats,
  second: PackLanguage | null,
  currency: string,
  zone: string
): Formats {
  return second === null ? first : paired(first, createFormats(second, currency, zone), 'values')
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

function dayName(language: PackLanguage, on: IsoDate): string {
  return new Intl.DateTimeFormat(language, { weekday: 'long', timeZone: 'UTC' }).format(Date.parse(on))
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

function wallClock(at: Date, zone: string): { on: IsoDate; time: string } {
  const [on = '', time = ''] = localIn(at.toISOString(), zone).split('T')
  return { on, time }
}

/** `UTC+3`, `UTC+5:30`. */
function offsetText(at: Date, zone: string): string {
  return utcText(offsetMinutesAt(at, zone))
}

function utcText(minutes: number): string {
  const hours = Math.floor(Math.abs(minutes) / 60)
  const rest = Math.abs(minutes) % 60
  return `UTC${minutes < 0 ? MINUS : '+'}${hours}${rest === 0 ? '' : `:${pad(rest)}`}`
}

function offsetMinutesAt(at: Date, zone: string): number {
  const { on, time } = wallClock(at, zone)
  return Math.round((Date.parse(`${on}T${time}:00Z`) - Math.floor(at.getTime() / 60_000) * 60_000) / 60_000)
}
