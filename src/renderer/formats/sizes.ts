import type { ScreenLanguage } from '../../shared/domain/settings.ts'

const UNITS: Readonly<Record<ScreenLanguage, readonly [string, string, string, string]>> = {
  'zh-CN': ['字节', 'KB', 'MB', 'GB'],
  ru: ['Б', 'КБ', 'МБ', 'ГБ'],
  en: ['B', 'KB', 'MB', 'GB']
}
const LOCALES: Readonly<Record<ScreenLanguage, string>> = { 'zh-CN': 'zh-CN', ru: 'ru-RU', en: 'en-GB' }

/** A size in decimal units, as file managers show it: three figures at most. */
export function formatSize(sizeBytes: number, language: ScreenLanguage): string {
  const step = sizeBytes < 1000 ? 0 : sizeBytes < 1_000_000 ? 1 : sizeBytes < 1_000_000_000 ? 2 : 3
  const value = sizeBytes / 1000 ** step
  const digits = step === 0 || value >= 100 ? 0 : 1
  const text = new Intl.NumberFormat(LOCALES[language], { maximumFractionDigits: digits }).format(value)
  return `${text}\u00a0${UNITS[language][step as 0 | 1 | 2 | 3]}`
}
