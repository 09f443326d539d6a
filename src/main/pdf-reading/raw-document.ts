import { PdfOdd } from './pdf-odd.ts'
import {
  endOfDigits,
  isWordAt,
  numberAt,
  readRawObject,
  skipBlank,
  skipWhite,
  type RawObject
} from './raw-object.ts'
import { readCrossReference, type Places } from './raw-places.ts'
import { plainStream } from './raw-stream.ts'
import { entriesOf, isThere, numberOf, refOf, type RawValue } from './raw-value.ts'

/** All streams of objects of a document together; who needs more goes the slow way. */
const MOST_INFLATED = 256 * 1024 * 1024

interface ObjectStream {
  readonly bytes: Buffer
  readonly offsets: ReadonlyMap<number, number>
}

/**
 * A PDF as its cross-reference tells it, read strictly and without decoding: whatever is damaged or odd throws
 * `PdfOdd`. Nothing in here calls itself, so that no file can fill the stack.
 */
export class RawDocument {
  readonly #bytes: Buffer
  readonly #places: Places
  readonly #streams = new Map<number, ObjectStream>()
  #inflated = 0
  /** Its texts and streams are sealed; nothing of it can be read here but where it lies. */
  readonly isLocked: boolean
  /** Empty where the document is locked. */
  readonly catalog: ReadonlyMap<string, RawValue>

  constructor(bytes: Buffer) {
    this.#bytes = bytes
    this.#places = new Map()
    const { places, trailer } = readCrossReference(bytes, (at) => this.#readSection(at))
    this.#places = places
    this.isLocked = isThere(trailer.get('Encrypt'))
    const catalog = this.isLocked ? new Map<string, RawValue>() : this.entries(trailer.get('Root'))
    if (catalog === null) throw new PdfOdd('no catalog')
    this.catalog = catalog
  }

  /** Bytes of the file and of what was inflated of it: no copy of distinct objects is longer. */
  get sizeBytes(): number {
    return this.#bytes.length + this.#inflated
  }

  has(number: number): boolean {
    return (this.#places.get(number) ?? 0) !== 0
  }

  /** The object's value; null where no object has the number. */
  object(number: number): RawObject | null {
    const place = this.#places.get(number) ?? 0
    if (place > 0) return this.#objectAt(place, number)
    return place < 0 ? this.#objectInside(-place, number) : null
  }

  /** The value a reference leads to, the value itself where it is none. */
  resolve(value: RawValue | undefined): RawValue | null {
    const number = value === undefined ? null : refOf(value)
    if (number === null) return value ?? null
    const object = this.object(number)
    const found = object === null ? null : { object, cell: 0 }
    if (found !== null && refOf(found) !== null) throw new PdfOdd('a reference to a reference')
    return found
  }

  /** The entries of the dictionary a value is or leads to; null where it is none. */
  entries(value: RawValue | undefined): ReadonlyMap<string, RawValue> | null {
    const found = this.resolve(value)
    return found === null ? null : entriesOf(found)
  }

  number(value: RawValue | undefined): number | null {
    const found = this.resolve(value)
    return found === null ? null : numberOf(found)
  }

  /** The untouched bytes of a stream; null where the object is none. */
  streamOf(object: RawObject): Buffer | null {
    const bytes = this.#bytes
    if (object.bytes !== bytes) return null
    const word = skipBlank(bytes, object.to)
    if (!isWordAt(bytes, word, 'stream')) return null
    const isCrLf = bytes[word + 6] === 0x0d && bytes[word + 7] === 0x0a
    if (!isCrLf && bytes[word + 6] !== 0x0a) throw new PdfOdd('no line after the word stream')
    const from = word + (isCrLf ? 8 : 7)
    const length = this.number(entriesOf({ object, cell: 0 })?.get('Length'))
    if (length === null || !Number.isInteger(length) || length < 0) throw new PdfOdd('no length')
    const to = from + length
    if (to > bytes.length || !isWordAt(bytes, skipWhite(bytes, to), 'endstream'))
      throw new PdfOdd('a stream of another length')
    return bytes.subarray(from, to)
  }

  #plainStreamOf(object: RawObject): Buffer {
    const sealed = this.streamOf(object)
    const entries = entriesOf({ object, cell: 0 })
    if (sealed === null || entries === null) throw new PdfOdd('no stream')
    return plainStream(entries, sealed, (value) => this.resolve(value))
  }

  #objectAt(place: number, number: number): RawObject {
    const bytes = this.#bytes
    const start = skipWhite(bytes, place)
    const found = endOfDigits(bytes, start)
    const generation = skipWhite(bytes, found)
    const generationTo = endOfDigits(bytes, generation)
    const word = skipWhite(bytes, generationTo)
    const isRight =
      numberAt(bytes, start, found) === number && numberAt(bytes, generation, generationTo) === 0
    if (!isRight || !isObjectWord(bytes, word)) throw new PdfOdd('another object lies there')
    const object = readRawObject(bytes, word + 3)
    const next = skipBlank(bytes, object.to)
    if (!isWordAt(bytes, next, 'endobj') && !isWordAt(bytes, next, 'stream'))
      throw new PdfOdd('an object does not end')
    return object
  }

  #objectInside(stream: number, number: number): RawObject | null {
    const known = this.#streams.get(stream) ?? this.#readObjectStream(stream)
    const offset = known.offsets.get(number)
    if (offset === undefined) throw new PdfOdd('not in its stream')
    return readRawObject(known.bytes, offset)
  }

  /** ISO 32000-1, 7.5.7: a stream begins with pairs of object number and offset. */
  #readObjectStream(number: number): ObjectStream {
    const place = this.#places.get(number) ?? 0
    if (place <= 0) throw new PdfOdd('no such stream')
    const object = this.#objectAt(place, number)
    const bytes = this.#plainStreamOf(object)
    this.#inflated += bytes.length
    if (this.#inflated > MOST_INFLATED) throw new PdfOdd('inflates to too much')
    const entries = entriesOf({ object, cell: 0 })
    const [count, first] = [this.number(entries?.get('N')), this.number(entries?.get('First'))]
    if (count === null || first === null || !Number.isInteger(first) || first < 0)
      throw new PdfOdd('no stream of objects')
    const read = { bytes, offsets: readOffsets(bytes, count, first) }
    this.#streams.set(number, read)
    return read
  }

  #readSection(at: number) {
    const bytes = this.#bytes
    const start = skipBlank(bytes, at)
    const number = numberAt(bytes, start, endOfDigits(bytes, start))
    const object = this.#objectAt(start, number)
    const entries = entriesOf({ object, cell: 0 })
    if (entries === null) throw new PdfOdd('no section')
    return { entries, rows: this.#plainStreamOf(object) }
  }
}

/** Whether the cross-reference leads to everything: of a file that was cut off it does not. */
export function hasSoundTable(bytes: Buffer): boolean {
  try {
    return new RawDocument(bytes).sizeBytes > 0
  } catch (error) {
    if (error instanceof PdfOdd) return false
    throw error
  }
}

function readOffsets(bytes: Buffer, count: number, first: number): ReadonlyMap<number, number> {
  const offsets = new Map<number, number>()
  let at = 0
  const whole = () => {
    const from = skipWhite(bytes, at)
    at = endOfDigits(bytes, from)
    return numberAt(bytes, from, at)
  }
  for (let index = 0; index < count; index += 1) {
    const number = whole()
    const offset = first + whole()
    if (offsets.has(number)) throw new PdfOdd('an object twice in a stream')
    offsets.set(number, offset)
  }
  return offsets
}

function isObjectWord(bytes: Buffer, at: number): boolean {
  return bytes[at] === 0x6f && bytes[at + 1] === 0x62 && bytes[at + 2] === 0x6a
}
