import type { Instant, IsoDate, ZonedMoment } from '../../shared/domain/calendar.ts'
import type { ScreenLanguage } from '../../shared/domain/settings.ts'
import { dateFormatter } from './formatters.ts'

/**
 * `table`: aligned figures where the language has them (2026-11-05, 05.11.2026, 5 Nov 2026);
 * `sentence`: words, the year only where it is not this one (11月5日, 5 ноября, 5 November);
 * `full`: words with the year.
 */
export type DateStyle = 'table' | 'sentence' | 'full'

const SENTENCE = { day: 'numeric', month: 'long', timeZone: 'UTC' } as const
const FULL = { ...SENTENCE, year: 'numeric' } as const
const LOCALES: Readonly<Record<ScreenLanguage, string>> = { 'zh-CN': 'zh-CN', ru: 'ru-RU', en: 'en-GB' }

/** A day in the reader's form. */
export function formatDate(on: IsoDate, language: ScreenLanguage, style: DateStyle, today?: IsoDate): string {
  if (style === 'table') return tableDate(on, language)
  const isShort = style === 'sentence' && on.slice(0, 4) === (today ?? todayIn()).slice(0, 4)
  const text = dateFormatter(LOCALES[language], isShort ? SENTENCE : FULL).format(new Date(on))
  // A Russian date in a sentence stands without the abbreviation of "year".
  return (language === 'ru' ? text.replace(/\s*г\.$/u, '') : text).replace(/ /g, '\u00a0')
}

function tableDate(on: IsoDate, language: ScreenLanguage): string {
  if (language === 'zh-CN') return on
  const [year = '', month = '', day = ''] = on.split('-')
  if (language === 'ru') return `${day}.${month}.${year}`
  const short = dateFormatter('en-US', { month: 'short', timeZone: 'UTC' }).format(new Date(on))
  return `${Number(day)}\u00a0${short}\u00a0${year}`
}

/** A wall-clock moment with the name of its zone: `2026-11-05 14:30 (Moscow)`. */
export function formatMoment(moment: ZonedMoment, language: ScreenLanguage, style: DateStyle): string {
  const [on = '', time = ''] = moment.local.split('T')
  const zone = zoneName(moment.zone, language)
  return (
    dayAndTime(formatDate(on, language, style), time, language) +
    (language === 'zh-CN' ? `（${zone}）` : ` (${zone})`)
  )
}

/** An instant in the reader's own zone. */
export function formatInstant(at: Instant, language: ScreenLanguage, style: DateStyle): string {
  const { on, time } = splitInstant(at)
  return dayAndTime(formatDate(on, language, style), time, language)
}

/** Chinese sets no comma between the two. */
function dayAndTime(day: string, time: string, language: ScreenLanguage): string {
  return day + (language === 'zh-CN' ? ' ' : ', ') + time
}

/** The day of an instant in the reader's own zone. */
export function dayOfInstant(at: Instant): IsoDate {
  return dayOf(new Date(at))
}

/** Today in the reader's own zone. */
export function todayIn(now: Date = new Date()): IsoDate {
  return dayOf(now)
}

function splitInstant(at: Instant): { readonly on: IsoDate; readonly time: string } {
  const date = new Date(at)
  return { on: dayOf(date), time: `${figures(date.getHours(), 2)}:${figures(date.getMinutes(), 2)}` }
}

/** By the date's own fields: a format for it costs a millisecond, and a list asks for a day in every row. */
function dayOf(date: Date): IsoDate {
  return `${figures(date.getFullYear(), 4)}-${figures(date.getMonth() + 1, 2)}-${figures(date.getDate(), 2)}`
}

function figures(value: number, length: number): string {
  return String(value).padStart(length, '0')
}

/** The zone as a person names it: `Moscow Standard Time`, `莫斯科标准时间`. */
export function zoneName(zone: string, language: ScreenLanguage): string {
  const parts = new Intl.DateTimeFormat(LOCALES[language], {
    timeZone: zone,
    timeZoneName: 'longGeneric'
  }).formatToParts(new Date())
  return parts.find((part) => part.type === 'timeZoneName')?.value ?? zone
}
