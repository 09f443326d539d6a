import {
  type Delimiter,
  type EncodingConfidence,
  type StatementEncoding,
  type StatementReading
} from '../../shared/domain/statement.ts'
import type { CsvRow } from './csv-row.ts'
import { csvRows } from './csv-rows.ts'
import { decodeText } from '../text-reading/decode-text.ts'
import { DELIMITER_CHARACTERS, detectDelimiter, isBlank } from './detect-delimiter.ts'
import { detectEncoding } from '../text-reading/detect-encoding.ts'
import { findHeaderLine } from './find-header.ts'

/** Text that is looked at to find delimiter, column names and roles. */
const SAMPLE_CHARS = 64 * 1024
const SAMPLE_ROWS = 1000

/** A file as a table, ready to be read through as often as needed; it is read row by row and never held as a whole. */
export interface StatementTable {
  readonly encoding: StatementEncoding
  readonly confidence: EncodingConfidence
  readonly delimiter: Delimiter
  readonly headerLine: number
  readonly headers: readonly string[]
  readonly linesBefore: number
  /** The first rows below the column names. */
  readonly sample: readonly CsvRow[]
  /** Every row below the column names that is not blank. */
  rows(onPiece?: (text: string) => void): Generator<CsvRow>
}

/** Finds out how the file is to be read, as far as `reading` leaves it open. null = it is no text. */
export function readTable(bytes: Uint8Array, reading: StatementReading): StatementTable | null {
  const detected = detectEncoding(bytes)
  const encoding = reading.encoding ?? detected?.encoding
  if (encoding === undefined) return null
  const sample = sampleText(bytes, encoding)
  const delimiter = reading.delimiter ?? detectDelimiter(sample)
  const character = DELIMITER_CHARACTERS[delimiter]
  const sampled = [...take(csvRows([sample], character), SAMPLE_ROWS)]
  const headerLine = reading.headerLine ?? findHeaderLine(sampled)
  const header = sampled.find(({ line }) => line === headerLine)
  const below = sampled.filter(({ line, cells }) => line > headerLine && !isBlank(cells))
  const width = Math.max(header?.cells.length ?? 0, ...below.map(({ cells }) => cells.length))
  return {
    encoding,
    confidence: encoding === detected?.encoding ? detected.confidence : 'certain',
    delimiter,
    headerLine: header === undefined ? 0 : headerLine,
    headers: Array.from({ length: width }, (_, at) => header?.cells[at]?.trim() ?? ''),
    linesBefore: header === undefined ? 0 : headerLine - 1,
    sample: below,
    *rows(onPiece) {
      for (const row of csvRows(watched(decodeText(bytes, encoding), onPiece), character))
        if (row.line > headerLine && !isBlank(row.cells)) yield row
    }
  }
}

function* watched(
  pieces: Iterable<string>,
  onPiece: (text: string) => void = () => undefined
): Generator<string> {
  for (const piece of pieces) {
    onPiece(piece)
    yield piece
  }
}

function sampleText(bytes: Uint8Array, encoding: StatementEncoding): string {
  let text = ''
  for (const piece of decodeText(bytes, encoding)) {
    text += piece
    if (text.length >= SAMPLE_CHARS) break
  }
  // The last row of a cut sample is half a row.
  const end = text.lastIndexOf('\n')
  return text.length < SAMPLE_CHARS || end === -1 ? text : text.slice(0, end + 1)
}

function* take<T>(items: Iterable<T>, count: number): Generator<T> {
  let taken = 0
  for (const item of items) {
    if (taken++ >= count) return
    yield item
  }
}
