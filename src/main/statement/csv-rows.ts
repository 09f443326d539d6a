import { type CsvRow, LONGEST_ROW_CHARS, readRow } from './csv-row.ts'

interface Step {
  readonly rows: readonly CsvRow[]
  readonly rest: string
  readonly line: number
}

/** The rows of a table whose text comes in pieces. Never holds more than one piece and one row. */
export function* csvRows(pieces: Iterable<string>, delimiter: string): Generator<CsvRow> {
  let rest = ''
  let line = 1
  for (const piece of pieces) {
    const step = takeRows({ text: rest + piece, delimiter, isWhole: false }, line)
    yield* step.rows
    rest = step.rest
    line = step.line
    if (rest.length <= LONGEST_ROW_CHARS) continue
    // A line without an end is cut here; what follows in the file is read as the next row.
    const cut = takeRows({ text: rest, delimiter, isWhole: true }, line)
    for (const row of cut.rows)
      yield { ...row, problems: [...row.problems, { code: 'row-too-long', line: row.line }] }
    rest = ''
    line = cut.line - 1
  }
  yield* takeRows({ text: rest, delimiter, isWhole: true }, line).rows
}

function takeRows(
  scan: { readonly text: string; readonly delimiter: string; readonly isWhole: boolean },
  firstLine: number
): Step {
  const rows: CsvRow[] = []
  let at = 0
  let line = firstLine
  while (at < scan.text.length) {
    const read = readRow(scan, at, line)
    if (read === null) break
    rows.push(read.row)
    at = read.end
    line = read.nextLine
  }
  return { rows, rest: scan.text.slice(at), line }
}
