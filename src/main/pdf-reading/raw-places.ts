import { lookFor, type ByteSource, type Look } from './byte-source.ts'
import { LARGEST_NUMBER, ObjectPlaces } from './object-places.ts'
import { PdfOdd } from './pdf-odd.ts'
import { endOfDigits, isWordAt, numberAt, readRawObject, skipBlank } from './raw-object.ts'
import { entriesOf, itemsOf, numberOf, type RawValue } from './raw-value.ts'

/** Every saving of a PDF may add one section; hundreds of them are an attack. */
const MOST_SECTIONS = 200

/** `startxref` and the number after it stand in the last bytes of the file. */
const TAIL_BYTES = 2048

type Entries = ReadonlyMap<string, RawValue>

interface CrossReference {
  readonly places: ObjectPlaces
  readonly trailer: Entries
}

interface Section {
  readonly entries: Entries
  readonly free: readonly number[]
}

/** Reads a compressed section whose stream begins there. */
type ReadStreamSection = (at: number) => { readonly entries: Entries; readonly rows: Buffer }

/** Follows the cross-reference of a document from its newest section to its oldest. */
export function readCrossReference(source: ByteSource, readStream: ReadStreamSection): CrossReference {
  const places = new ObjectPlaces()
  const seen = new Set<number>()
  let trailer: Entries | null = null
  const read = (at: number): Section => {
    if (seen.has(at) || seen.size === MOST_SECTIONS) throw new PdfOdd('sections lead in a circle')
    seen.add(at)
    if (at >= source.sizeBytes) throw new PdfOdd('no section lies there')
    return isTableAt(source, at)
      ? lookFor(source, at, (look) => readTable(look, places))
      : readRows(readStream(at), places)
  }
  for (let next: number | null = startOfSections(source); next !== null;) {
    const { entries, free } = read(next)
    trailer ??= entries
    // In a file for old and new readers the old table calls free what the new one knows.
    const hybrid = offsetIn(entries, 'XRefStm')
    if (hybrid !== null) read(hybrid)
    for (const number of free) places.takeFree(number)
    next = offsetIn(entries, 'Prev')
  }
  if (trailer === null) throw new PdfOdd('no trailer')
  return { places, trailer }
}

function offsetIn(entries: Entries, key: string): number | null {
  const value = entries.get(key)
  if (value === undefined) return null
  const offset = numberOf(value)
  if (offset === null || !Number.isInteger(offset) || offset < 0) throw new PdfOdd('no place of a section')
  return offset
}

function startOfSections(source: ByteSource): number {
  const { bytes, at } = source.look(Math.max(0, source.sizeBytes - TAIL_BYTES), TAIL_BYTES)
  const word = bytes.lastIndexOf('startxref')
  if (word < at) throw new PdfOdd('no startxref')
  const number = skipBlank(bytes, word + 'startxref'.length)
  return numberAt(bytes, number, endOfDigits(bytes, number))
}

function isTableAt(source: ByteSource, at: number): boolean {
  return lookFor(source, at, (look) => {
    const to = skipBlank(look.bytes, look.at)
    return { isTable: isWordAt(look.bytes, to, 'xref'), to }
  }).isTable
}

/** ISO 32000-1, 7.5.4. Rows are read by their words, since many programs write 19 bytes instead of 20. */
function readTable({ bytes, at: start }: Look, places: ObjectPlaces): Section & { readonly to: number } {
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
      const isUsed = isWordAt(bytes, at, 'n')
      if (isUsed && offset > 0) places.take(number, offset)
      else if (isUsed || isWordAt(bytes, at, 'f')) free.push(number)
      else throw new PdfOdd('no row of a table')
      at += 1
    }
  }
  const object = readRawObject(bytes, at + 'trailer'.length, null)
  const entries = entriesOf({ object, cell: 0 })
  if (entries === null) throw new PdfOdd('no trailer')
  return { entries, free, to: object.to }
}

/** ISO 32000-1, 7.5.8: fixed-width rows of type, place and index. */
function readRows({ entries, rows }: ReturnType<ReadStreamSection>, places: ObjectPlaces): Section {
  const [typeWidth = 0, placeWidth = 0, indexWidth = 0, ...more] = wholeNumbers(entries.get('W'))
  const width = typeWidth + placeWidth + indexWidth
  if (more.length > 0 || placeWidth === 0 || typeWidth > 4 || placeWidth > 6 || indexWidth > 6)
    throw new PdfOdd('widths of a table')
  const size = entries.get('Size')
  const index = entries.has('Index')
    ? wholeNumbers(entries.get('Index'))
    : [0, size === undefined ? 0 : (numberOf(size) ?? 0)]
  const free: number[] = []
  let at = 0
  for (let pair = 0; pair + 1 < index.length; pair += 2) {
    const [first = 0, count = 0] = [index[pair], index[pair + 1]]
    if (first + count > LARGEST_NUMBER) throw new PdfOdd('too many objects')
    for (let number = first; number < first + count && at + width <= rows.length; number += 1) {
      const type = typeWidth === 0 ? 1 : rows.readUIntBE(at, typeWidth)
      const place = rows.readUIntBE(at + typeWidth, placeWidth)
      at += width
      if (type === 1 && place > 0) places.take(number, place)
      else if (type === 2 && place > 0) places.take(number, -place)
      else free.push(number)
    }
  }
  return { entries, free }
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
