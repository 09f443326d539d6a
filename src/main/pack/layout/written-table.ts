import {
  type CellsRow,
  MOST_WRITTEN_ROWS,
  type WrittenTable,
  type WrittenText
} from '../plan/written-text.ts'
import type { StripEnv } from './exhibit-strip.ts'
import { FRAME, LARGEST_WHOLE_ROW } from './geometry.ts'
import { spacedLines } from './shown-lines.ts'
import { innerWidth, isLone, writtenColumns } from './written-columns.ts'
import { cellStyle, CELL_PAD, GUTTER } from './written-shape.ts'

/** A head that takes more of each page is no head. */
const MOST_HEAD_LINES = 6
/** Rows of more lines than this, as they mostly are, are easier to read as the file has them. */
const MOST_USUAL_LINES = 12
/** Of a row that is cut between its lines. */
const PIECE_LINES = 8

type TableText = Extract<WrittenText, { readonly kind: 'table' }>

/** The rows of a table as they stand on paper; null where they would not be legible there. */
export function tableRows(
  env: StripEnv,
  { rows, rowCount, headAt }: TableText
): { readonly rows: readonly CellsRow[]; readonly cut: readonly string[] } | null {
  const table = writtenColumns(env, rows, headAt)
  if (table === null) return null
  const laid: CellsRow[] = []
  let lineCount = 0
  let shown = 0
  for (const [at, cells] of rows.entries()) {
    const row = layRow(env, table, cells, { at, headAt })
    const height = linesOf(row)
    if (lineCount + height > MOST_WRITTEN_ROWS) break
    laid.push(...piecesOf(row))
    lineCount += height
    shown += 1
  }
  if (lineCount > shown * MOST_USUAL_LINES) return null
  return { rows: laid, cut: shown < rowCount ? [env.words.written.cutTable(shown, rowCount)] : [] }
}

function layRow(
  env: StripEnv,
  table: WrittenTable,
  cells: readonly string[],
  { at, headAt }: { readonly at: number; readonly headAt: number | null }
): CellsRow {
  const rest = { kind: 'cells', table, number: at + 1, isWhole: true } as const
  const linesIn = (cell: string, width: number, part: CellsRow['part']) => {
    const text = cell
      .replace(/\r\n?|[\u2028\u2029\f]/g, '\n')
      .replaceAll('\t', '    ')
      .trim()
    const style = cellStyle(table, part)
    return text === '' ? [] : text.split('\n').flatMap((line) => spacedLines(env.measure, line, style, width))
  }
  const inColumns = (part: CellsRow['part']) =>
    table.columns.map((column, index) => linesIn(cells[index] ?? '', innerWidth(table, column), part))
  if (at === headAt) {
    const head: CellsRow = { ...rest, part: 'head', cells: inColumns('head') }
    if (linesOf(head) <= MOST_HEAD_LINES) return head
  }
  const part = headAt !== null && at < headAt ? 'title' : 'body'
  const row: CellsRow = { ...rest, part, cells: inColumns(part) }
  return isLone(cells) && linesOf(row) > 1
    ? { ...row, cells: [linesIn(cells[0] ?? '', FRAME.width - GUTTER, part)] }
    : row
}

/** A row that holds nothing is as high as one with a line. */
function linesOf({ cells }: Pick<CellsRow, 'cells'>): number {
  return Math.max(1, ...cells.map((lines) => lines.length))
}

/** The row whole, or cut between its lines where it takes a good part of the sheet. */
function piecesOf(row: CellsRow): readonly CellsRow[] {
  const count = linesOf(row)
  if (row.part === 'head' || count * row.table.leading + 2 * CELL_PAD <= LARGEST_WHOLE_ROW) return [row]
  return Array.from({ length: Math.ceil(count / PIECE_LINES) }, (_, at) => ({
    ...row,
    number: at === 0 ? row.number : null,
    cells: row.cells.map((lines) => lines.slice(at * PIECE_LINES, (at + 1) * PIECE_LINES)),
    isWhole: (at + 1) * PIECE_LINES >= count
  }))
}
