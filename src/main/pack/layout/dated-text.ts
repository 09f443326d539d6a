import type { Exhibit } from '../../../shared/domain/exhibit.ts'
import type { LayoutEnv } from './layout-env.ts'

/** A date never stands without its source. */
export function datedText(
  { words, formats }: Pick<LayoutEnv, 'words' | 'formats'>,
  { on, source }: NonNullable<Exhibit['madeOn']>
): string {
  return words.joins.bracketed(formats.date(on), words.exhibit.dateSources[source])
}
