import type { PackLanguage } from '../../../shared/domain/pack-record.ts'
import type { Ink } from './drawing.ts'
import type { TextStyle } from './rich-text.ts'

const style = (
  size: number,
  leading: number,
  ink: Ink = 'black',
  isBold = false,
  second?: TextStyle['second']
): TextStyle => ({ size, leading, ink, isBold, ...(second === undefined ? {} : { second }) })

export interface Styles {
  readonly coverTitle: TextStyle
  readonly coverTitleSmall: TextStyle
  readonly coverResult: TextStyle
  readonly kind: TextStyle
  readonly title: TextStyle
  readonly continuation: TextStyle
  readonly section: TextStyle
  readonly lead: TextStyle
  readonly body: TextStyle
  readonly cell: TextStyle
  /** A cell of more than one line: Chinese needs more air between them. */
  readonly cellLines: TextStyle
  readonly head: TextStyle
  readonly second: TextStyle
  readonly label: TextStyle
  readonly fact: TextStyle
  readonly note: TextStyle
  readonly hash: TextStyle
  readonly letter: TextStyle
}

/** Type roles: Chinese stands in the same sizes with more leading. */
export function stylesFor(language: PackLanguage): Styles {
  const isChinese = language === 'zh-CN'
  const leading = (european: number, chinese: number) => (isChinese ? chinese : european)
  return {
    coverTitle: style(25, 31, 'black', true, 'below'),
    coverTitleSmall: style(21, 27, 'black', true, 'below'),
    coverResult: style(11.5, leading(17, 18), 'black', false, 'below'),
    kind: style(8, 10, 'dark', true, 'dotted'),
    title: style(18, 24, 'black', true),
    continuation: style(11, 16, 'black', true),
    section: style(11, 16, 'black', true),
    lead: style(9.5, leading(14, 16), 'dark', false, 'below'),
    body: style(9.5, leading(14, 16), 'black', false, 'below'),
    cell: style(9, 12),
    cellLines: style(9, leading(12, 13.5)),
    head: style(7.5, 10, 'dark', true, 'dotted'),
    second: style(8, leading(11.5, 12), 'dark'),
    label: style(7.5, 10, 'mid', false, 'dotted'),
    fact: style(10, 14),
    note: style(8, leading(11.5, 13), 'dark', false, 'below'),
    hash: style(7.8, 10),
    letter: style(10, leading(15, 16), 'black', false, 'below')
  }
}
