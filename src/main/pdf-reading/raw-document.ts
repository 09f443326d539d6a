import { lookFor, type ByteSource, type Look } from './byte-source.ts'
import type { ObjectPlaces } from './object-places.ts'
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
import { rebuildPlaces, type Rebuilt } from './rebuilt-places.ts'
import { readCrossReference } from './raw-places.ts'
import { plainStream } from './raw-stream.ts'
import { entriesOf, isThere, numberOf, refOf, type RawValue } from './raw-value.ts'

/** All streams of objects of a document together; who needs more goes the slow way. */
const MOST_INFLATED = 256 * 1024 * 1024

/** So much of them stays inflated; the rest is inflated again when it is asked for. */
const INFLATED_KEPT = 48 * 1024 * 1024

/** Between a dictionary, the word `stream` and its end programs put a line break. */
const LONGEST_GAP = 1024

/** Pieces that a long stream is read in. */
const PIECE_BYTES = 256 * 1024

interface ObjectStream {
  readonly bytes: Buffer
  readonly offsets: ReadonlyMap<number, number>
}

/** Where the bytes of a stream lie in the file. */
export interface StreamPlace {
  readonly at: number
  readonly length: number
}

/**
 * A PDF as its cross-reference tells it, read strictly and without decoding: whatever is damaged or odd throws
 * `PdfOdd`. Nothing in here calls itself, so that no file can fill the stack.
 */
export class RawDocument {
  readonly #source: ByteSource
  readonly #places: ObjectPlaces
  readonly #streams = new Map<number, ObjectStream>()
  readonly #inflatedOnce = new Set<number>()
  #inflated = 0
  #kept = 0
  #piece: Buffer | null = null
  /** Its texts and streams are sealed; nothing of it can be read here but where it lies. */
  readonly isLocked: boolean
  /** Empty where the document is locked. */
  readonly catalog: ReadonlyMap<string, RawValue>
  /** What leads to it. */
  readonly root: RawValue | undefined

  /** Its table was lost and its objects were looked for: a reference to none of them means that something is missing. */
  readonly isRebuilt: boolean

  /** @param isRebuilt whether its objects are looked for instead of believing its cross-reference */
  constructor(source: ByteSource, isRebuilt = false) {
    this.#source = source
    this.isRebuilt = isRebuilt
    const rebuilt = isRebuilt ? rebuildPlaces(source) : null
    const { places, trailer } =
      rebuilt === null
        ? readCrossReference(source, (at) => this.#readSection(at))
        : { places: rebuilt.places, trailer: trailerOf(rebuilt) }
    this.#places = places
    if (rebuilt !== null && !isThere(trailer.get('Encrypt'))) this.#takeObjectsInside(rebuilt)
    this.isLocked = isThere(trailer.get('Encrypt'))
    const catalog = this.isLocked ? new Map<string, RawValue>() : this.entries(trailer.get('Root'))
    if (catalog === null) throw new PdfOdd('no catalog')
    this.catalog = catalog
    this.root = trailer.get('Root')
  }

  /** Bytes of the file and of what was inflated of it: no copy of distinct objects is longer. */
  get sizeBytes(): number {
    return this.#source.sizeBytes + this.#inflated
  }

  get isInMemory(): boolean {
    return this.#source.whole !== null
  }

  /** Above every number that an object has. */
  get size(): number {
    return this.#places.size
  }

  has(number: number): boolean {
    return this.#places.of(number) !== 0
  }

  /** The object's value; null where no object has the number. */
  object(number: number): RawObject | null {
    const place = this.#places.of(number)
    if (place === 0 && this.isRebuilt) throw new PdfOdd('an object is lost')
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

  /** Where a stream's bytes lie; null where the object is none. */
  streamOf(object: RawObject): StreamPlace | null {
    const { base } = object
    if (base === null) return null
    const { bytes, at } = this.#source.look(base + object.to, LONGEST_GAP)
    const word = skipBlank(bytes, at)
    if (!isWordAt(bytes, word, 'stream')) return null
    const isCrLf = bytes[word + 6] === 0x0d && bytes[word + 7] === 0x0a
    if (!isCrLf && bytes[word + 6] !== 0x0a) throw new PdfOdd('no line after the word stream')
    const from = base + object.to + word - at + (isCrLf ? 8 : 7)
    const length = this.number(entriesOf({ object, cell: 0 })?.get('Length'))
    if (length === null || !Number.isInteger(length) || length < 0) throw new PdfOdd('no length')
    if (from + length > this.#source.sizeBytes) throw new PdfOdd('a stream of another length')
    const after = this.#source.look(from + length, LONGEST_GAP)
    if (!isWordAt(after.bytes, skipWhite(after.bytes, after.at), 'endstream'))
      throw new PdfOdd('a stream of another length')
    return { at: from, length }
  }

  /** The untouched bytes of a stream. */
  bytesOf({ at, length }: StreamPlace): Buffer {
    const look = this.#source.look(at, length)
    return look.bytes.subarray(look.at, look.at + length)
  }

  /** The same one after the other; each is valid until the next is asked for. */
  async *piecesOf({ at, length }: StreamPlace): AsyncIterable<Buffer> {
    this.#piece ??= Buffer.allocUnsafeSlow(PIECE_BYTES)
    for (let done = 0; done < length; done += PIECE_BYTES) {
      const piece = this.#piece.subarray(0, Math.min(PIECE_BYTES, length - done))
      await this.#source.readInto(at + done, piece)
      yield piece
    }
  }

  #plainStreamOf(object: RawObject): Buffer {
    const place = this.streamOf(object)
    const entries = entriesOf({ object, cell: 0 })
    if (place === null || entries === null) throw new PdfOdd('no stream')
    return plainStream(entries, this.bytesOf(place), (value) => this.resolve(value))
  }

  #objectAt(place: number, number: number): RawObject {
    const { object } = lookFor(this.#source, place, (look) => readObject(look, number, place))
    if (this.#source.whole !== null) return object
    // A window is much larger than what is kept of it.
    return { ...object, bytes: Buffer.from(object.bytes.subarray(0, object.to)) }
  }

  #objectInside(stream: number, number: number): RawObject | null {
    const known = this.#streams.get(stream) ?? this.#readObjectStream(stream)
    const offset = known.offsets.get(number)
    if (offset === undefined) throw new PdfOdd('not in its stream')
    return readRawObject(known.bytes, offset, null)
  }

  /** ISO 32000-1, 7.5.7: a stream begins with pairs of object number and offset. */
  #readObjectStream(number: number): ObjectStream {
    const place = this.#places.of(number)
    if (place <= 0) throw new PdfOdd('no such stream')
    const object = this.#objectAt(place, number)
    const bytes = this.#plainStreamOf(object)
    if (!this.#inflatedOnce.has(number)) this.#inflated += bytes.length
    this.#inflatedOnce.add(number)
    if (this.#inflated > MOST_INFLATED) throw new PdfOdd('inflates to too much')
    const entries = entriesOf({ object, cell: 0 })
    const [count, first] = [this.number(entries?.get('N')), this.number(entries?.get('First'))]
    if (count === null || first === null || !Number.isInteger(first) || first < 0)
      throw new PdfOdd('no stream of objects')
    const read = { bytes, offsets: readOffsets(bytes, count, first) }
    this.#keep(number, read)
    return read
  }

  #keep(number: number, read: ObjectStream): void {
    this.#kept += read.bytes.length
    this.#streams.set(number, read)
    for (const [oldest, { bytes }] of this.#streams) {
      if (this.#kept <= INFLATED_KEPT || oldest === number) break
      this.#kept -= bytes.length
      this.#streams.delete(oldest)
    }
  }

  /** What lies in streams of objects, too: the last one that stands in the file counts. */
  #takeObjectsInside({ places, objectStreams }: Rebuilt): void {
    const streams = new Map<number, number>()
    for (const { number: stream, at } of objectStreams) {
      if (places.of(stream) !== at) continue
      streams.set(stream, at)
      for (const number of this.#readObjectStream(stream).offsets.keys()) {
        const before = places.of(number)
        if ((before < 0 ? (streams.get(-before) ?? 0) : before) < at) places.put(number, -stream)
      }
    }
  }

  #readSection(at: number) {
    const { object } = lookFor(this.#source, at, (look) => readObject(look, null, at))
    const entries = entriesOf({ object, cell: 0 })
    if (entries === null) throw new PdfOdd('no section')
    return { entries, rows: this.#plainStreamOf(object) }
  }
}

/** The last trailer of the file, or one of our own that leads to its last catalog. */
function trailerOf({ trailers, catalogs }: Rebuilt): ReadonlyMap<string, RawValue> {
  const found = trailers.findLast((entries) => entries.has('Encrypt')) ?? trailers.at(-1)
  if (found !== undefined) return found
  const catalog = catalogs.at(-1)
  if (catalog === undefined) throw new PdfOdd('no trailer')
  const object = readRawObject(Buffer.from(`${catalog} 0 R `), 0, null)
  return new Map([['Root', { object, cell: 0 }]])
}

/** Whether the cross-reference leads to everything: of a file that was cut off it does not. */
export function hasSoundTable(source: ByteSource): boolean {
  try {
    return new RawDocument(source).sizeBytes > 0
  } catch (error) {
    if (error instanceof PdfOdd) return false
    throw error
  }
}

/** @param number what it has to have; null = any */
function readObject(
  look: Look,
  number: number | null,
  place: number
): { readonly object: RawObject; readonly to: number } {
  // In a window the object's bytes begin with it, so that the rest of the window can go.
  const isWhole = look.at === place
  const bytes = isWhole ? look.bytes : look.bytes.subarray(look.at)
  const start = skipBlank(bytes, isWhole ? place : 0)
  const found = endOfDigits(bytes, start)
  const generation = skipWhite(bytes, found)
  const generationTo = endOfDigits(bytes, generation)
  const word = skipWhite(bytes, generationTo)
  const name = numberAt(bytes, start, found)
  const isRight = (number ?? name) === name && numberAt(bytes, generation, generationTo) === 0
  if (!isRight || !isObjectWord(bytes, word)) throw new PdfOdd('another object lies there')
  const object = readRawObject(bytes, word + 3, isWhole ? 0 : place)
  const next = skipBlank(bytes, object.to)
  if (!isWordAt(bytes, next, 'endobj') && !isWordAt(bytes, next, 'stream'))
    throw new PdfOdd('an object does not end')
  return { object, to: next + (isWhole ? 0 : look.at) }
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
