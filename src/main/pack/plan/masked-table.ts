import type { WrittenText } from './written-text.ts'

/**
 * A masked text that may be shown as it is. The series of a document and its number may stand in two cells, where
 * neither is the number: a table in which the mask still finds something along a row is shown as the lines of its
 * file, which are searched over their delimiters.
 */
export function withWholeNumbers(text: WrittenText, mask: (text: string) => string): WrittenText {
  if (text.kind !== 'table') return text
  const isClear = text.rows.every((cells) => {
    const row = cells.filter((cell) => cell.trim() !== '').join(' ')
    return mask(row) === row
  })
  return isClear ? text : { kind: 'text', lines: text.lines }
}
