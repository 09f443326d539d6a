import type { PackLanguage } from '../../../shared/domain/pack-record.ts'
import { en } from './en.ts'
import { paired } from './paired.ts'
import { ru } from './ru.ts'
import type { Words } from './words.ts'
import { zhCN } from './zh-CN.ts'

const WORDS: Readonly<Record<PackLanguage, Words>> = { ru, 'zh-CN': zhCN, en }

/** The words of one language, or of two side by side. */
export function wordsFor(language: PackLanguage, second: PackLanguage | null = null): Words {
  const words = WORDS[language]
  if (second === null) return words
  const other = WORDS[second]
  // A comma between two names is nothing to say again.
  return { ...paired(words, other), joins: paired(words.joins, other.joins, 'values') }
}
