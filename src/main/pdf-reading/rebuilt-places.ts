import type { ByteSource } from './byte-source.ts'
import { LARGEST_NUMBER, ObjectPlaces } from './object-places.ts'
import { PdfOdd } from './pdf-odd.ts'
import { numberAt, readRawObject } from './raw-object.ts'
import { entriesOf, type RawValue } from './raw-value.ts'

/** So much is looked through at once. */
const CHUNK_BYTES = 4 * 1024 * 1024
/** `obj` with its two numbers, a dictionary of a stream, a trailer: what has to be seen as a whole. */
const OVERLAP_BYTES = 64 * 1024
/** Before the word `obj`: two numbers and the white space around them. */
const LONGEST_HEAD = 40
/** A dictionary that says what an object is does so near its begin. */
const LONGEST_KIND = 1024

/** Each saving adds one. */
const MOST_TRAILERS = 2_000
const LONGEST_TRAILER = 16 * 1024

const OBJ = Buffer.from('obj')
const STREAM = Buffer.from('stream')
const END_STREAM = Buffer.from('endstream')
const TRAILER = Buffer.from('trailer')

/** What was found in a file that its cross-reference does not lead to. */
export interface Rebuilt {
  readonly places: ObjectPlaces
  /** Dictionaries that may be a trailer, the last one of the file last. */
  readonly trailers: readonly ReadonlyMap<string, RawValue>[]
  /** Objects that hold others, as they stand in the file. */
  readonly objectStreams: readonly { readonly number: number; readonly at: number }[]
  readonly catalogs: readonly number[]
}

/** Finds all objects of a document by looking through it once. Of those with one number the last counts. */
export function rebuildPlaces(source: ByteSource): Rebuilt {
  const places = new ObjectPlaces()
  const trailers: ReadonlyMap<string, RawValue>[] = []
  const objectStreams: { number: number; at: number }[] = []
  const catalogs: number[] = []
  let tried = 0
  /** Everything before it is done; streams reach over the end of a chunk. */
  let done = 0
  for (let from = 0; from < source.sizeBytes; from = Math.max(done, from + CHUNK_BYTES)) {
    // The numbers of an object may stand where the bytes before ended.
    const base = Math.max(0, from - LONGEST_HEAD)
    const look = source.look(base, LONGEST_HEAD + CHUNK_BYTES + OVERLAP_BYTES)
    const bytes = look.bytes.subarray(look.at, look.at + LONGEST_HEAD + CHUNK_BYTES + OVERLAP_BYTES)
    done = lookThrough(bytes, base, from - base)
  }
  return { places, trailers, objectStreams, catalogs }

  /** @returns where to go on */
  function lookThrough(bytes: Buffer, base: number, start: number): number {
    const end = Math.min(bytes.length, start + CHUNK_BYTES)
    let at = start
    let trailer = bytes.indexOf(TRAILER, at)
    let word = bytes.indexOf(OBJ, at)
    const ends = { next: -1 }
    while (word !== -1 && word < end) {
      for (; trailer !== -1 && trailer < word; trailer = bytes.indexOf(TRAILER, trailer + 1))
        tryTrailer(bytes, trailer + TRAILER.length)
      at = word + OBJ.length
      const next = bytes.indexOf(OBJ, at)
      const head = headBefore(bytes, word)
      word = next
      if (head === null) continue
      // What goes on to the next such word is this object's own, with its stream.
      const own = bytes.subarray(at, next === -1 ? bytes.length : next)
      note(own, head.number, base + head.at)
      const after = afterStream(bytes, own, at, ends)
      if (after === null) continue
      if (after >= end) return base + after
      at = after
      word = bytes.indexOf(OBJ, at)
      if (trailer !== -1 && trailer < at) trailer = bytes.indexOf(TRAILER, at)
    }
    for (; trailer !== -1 && trailer < end; trailer = bytes.indexOf(TRAILER, trailer + 1))
      tryTrailer(bytes, trailer + TRAILER.length)
    return base + end
  }

  function note(own: Buffer, number: number, place: number): void {
    if (number > LARGEST_NUMBER) throw new PdfOdd('too many objects')
    places.put(number, place)
    const text = own.toString('latin1', 0, Math.min(own.length, LONGEST_KIND))
    const kind = /\/Type\s*\/(ObjStm|Catalog|XRef)\b/.exec(text)?.[1]
    if (kind === 'ObjStm') objectStreams.push({ number, at: place })
    else if (kind === 'Catalog') catalogs.push(number)
    else if (kind === 'XRef') readTrailer(own, 0)
  }

  /** The word may stand anywhere. */
  function tryTrailer(bytes: Buffer, at: number): void {
    tried += 1
    if (tried > MOST_TRAILERS) throw new PdfOdd('too many trailers')
    readTrailer(bytes.subarray(at, at + LONGEST_TRAILER), 0)
  }

  function readTrailer(bytes: Buffer, at: number): void {
    try {
      const entries = entriesOf({ object: readRawObject(bytes, at, null), cell: 0 })
      if (entries?.has('Root') === true) trailers.push(entries)
    } catch (error) {
      if (!(error instanceof PdfOdd)) throw error
    }
  }
}

/** The two numbers that stand before the word `obj`, and where they begin. */
function headBefore(bytes: Buffer, word: number): { readonly number: number; readonly at: number } | null {
  let at = word
  const least = Math.max(0, word - LONGEST_HEAD)
  const back = (isSkipped: (byte: number) => boolean) => {
    const start = at
    while (at > least && isSkipped(bytes[at - 1]!)) at -= 1
    return start - at
  }
  back(isWhite)
  const generation = at
  if (back(isDigit) === 0 || generation - at > 5) return null
  if (back(isWhite) === 0) return null
  const to = at
  const digits = back(isDigit)
  if (digits === 0 || digits > 10) return null
  return { number: numberAt(bytes, at, to), at }
}

/** Where a stream that the object at hand has is over: by its length, or else by the word that ends it. */
function afterStream(bytes: Buffer, own: Buffer, at: number, ends: { next: number }): number | null {
  const word = own.indexOf(STREAM)
  if (word === -1) return null
  const start = at + word + (own[word + 6] === 0x0d ? 8 : 7)
  const told = /\/Length\s+(\d{1,15})(?!\d|\s+\d+\s+R)/.exec(own.toString('latin1', 0, word))?.[1]
  if (told !== undefined) {
    const after = start + Number(told)
    // Beyond what is at hand it is believed: the next look begins there.
    if (after > bytes.length - OBJ.length) return after
    const end = bytes.subarray(after, after + END_STREAM.length + 4).indexOf(END_STREAM)
    if (end !== -1) return after + end + END_STREAM.length
  }
  // Thousands of streams that never end would be looked for to the end each time.
  if (ends.next < start) ends.next = bytes.indexOf(END_STREAM, start)
  if (ends.next === -1) ends.next = Number.POSITIVE_INFINITY
  return Number.isFinite(ends.next) ? ends.next + END_STREAM.length : null
}

const isDigit = (byte: number) => byte >= 0x30 && byte <= 0x39
const isWhite = (byte: number) => byte === 0x20 || (byte >= 0x09 && byte <= 0x0d) || byte === 0
