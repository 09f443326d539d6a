import { constants, inflateSync } from 'node:zlib'
import { PdfOdd } from './pdf-odd.ts'
import { MOST_INFLATED_BYTES, unpredict } from './pdf-stream.ts'
import { isThere, itemsOf, nameOf, numberOf, entriesOf, type RawValue } from './raw-value.ts'

/** More columns than any cross-reference has. */
const MOST_COLUMNS = 1000

type ResolveRaw = (value: RawValue | undefined) => RawValue | null

/** The plain bytes of a stream that is not compressed or inflates, as tables and streams of objects do. */
export function plainStream(
  entries: ReadonlyMap<string, RawValue>,
  sealed: Buffer,
  resolve: ResolveRaw
): Buffer {
  const filter = single(resolve(entries.get('Filter')), resolve)
  if (filter === null) return sealed
  if (nameOf(filter) !== 'FlateDecode') throw new PdfOdd('a filter that nobody uses here')
  const bytes = inflated(sealed)
  const parameters = single(resolve(entries.get('DecodeParms')), resolve)
  const known = parameters === null ? null : entriesOf(parameters)
  const numberIn = (key: string) => {
    const value = resolve(known?.get(key))
    return value === null ? null : numberOf(value)
  }
  const predictor = numberIn('Predictor') ?? 1
  if (predictor === 1) return bytes
  const columns = numberIn('Columns') ?? 1
  const isPlain = (numberIn('Colors') ?? 1) === 1 && (numberIn('BitsPerComponent') ?? 8) === 8
  const isUsual = Number.isInteger(columns) && columns >= 1 && columns <= MOST_COLUMNS
  if (predictor < 10 || !isPlain || !isUsual) throw new PdfOdd('an unusual predictor')
  return unpredict(bytes, columns)
}

function single(value: RawValue | null, resolve: ResolveRaw): RawValue | null {
  if (value === null || !isThere(value)) return null
  const items = itemsOf(value)
  if (items === null) return value
  if (items.length > 1) throw new PdfOdd('several filters')
  const only = resolve(items[0])
  return only === null || !isThere(only) ? null : only
}

/** Streams cut by a byte or two are common and every viewer shows them. */
function inflated(sealed: Buffer): Buffer {
  try {
    return inflateSync(sealed, { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: MOST_INFLATED_BYTES })
  } catch {
    throw new PdfOdd('cannot be inflated')
  }
}
