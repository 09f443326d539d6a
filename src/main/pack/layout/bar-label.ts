import { formsOf, once } from '../words/paired.ts'
import type { LayoutEnv } from './layout-env.ts'

export type LabelEnv = Pick<LayoutEnv, 'first' | 'words' | 'secondLanguage' | 'measure'>

/** `toBaselineEm`: from the middle of a line of capitals down to its baseline. */
export const BAR_LABEL = { size: 8, leading: 10, toBaselineEm: 0.36 } as const
/** On a bar that is smaller than this on paper a label would be all there is. */
const NARROWEST = 60
const LOWEST = 10
const INSET = 3

/**
 * What a bar says: both languages beside each other or one below the other, else the first, else what is covered.
 *
 * @param room of the bar on paper, in points
 */
export function labelOn(
  { first, words, secondLanguage, measure }: LabelEnv,
  covered: string,
  room: { readonly width: number; readonly height: number }
): readonly string[] {
  const what = covered.trim()
  if (what === '' || room.width < NARROWEST || room.height < LOWEST) return []
  const said = secondLanguage === null ? [] : formsOf(words.recipient.covered.label(once(what)))
  const ways = [[said.join(' · ')], said, [first.words.recipient.covered.label(what)], [what]]
  const found = ways.find(
    (rows) =>
      rows.some((row) => row !== '') &&
      rows.length * BAR_LABEL.leading <= room.height &&
      rows.every((row) => measure.width(row, BAR_LABEL.size, true) <= room.width - 2 * INSET)
  )
  return found ?? []
}
