import { PdfOdd } from './pdf-odd.ts'
import { endOfDigits, isWordAt, numberAt, readRawObject, skipBlank } from './raw-object.ts'
import { entriesOf, itemsOf, numberOf, type RawValue } from './raw-value.ts'

/** Every saving of a PDF may add one section; hundreds of them are an attack. */
const MOST_SECTIONS = 200

/** Larger numbers than any viewer takes. */
const LARGEST_NUMBER = 8_388_607

/**
 * Where each object lies by its number: above 0 its first byte in the file, below 0 the number of the stream that
 * holds it, with its sign turned. Numbers that are free stand there as 0.
 */
export type Places = ReadonlyMap<number, number>

interface CrossReference {
  readonly places: Places
  readonly trailer: ReadonlyMap<string, RawValue>
}

interface Section {
  readonly entries: ReadonlyMap<string, RawValue>
  readonly used: ReadonlyMap<number, number>
  readonly free: readonly number[]
}

/** Reads a compressed section whose stream begins there. */
type ReadStreamSection = (at: number) => {
  readonly entries: ReadonlyMap<string, RawValue>
  readonly rows: Buffer
}

/** Follows the cross-reference of a document from its newest section to its oldest. */
export function readCrossReference(bytes: Buffer, readStream: ReadStreamSection): CrossReference {
  const places = new Map<number, number>()
  const seen = new Set<number>()
  let trailer: ReadonlyMap<string, RawValue> | null = null
  const read = (at: number): Section => {
    if (seen.has(at) || seen.size === MOST_SECTIONS) throw new PdfOdd('sections lead in a circle')
    seen.add(at)
    if (at >= bytes.length) throw new PdfOdd('no section lies there')
    return isWordAt(bytes, skipBlank(bytes, at), 'xref') ? readTable(bytes, at) : readRows(readStream(at))
  }
  // What a newer section says is not overruled by older ones.
  const take = (rows: Iterable<readonly [number, number]>) => {
    for (const [number, place] of rows) if (!places.has(number)) places.set(number, place)
  }
  for (let next: number | null = startOfSections(bytes); next !== null;) {
    const { entries, used, free } = read(next)
    trailer ??= entries
    take(used)
    // In a file for old and new readers the old table calls free what the new one knows.
    const hybrid = offsetIn(entries, 'XRefStm')
    if (hybrid !== null) take(read(hybrid).used)
    take(free.map((number) => [number, 0] as const))
    next = offsetIn(entries, 'Prev')
  }
  if (trailer === null) throw new PdfOdd('no trailer')
  return { places, trailer }
}

function offsetIn(entries: ReadonlyMap<string, RawValue>, key: string): number | null {
  const value = entries.get(key)
  if (value === undefined) return null
  const offset = numberOf(value)
  if (offset === null || !Number.isInteger(offset) || offset < 0) throw new PdfOdd('no place of a section')
  return offset
}

/** `startxref` and the number after it stand in the last bytes of the file. */
function startOfSections(bytes: Buffer): number {
  const word = bytes.lastIndexOf('startxref')
  if (word === -1 || word < bytes.length - 2048) throw new PdfOdd('no startxref')
  const at = skipBlank(bytes, word + 'startxref'.length)
  return numberAt(bytes, at, endOfDigits(bytes, at))
}

/** ISO 32000-1, 7.5.4. Rows are read by their words, since many programs write 19 bytes instead of 20. */
function readTable(bytes: Buffer, start: number): Section {
  const used = new Map<number, number>()
  const free: number[] = []
  let at = skipBlank(bytes, start) + 'xref'.length
  const whole = () => {
    const from = skipBlank(bytes, at)
    at = endOfDigits(bytes, from)
    return numberAt(bytes, from, at)
  }
  for (;;) {
    at = skipBlank(bytes, at)
    if (isWordAt(bytes, at, 'trailer')) break
    const [first, count] = [whole(), whole()]
    if (first + count > LARGEST_NUMBER) throw new PdfOdd('too many objects')
    for (let number = first; number < first + count; number += 1) {
      const offset = whole()
      whole()
      at = skipBlank(bytes, at)
      if (isWordAt(bytes, at, 'n') && offset > 0) used.set(number, offset)
      else if (isWordAt(bytes, at, 'f') || isWordAt(bytes, at, 'n')) free.push(number)
      else throw new PdfOdd('no row of a table')
      at += 1
    }
  }
  const entries = entriesOf({ object: readRawObject(bytes, at + 'trailer'.length), cell: 0 })
  if (entries === null) throw new PdfOdd('no trailer')
  return { entries, used, free }
}

/** ISO 32000-1, 7.5.8: fixed-width rows of type, place and index. */
function readRows({ entries, rows }: ReturnType<ReadStreamSection>): Section {
  const [typeWidth = 0, placeWidth = 0, indexWidth = 0, ...more] = wholeNumbers(entries.get('W'))
  const width = typeWidth + placeWidth + indexWidth
  if (more.length > 0 || placeWidth === 0 || typeWidth > 4 || placeWidth > 6 || indexWidth > 6)
    throw new PdfOdd('widths of a table')
  const size = entries.get('Size')
  const index = entries.has('Index')
    ? wholeNumbers(entries.get('Index'))
    : [0, size === undefined ? 0 : (numberOf(size) ?? 0)]
  const used = new Map<number, number>()
  const free: number[] = []
  let at = 0
  for (let pair = 0; pair + 1 < index.length; pair += 2) {
    const [first = 0, count = 0] = [index[pair], index[pair + 1]]
    if (first + count > LARGEST_NUMBER) throw new PdfOdd('too many objects')
    for (let number = first; number < first + count && at + width <= rows.length; number += 1) {
      const type = typeWidth === 0 ? 1 : rows.readUIntBE(at, typeWidth)
      const place = rows.readUIntBE(at + typeWidth, placeWidth)
      at += width
      if (type === 1 && place > 0) used.set(number, place)
      else if (type === 2 && place > 0) used.set(number, -place)
      else free.push(number)
    }
  }
  return { entries, used, free }
}

function wholeNumbers(value: RawValue | undefined): readonly number[] {
  const items = value === undefined ? null : itemsOf(value)
  if (items === null) throw new PdfOdd('not an array')
  return items.map((item) => {
    const number = numberOf(item)
    if (number === null || !Number.isInteger(number) || number < 0) throw new PdfOdd('not a whole number')
    return number
  })
}
