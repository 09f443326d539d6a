import { messages as en } from '../../src/renderer/locales/en.ts'
import { messages as ru } from '../../src/renderer/locales/ru.ts'
import { messages as zh } from '../../src/renderer/locales/zh-CN.ts'
import type { ScreenLanguage } from '../../src/shared/domain/settings.ts'

const MESSAGES: Readonly<Record<ScreenLanguage, unknown>> = { 'zh-CN': zh, ru, en }

/** The text of a key as the screen shows it, with its values; of several plural forms the first. */
export type ScreenWords = (key: string, values?: Readonly<Record<string, string | number>>) => string

/** The words of one language, read from the locale files: a test that walks by them reads what a person reads. */
export function screenWords(language: ScreenLanguage): ScreenWords {
  return (key, values = {}) => {
    const text = key.split('.').reduce<unknown>((node, part) => {
      return typeof node === 'object' && node !== null
        ? (node as Readonly<Record<string, unknown>>)[part]
        : undefined
    }, MESSAGES[language])
    if (typeof text !== 'string') throw new Error(`no text in ${language}: ${key}`)
    const [first = ''] = text.split(' | ')
    return first.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''))
  }
}

/** A name that holds this text, whatever stands around it. */
export function holding(text: string): RegExp {
  return new RegExp(text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
}
