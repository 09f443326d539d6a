import type { CsvRow } from './csv-row.ts'
import { roleByName } from './column-words.ts'
import { isBlank } from './detect-delimiter.ts'
import { readStatementDate } from './statement-date.ts'

/** Names that a row of column names has at least: one alone may stand in a sentence above the table. */
const LEAST_NAMES = 2

/** The line of the column names: by their words, else the first row of the table's width. 0 = the table has none. */
export function findHeaderLine(rows: readonly CsvRow[]): number {
  const filled = rows.filter(({ cells }) => !isBlank(cells))
  const width = usualWidth(filled)
  const named = filled.find(
    ({ cells }) => cells.length * 2 > width && cells.filter(isName).length >= Math.min(LEAST_NAMES, width)
  )
  if (named !== undefined) return named.line
  const first = filled.find(({ cells }) => cells.length === width)
  if (first === undefined || width < 2) return 0
  return first.cells.some((cell) => /\d/.test(cell) && readStatementDate(cell, 'dmy') !== null)
    ? 0
    : first.line
}

function isName(cell: string): boolean {
  return cell.length < 60 && roleByName(cell) !== null
}

/** The number of columns that most rows have; lines of plain text around the table do not count. */
export function usualWidth(rows: readonly CsvRow[]): number {
  const widths = new Map<number, number>()
  for (const { cells } of rows) widths.set(cells.length, (widths.get(cells.length) ?? 0) + 1)
  return [...widths].filter(([width]) => width > 1).toSorted(([, a], [, b]) => b - a)[0]?.[0] ?? 1
}
