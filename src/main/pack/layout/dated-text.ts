import type { Exhibit } from '../../../shared/domain/exhibit.ts'
import type { LayoutEnv } from './layout-env.ts'

/** A date never stands without its source. */
export function datedText(
  { words, formats, language }: Pick<LayoutEnv, 'words' | 'formats' | 'language'>,
  { on, source }: NonNullable<Exhibit['madeOn']>
): string {
  const from = words.exhibit.dateSources[source]
  return language === 'zh-CN' ? `${formats.date(on)}（${from}）` : `${formats.date(on)} (${from})`
}
