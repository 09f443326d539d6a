import type { ScreenLanguage } from '../../shared/domain/settings.ts'
import { formatDate } from './dates.ts'

const LOCALES: Readonly<Record<ScreenLanguage, string>> = { 'zh-CN': 'zh-CN', ru: 'ru-RU', en: 'en-GB' }

/** The date of a page as exact as the page is: `2015`, `2015-12` or `2015-12-16`. */
export function formatPartialDate(date: string, language: ScreenLanguage): string {
  if (date.length === 10) return formatDate(date, language, 'table')
  if (date.length === 4) return language === 'zh-CN' ? `${date} 年` : date
  const options = { month: 'long', year: 'numeric', timeZone: 'UTC' } as const
  const text = new Intl.DateTimeFormat(LOCALES[language], options).format(new Date(date))
  return language === 'ru' ? text.replace(/\s*г\.$/u, '') : text
}
