import type {
  QuotingProblem,
  StatementCell,
  StatementPreview,
  StatementReading
} from '../../shared/domain/statement.ts'
import type { StatementFile } from './statement-file.ts'
import { isFormula } from './formula-cell.ts'
import { guessMapping } from './guess-mapping.ts'
import { readTable } from './read-table.ts'
import { withoutBlocking } from './without-blocking.ts'

const SHOWN_ROWS = 30
const SHOWN_CELL_CHARS = 300
const SHOWN_PROBLEMS = 50

/** Reads the whole file through once and tells what was found. null = it is no text. */
export async function previewStatement(
  { fileName, bytes }: Pick<StatementFile, 'fileName' | 'bytes'>,
  reading: StatementReading,
  fallbackCurrency: string
): Promise<StatementPreview | null> {
  const table = readTable(bytes, reading)
  if (table === null) return null
  const sampled = table.sample.map(({ cells }) => cells)
  const guessed = guessMapping(table.headers, sampled, fallbackCurrency)
  const quoting: QuotingProblem[] = []
  const seen = { rowCount: 0, formulaCount: 0, quotingCount: 0, unreadableCount: 0 }
  const countUnreadable = (text: string) => (seen.unreadableCount += text.split('\ufffd').length - 1)
  await withoutBlocking(table.rows(countUnreadable), ({ cells, problems }) => {
    seen.rowCount += 1
    seen.formulaCount += cells.some(isFormula) ? 1 : 0
    seen.quotingCount += problems.length
    if (quoting.length < SHOWN_PROBLEMS) quoting.push(...problems)
  })
  return {
    fileName,
    sizeBytes: bytes.length,
    encoding: table.encoding,
    encodingConfidence: table.confidence,
    delimiter: table.delimiter,
    headerLine: table.headerLine,
    linesBefore: table.linesBefore,
    columns: table.headers.map((header, at) => ({
      header: header.slice(0, SHOWN_CELL_CHARS),
      role: guessed.mapping.roles[at] ?? 'ignore'
    })),
    rows: table.sample.slice(0, SHOWN_ROWS).map(({ line, cells }) => ({ line, cells: cells.map(shownCell) })),
    quoting: quoting.slice(0, SHOWN_PROBLEMS),
    ...guessed,
    ...seen
  }
}

function shownCell(cell: string): StatementCell {
  return { text: cell.slice(0, SHOWN_CELL_CHARS), isFormula: isFormula(cell) }
}
