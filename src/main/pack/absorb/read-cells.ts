import type { QuotingProblem } from '../../../shared/domain/statement.ts'
import type { CsvRow } from '../../statement/csv-row.ts'
import { csvRows } from '../../statement/csv-rows.ts'
import {
  DELIMITER_CHARACTERS,
  detectDelimiter,
  isBlank,
  NAMED_FORM
} from '../../statement/detect-delimiter.ts'
import { findHeaderLine, usualWidth } from '../../statement/find-header.ts'
import { MOST_WRITTEN_ROWS, type WrittenText } from '../plan/written-text.ts'

/** Text and rows that are looked at to find the delimiter and the names of the columns. */
const SAMPLE_CHARS = 64 * 1024
const SAMPLE_ROWS = 100

/** What the cells are is then a guess; a stray quote is only a character of its cell. */
const BROKEN: ReadonlySet<QuotingProblem['code']> = new Set([
  'unclosed-quote',
  'row-too-long',
  'too-many-columns'
])

type Cells = Omit<Extract<WrittenText, { readonly kind: 'table' }>, 'kind' | 'lines'>

/** The cells of a text that is a table; null where it is none, or where one cannot be sure of its cells. */
export function readCells(text: string): Cells | null {
  const delimiter = DELIMITER_CHARACTERS[detectDelimiter(sampleOf(text))]
  const rows = withoutBlankEnd(rowsOf(text, delimiter))
  return isTable(rows)
    ? {
        rows: rows.slice(0, MOST_WRITTEN_ROWS).map(({ cells }) => cells),
        rowCount: rows.length,
        headAt: headIn(rows.slice(0, SAMPLE_ROWS))
      }
    : null
}

/** A line that names the delimiter is one cell: as a row it would lose it. */
function rowsOf(text: string, delimiter: string): readonly CsvRow[] {
  const [first, ...rest] = csvRows([text], delimiter)
  if (first === undefined) return []
  const named = NAMED_FORM.exec(text)?.[0].trimEnd()
  return [named === undefined ? first : { ...first, cells: [named] }, ...rest]
}

/** Up to the end of a line: half a row would count as a ragged one. */
function sampleOf(text: string): string {
  if (text.length <= SAMPLE_CHARS) return text
  const end = text.lastIndexOf('\n', SAMPLE_CHARS)
  return text.slice(0, end === -1 ? SAMPLE_CHARS : end + 1)
}

function withoutBlankEnd(rows: readonly CsvRow[]): readonly CsvRow[] {
  return rows.slice(0, rows.findLastIndex(({ cells }) => !isBlank(cells)) + 1)
}

/** Most rows have several cells, and as many as each other: sentences with commas have not. */
function isTable(rows: readonly CsvRow[]): boolean {
  if (rows.some(({ problems }) => problems.some(({ code }) => BROKEN.has(code)))) return false
  const filled = rows.filter(({ cells }) => !isBlank(cells))
  const width = usualWidth(filled)
  const even = filled.filter(({ cells }) => cells.length === width)
  const several = filled.filter(({ cells }) => filledIn(cells) > 1)
  if (isSpaced(filled) && even.length < filled.length) return false
  return width > 1 && several.length > 1 && Math.min(even.length, several.length) * 2 >= filled.length
}

/** Whether a space follows the delimiter mostly, as it does in sentences and in few tables. */
function isSpaced(rows: readonly CsvRow[]): boolean {
  const later = rows.flatMap(({ cells }) => cells.slice(1)).filter((cell) => cell !== '')
  return later.filter((cell) => cell.startsWith(' ')).length * 2 > later.length
}

/** Titles above a table fill fewer cells than its head; a row below others like it names no columns. */
function headIn(rows: readonly CsvRow[]): number | null {
  const line = findHeaderLine(rows)
  const at = rows.findIndex((row) => row.line === line)
  if (at === -1) return null
  const names = filledIn(rows[at]?.cells ?? [])
  return rows.slice(0, at).every(({ cells }) => filledIn(cells) < names) ? at : null
}

function filledIn(cells: readonly string[]): number {
  return cells.filter((cell) => cell.trim() !== '').length
}
