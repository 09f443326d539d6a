import type { LedgerEntry } from '../../../shared/domain/ledger.ts'
import { firstOf, pair, secondOf } from '../words/paired.ts'
import { typed, type LayoutEnv } from './layout-env.ts'

/** The kind of entry and the user's note, without saying the kind twice. */
export function entryText(env: LayoutEnv, { kind, note }: LedgerEntry): string {
  const { words } = env
  const word = words.ledger.kinds[kind]
  const text = note.trim()
  if (text === '') return word
  if (text.toLocaleLowerCase().startsWith(firstOf(word).toLocaleLowerCase())) {
    const second = secondOf(word)
    return second === '' ? text : pair(text, second)
  }
  return word + words.joins.colon + typed(env, text)
}
