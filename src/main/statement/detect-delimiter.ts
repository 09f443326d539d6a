import { DELIMITERS, type Delimiter } from '../../shared/domain/statement.ts'
import { csvRows } from './csv-rows.ts'

export const DELIMITER_CHARACTERS: Readonly<Record<Delimiter, string>> = {
  comma: ',',
  semicolon: ';',
  tab: '\t',
  pipe: '|'
}

/** What spreadsheets write on the first line to name the delimiter. */
export const NAMED_FORM = /^sep=(.)\r?\n/i

/** The delimiter that cuts the most rows into the same number of columns. */
export function detectDelimiter(sample: string): Delimiter {
  const named = NAMED_FORM.exec(sample)?.[1]
  const fits = (delimiter: Delimiter) => DELIMITER_CHARACTERS[delimiter] === named
  return DELIMITERS.find(fits) ?? DELIMITERS.toSorted((a, b) => evenness(sample, b) - evenness(sample, a))[0]!
}

function evenness(sample: string, delimiter: Delimiter): number {
  const widths = new Map<number, number>()
  let rows = 0
  for (const { cells, problems } of csvRows([sample], DELIMITER_CHARACTERS[delimiter])) {
    if (isBlank(cells)) continue
    rows += 1
    if (problems.length === 0 && cells.length > 1)
      widths.set(cells.length, (widths.get(cells.length) ?? 0) + 1)
  }
  const scores = [...widths].map(([width, count]) => (count / rows) ** 2 * Math.log2(width))
  return Math.max(0, ...scores)
}

export function isBlank(cells: readonly string[]): boolean {
  return cells.every((cell) => cell.trim() === '')
}
