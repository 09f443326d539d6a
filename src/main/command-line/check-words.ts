import type { ScreenLanguage } from '../../shared/domain/settings.ts'
import en from '../../shared/locales/norm/en.json'
import ru from '../../shared/locales/norm/ru.json'
import zh from '../../shared/locales/norm/zh-CN.json'

type Sentences = typeof en.norm

/** What `closeout check` says; its sentences on the norms are those of the window. */
export interface CheckWords extends Sentences {
  readonly file: (pages: number, bytes: number) => string
  readonly held: (count: number) => string
  readonly notAsked: (count: number) => string
  readonly pages: (ranges: string) => string
}

const WORDS: Readonly<Record<ScreenLanguage, CheckWords>> = {
  en: {
    ...en.norm,
    file: (pages, bytes) => `Pages: ${pages}, bytes: ${bytes}`,
    held: (count) => `Norms held: ${count}`,
    notAsked: (count) => `Not judged by this file: ${count}`,
    pages: (ranges) => `Pages: ${ranges}.`
  },
  ru: {
    ...ru.norm,
    file: (pages, bytes) => `Страниц: ${pages}, байт: ${bytes}`,
    held: (count) => `Норм соблюдено: ${count}`,
    notAsked: (count) => `По этому файлу не проверяется: ${count}`,
    pages: (ranges) => `Стр. ${ranges}.`
  },
  'zh-CN': {
    ...zh.norm,
    file: (pages, bytes) => `${pages} 页，${bytes} 字节`,
    held: (count) => `符合规范：${count} 项`,
    notAsked: (count) => `无法从此文件判断：${count} 项`,
    pages: (ranges) => `第 ${ranges} 页。`
  }
}

export function checkWords(language: ScreenLanguage): CheckWords {
  return WORDS[language]
}
