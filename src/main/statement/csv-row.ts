import { MOST_COLUMNS, type QuotingProblem } from '../../shared/domain/statement.ts'

/** A quote that is never closed would make one row of the rest of the file. */
export const LONGEST_ROW_CHARS = 1_000_000

export interface CsvRow {
  /** Where the row begins, counted from 1. */
  readonly line: number
  readonly cells: readonly string[]
  readonly problems: readonly QuotingProblem[]
}

export interface ReadRow {
  readonly row: CsvRow
  /** Where the next row begins in the text, and on which line. */
  readonly end: number
  readonly nextLine: number
}

interface Scan {
  readonly text: string
  readonly delimiter: string
  readonly isWhole: boolean
}

interface Cell {
  readonly value: string
  readonly end: number
  readonly isStray: boolean
}

/** More text is needed before the cell's end is known. */
const MORE = 'more'
/** The quote that opens the cell has no partner. */
const UNCLOSED = 'unclosed'

/**
 * Reads the row that begins at `start` by RFC 4180. Where its quotes break the rules it reads on as a person would,
 * and says so: a quote inside a cell is a character; an opening quote without a partner is one too, up to the line's end.
 * @returns null when the row may go on beyond `text` and `isWhole` says that more is to come
 */
export function readRow(scan: Scan, start: number, line: number): ReadRow | null {
  const { text, delimiter } = scan
  const cells: string[] = []
  const problems: QuotingProblem[] = []
  let isPlain = false
  let at = start
  let lineAt = line
  for (;;) {
    const isQuoted = !isPlain && text[at] === '"'
    const cell = isQuoted ? quotedCell(scan, at, start) : plainCell(scan, at, isPlain)
    if (cell === MORE) return null
    if (cell === UNCLOSED) {
      problems.push({ code: 'unclosed-quote', line: lineAt })
      // Plain up to the row's end: trying each further quote as an opening one would take quadratic time.
      isPlain = true
      continue
    }
    if (cell.isStray && !isPlain) problems.push({ code: 'stray-quote', line: lineAt })
    cells.push(cell.value)
    lineAt += isQuoted ? lineEndsIn(cell.value) : 0
    at = cell.end
    if (text[at] === delimiter) {
      at += 1
      continue
    }
    break
  }
  const end = afterLineEnd(scan, at)
  if (end === null) return null
  const row = { line, cells: cells.slice(0, MOST_COLUMNS), problems: withLimits(cells, problems, line) }
  return { row, end, nextLine: lineAt + 1 }
}

function withLimits(
  cells: readonly string[],
  problems: readonly QuotingProblem[],
  line: number
): readonly QuotingProblem[] {
  return cells.length > MOST_COLUMNS ? [...problems, { code: 'too-many-columns', line }] : problems
}

/** Up to the next delimiter or line end; quotes in it are characters. */
function plainCell({ text, delimiter, isWhole }: Scan, start: number, isPlain: boolean): Cell | typeof MORE {
  let at = start
  let isStray = false
  for (; at < text.length; at += 1) {
    const character = text[at]
    if (character === delimiter || character === '\n' || character === '\r') break
    if (character === '"') isStray = true
  }
  if (at === text.length && !isWhole) return MORE
  const value = text.slice(start, at)
  const isWrapped = isPlain && value.length > 1 && value.startsWith('"') && value.endsWith('"')
  return { value: isWrapped ? value.slice(1, -1).replaceAll('""', '"') : value, end: at, isStray }
}

function quotedCell(
  { text, delimiter, isWhole }: Scan,
  start: number,
  rowStart: number
): Cell | typeof MORE | typeof UNCLOSED {
  let value = ''
  let from = start + 1
  let strayCount = 0
  let hasLineEnd = false
  for (;;) {
    const quote = text.indexOf('"', from)
    if (quote === -1) return isWhole || text.length - rowStart > LONGEST_ROW_CHARS ? UNCLOSED : MORE
    if (quote - rowStart > LONGEST_ROW_CHARS) return UNCLOSED
    if (quote + 1 === text.length && !isWhole) return MORE
    const piece = text.slice(from, quote)
    hasLineEnd ||= /[\r\n]/.test(piece)
    value += piece
    const next = text[quote + 1]
    if (next === '"') {
      if (quote + 2 === text.length && !isWhole) return MORE
      // `"the "Daisy""` + delimiter: the second quote of the pair closes what a stray one has opened.
      if (strayCount % 2 === 1 && isCellEnd(text[quote + 2], delimiter))
        return { value: `${value}"`, end: quote + 2, isStray: true }
      value += '"'
      from = quote + 2
      continue
    }
    if (isCellEnd(next, delimiter)) return { value, end: quote + 1, isStray: strayCount > 0 }
    // A quote amid text, lines after the one that opened the cell, belongs to another cell: the opening one is alone.
    if (hasLineEnd) return UNCLOSED
    strayCount += 1
    value += '"'
    from = quote + 1
  }
}

function isCellEnd(character: string | undefined, delimiter: string): boolean {
  return character === undefined || character === delimiter || character === '\n' || character === '\r'
}

/** null where a carriage return ends the text and its line feed may follow. */
function afterLineEnd({ text, isWhole }: Scan, at: number): number | null {
  if (text[at] !== '\r') return Math.min(at + 1, text.length)
  if (at + 1 === text.length && !isWhole) return null
  return text[at + 1] === '\n' ? at + 2 : at + 1
}

function lineEndsIn(value: string): number {
  return value.match(/\r\n|\r|\n/g)?.length ?? 0
}
