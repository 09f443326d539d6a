import { createI18n } from 'vue-i18n'
import type { ScreenLanguage } from '../shared/domain/settings.ts'
import { messages as en } from './locales/en.ts'
import { messages as ru } from './locales/ru.ts'
import { messages as zhCn } from './locales/zh-CN.ts'

/** The English texts say which keys there are: a language that lacks one does not compile. */
type Messages = typeof en

const all: Readonly<Record<ScreenLanguage, Messages>> = { 'zh-CN': zhCn, ru, en }

/** Russian has three forms: 1 файл, 2 файла, 5 файлов; a fourth in the message, put first, is for none at all. */
export function russianForm(count: number, forms: number): number {
  if (forms < 3) return count === 1 ? 0 : forms - 1
  const offset = forms > 3 ? 1 : 0
  if (count === 0 && offset === 1) return 0
  const rest = Math.abs(count) % 100
  const last = rest % 10
  if (rest > 10 && rest < 20) return offset + 2
  if (last === 1) return offset
  return last >= 2 && last <= 4 ? offset + 1 : offset + 2
}

export const i18n = createI18n({
  legacy: false,
  locale: 'en' as ScreenLanguage,
  fallbackLocale: 'en',
  messages: all,
  pluralRules: { ru: russianForm },
  missingWarn: import.meta.env.DEV,
  fallbackWarn: import.meta.env.DEV
})
