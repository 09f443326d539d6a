import type { CellsRow, WrittenRow, WrittenTable } from '../plan/written-text.ts'
import type { LayoutEnv } from './layout-env.ts'
import { baselineOf, type TextStyle } from './rich-text.ts'
import type { Styles } from './styles.ts'

/** Numbers of lines stand in the margin of the text: somebody who answers can name the one he means. */
export const GUTTER = 26
const FIELD_LABEL_WIDTH = 84
/** With the label in two languages. */
const WIDER_LABEL = 152
/** A note in the second language. */
const SECOND_NOTE = 7.5
export const FIELD_PAD = 3.5
export const RULE_HEIGHT = 10
/** Between the head of a letter and its words. */
const GAP_HEIGHT = 16

export const FIELD: TextStyle = { size: 9, leading: 12, ink: 'black', isBold: false }
const LETTER: TextStyle = { size: 10, leading: 15, ink: 'black', isBold: false }
const TEXT: TextStyle = { size: 9, leading: 12.5, ink: 'black', isBold: false }

type Look = Extract<WrittenRow, { readonly kind: 'line' }>['look']

export function styleOf(look: Look): TextStyle {
  return look === 'letter' ? LETTER : TEXT
}

/** Above and below the lines of a table's row. */
export const CELL_PAD = 3
/** Below the names of columns. */
export const HEAD_PAD = 4

export function headStyle(size: number): TextStyle {
  return { size: Math.min(size, 7.5), leading: 10, ink: 'dark', isBold: true }
}

export function cellStyle({ size, leading }: WrittenTable, part: CellsRow['part']): TextStyle {
  return part === 'head' ? headStyle(size) : { size, leading, ink: 'black', isBold: false }
}

/** Smaller figures stand on the baseline of the text beside them. */
export function numberBeside(text: TextStyle): { readonly style: TextStyle; readonly drop: number } {
  const style: TextStyle = { ...text, size: 7, ink: 'mid', isBold: false }
  return { style, drop: baselineOf(0, style) - baselineOf(0, text) }
}

export function fieldLabelWidth({ secondLanguage }: Pick<LayoutEnv, 'secondLanguage'>): number {
  return secondLanguage === null ? FIELD_LABEL_WIDTH : WIDER_LABEL
}

export function noteStyle({ note }: Styles, isSecond: boolean): TextStyle {
  return isSecond ? { ...note, size: SECOND_NOTE } : note
}

export function rowHeight(styles: Styles, row: WrittenRow): number {
  switch (row.kind) {
    case 'note':
      return styles.note.leading
    case 'field':
      return row.lines.length * FIELD.leading + (row.sameAs === null ? 0 : FIELD.leading) + fieldPad(row)
    case 'gap':
      return GAP_HEIGHT
    case 'rule':
      return RULE_HEIGHT
    case 'line':
      return styleOf(row.look).leading
    case 'cells':
      return cellsHeight(row)
  }
}

/** Rows of one field stand closer together than two fields. */
function fieldPad({ isLast }: { readonly isLast: boolean }): number {
  return isLast ? 2 * FIELD_PAD : FIELD_PAD
}

function cellsHeight({ table, part, cells, number, isWhole }: CellsRow): number {
  const lines = Math.max(1, ...cells.map((one) => one.length)) * cellStyle(table, part).leading
  if (part === 'head') return CELL_PAD + lines + HEAD_PAD
  return lines + (number === null ? 0 : CELL_PAD) + (isWhole ? CELL_PAD : 0)
}
