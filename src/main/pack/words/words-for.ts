import type { PackLanguage } from '../../../shared/domain/pack-record.ts'
import { en } from './en.ts'
import { ru } from './ru.ts'
import type { Words } from './words.ts'
import { zhCN } from './zh-CN.ts'

const WORDS: Readonly<Record<PackLanguage, Words>> = { ru, 'zh-CN': zhCN, en }

export function wordsFor(language: PackLanguage): Words {
  return WORDS[language]
}
