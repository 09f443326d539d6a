import { promisify } from 'node:util'
import { constants, inflate } from 'node:zlib'
import { PdfBroken, type PdfDict, type PdfValue } from './pdf-syntax.ts'

const inflateBytes = promisify(inflate)

/** A compressed cross-reference of a million objects takes some 10 MiB; a bomb ends here. */
export const MOST_INFLATED_BYTES = 32 * 1024 * 1024

/** The plain bytes of a stream: inflated and unpredicted, which is all that cross-references use. */
export async function decodeStream(dict: PdfDict, sealed: Buffer): Promise<Buffer> {
  const filter = single(dict.get('Filter'))
  if (filter === null) return sealed
  if (!isName(filter, 'FlateDecode')) throw new PdfBroken('a filter that nobody uses here')
  // A stream cut by a byte or two still tells what stands before.
  const limits = { maxOutputLength: MOST_INFLATED_BYTES, finishFlush: constants.Z_SYNC_FLUSH }
  const bytes = await inflateBytes(sealed, limits)
  const parameters = single(dict.get('DecodeParms'))
  if (!(parameters instanceof Map)) return bytes
  const predictor = parameters.get('Predictor')
  if (typeof predictor !== 'number' || predictor < 10) return bytes
  const columns = parameters.get('Columns')
  return unpredict(bytes, typeof columns === 'number' ? columns : 1)
}

/** PNG prediction with one byte a pixel, as cross-reference streams use it (PNG, section 9.2). */
export function unpredict(bytes: Buffer, columns: number): Buffer {
  if (!Number.isInteger(columns) || columns < 1 || columns > 1000) throw new PdfBroken('columns')
  const rows = Math.floor(bytes.length / (columns + 1))
  const out = Buffer.alloc(rows * columns)
  for (let row = 0; row < rows; row += 1) {
    const filter = bytes[row * (columns + 1)] ?? 0
    for (let column = 0; column < columns; column += 1) {
      const at = row * columns + column
      const left = column === 0 ? 0 : out[at - 1]!
      const up = row === 0 ? 0 : out[at - columns]!
      const corner = column === 0 || row === 0 ? 0 : out[at - columns - 1]!
      out[at] = (bytes[row * (columns + 1) + 1 + column]! + predicted(filter, left, up, corner)) & 0xff
    }
  }
  return out
}

function predicted(filter: number, left: number, up: number, corner: number): number {
  if (filter === 1) return left
  if (filter === 2) return up
  if (filter === 3) return (left + up) >> 1
  if (filter !== 4) return 0
  const guess = left + up - corner
  const [toLeft, toUp, toCorner] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - corner)]
  if (toLeft <= toUp && toLeft <= toCorner) return left
  return toUp <= toCorner ? up : corner
}

function single(value: PdfValue | undefined): PdfValue {
  if (!Array.isArray(value)) return value ?? null
  if (value.length > 1) throw new PdfBroken('several filters')
  return (value as readonly PdfValue[])[0] ?? null
}

function isName(value: PdfValue, name: string): boolean {
  return (
    value !== null &&
    typeof value === 'object' &&
    'kind' in value &&
    value.kind === 'name' &&
    value.name === name
  )
}
