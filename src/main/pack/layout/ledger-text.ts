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

/** How wide the widest of these sums is in a table, where totals are bold and a second language says no sum again. */
export function widestAmount(
  { measure, formats, styles }: Pick<LayoutEnv, 'measure' | 'formats' | 'styles'>,
  sums: readonly number[]
): number {
  // Figures are equally wide: of ten thousand sums only the longest are measured.
  const texts = new Set(sums.map((minor) => firstOf(formats.amount(minor))))
  const longest = Math.max(...[...texts].map((text) => text.length))
  const widths = [...texts].filter((text) => text.length >= longest - 1)
  return Math.max(...widths.map((text) => measure.width(text, styles.cell.size, true)))
}
