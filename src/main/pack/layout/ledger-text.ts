import type { LedgerEntry } from '../../../shared/domain/ledger.ts'
import type { LayoutEnv } from './layout-env.ts'

/** The kind of entry and the user's note, without saying the kind twice. */
export function entryText({ words, language }: LayoutEnv, { kind, note }: LedgerEntry): string {
  const word = words.ledger.kinds[kind]
  const text = note.trim()
  if (text === '') return word
  if (text.toLocaleLowerCase().startsWith(word.toLocaleLowerCase())) return text
  return language === 'zh-CN' ? `${word}：${text}` : `${word}: ${text}`
}
