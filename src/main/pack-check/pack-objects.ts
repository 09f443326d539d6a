import { inflateSync } from 'node:zlib'
import type { Original } from '../original.ts'
import { decodeStream } from '../pdf-reading/pdf-stream.ts'
import { PdfBroken, PdfCutShort, PdfScanner, type PdfDict, type PdfValue } from '../pdf-reading/pdf-syntax.ts'
import { decryptStrings, tryPassword, type FileLock, type LockState } from './file-lock.ts'
import { filePart } from './file-part.ts'
import { FileWindow } from './file-window.ts'
import { readObjectPlaces, type ObjectPlace } from './object-places.ts'
import { dictOf, nameOf, numberOf, refOf } from './pdf-look.ts'
import { takeTurns } from './take-turns.ts'

/** An object of the file; `stream` is where its bytes lie, as they stand there. */
export interface PackObject {
  readonly value: PdfValue
  readonly stream: { readonly at: number; readonly length: number } | null
}

export interface PackObjects {
  readonly trailer: PdfDict
  readonly lock: 'none' | LockState['state']
  readonly count: number
  /** Null where the file has no such object, or a damaged one. */
  get(number: number): Promise<PackObject | null>
  /** The value a reference leads to; null also where it leads nowhere. */
  resolve(value: PdfValue | undefined): Promise<PdfValue>
  /** The bytes of a stream before its filters, decrypted; null where it is none, or damaged. */
  contentOf(object: PackObject): Promise<Original | null>
  /** The plain bytes of a stream; null where they cannot be had or are more than `most`. */
  bytesOf(object: PackObject, most?: number): Promise<Buffer | null>
  /** Every object in the order of the file; `null` stands for one that is damaged. */
  walk(visit: (number: number, object: PackObject | null) => void): Promise<void>
}

/** What is kept of parsed objects: a pack of a thousand pages has some ten thousand. */
const MOST_KEPT = 60_000
const READ_STEPS = [2 * 1024, 64 * 1024, 4 * 1024 * 1024]
/** Thousands of small streams: waiting for another thread would take longer than each of them. */
const MOST_BYTES_AT_ONCE = 256 * 1024
const MOST_STREAM_BYTES = 32 * 1024 * 1024
const DEEPEST_REFERENCE = 20

/** Whether it is the file that is at fault, not this program: broken syntax, a stream that does not inflate. */
export function isDamage(error: unknown): boolean {
  if (error instanceof PdfBroken || error instanceof PdfCutShort) return true
  const code = (error as { readonly code?: unknown } | null)?.code
  return typeof code === 'string' && /^(Z_|ERR_BUFFER_TOO_LARGE)/.test(code)
}

/** Opens a PDF for a check. Throws damage where its cross-reference cannot be followed. */
export async function openPackObjects(
  original: Original,
  password: string | null = null
): Promise<PackObjects> {
  const window = new FileWindow(original)
  const { trailer, places } = await readObjectPlaces(window)
  const starts = [...places.values()]
    .flatMap((place) => ('at' in place ? [place.at] : []))
    .toSorted(ascending)
  const kept = new Map<number, PackObject | null>()
  /** Guards against a length that is written inside the very stream it measures. */
  const reading = new Set<number>()
  const encryption = trailer.get('Encrypt')
  let lock: FileLock | null = null
  let opened: { readonly number: number; readonly objects: ReadonlyMap<number, PdfValue> } | null = null

  async function get(number: number): Promise<PackObject | null> {
    const known = kept.get(number)
    if (known !== undefined) return known
    const place = places.get(number)
    if (place === undefined || reading.has(number)) return null
    reading.add(number)
    const object = await unlessDamaged(() => readAt(number, place))
    reading.delete(number)
    if (kept.size >= MOST_KEPT) kept.clear()
    kept.set(number, object)
    return object
  }

  async function readAt(number: number, place: ObjectPlace): Promise<PackObject> {
    if ('at' in place) return readObject(number, place.at)
    const value = (await objectsInside(place.inside)).get(number)
    if (value === undefined) throw new PdfBroken('not in its stream')
    return { value, stream: null }
  }

  async function readObject(number: number, at: number): Promise<PackObject> {
    const extent = (starts[firstAfter(starts, at)] ?? window.sizeBytes) - at
    for (const step of READ_STEPS) {
      const length = Math.min(step, extent)
      const bytes = Buffer.from(await window.at(at, length))
      try {
        return await objectIn(number, at, new PdfScanner(bytes))
      } catch (error) {
        if (!(error instanceof PdfCutShort) || length === extent) throw error
      }
    }
    throw new PdfBroken('too large')
  }

  async function objectIn(number: number, at: number, scanner: PdfScanner): Promise<PackObject> {
    if (Number(scanner.word()) !== number) throw new PdfBroken('another object lies here')
    scanner.word()
    if (scanner.word() !== 'obj') throw new PdfBroken('no object lies here')
    const value = unlocked(number, scanner.value())
    const next = scanner.word()
    if (next === 'endobj') return { value, stream: null }
    if (next !== 'stream') throw new PdfBroken('the object does not end')
    const isCrLf = scanner.bytes[scanner.at] === 0x0d && scanner.bytes[scanner.at + 1] === 0x0a
    const start = at + scanner.at + (isCrLf ? 2 : 1)
    const length = numberOf(await resolve(dictOf(value)?.get('Length')))
    if (length === null || length < 0 || start + length > window.sizeBytes) throw new PdfBroken('length')
    return { value, stream: { at: start, length } }
  }

  /** What says how the file is encrypted stands plain, and so do cross-references. */
  function unlocked(number: number, value: PdfValue): PdfValue {
    const isPlain = lock === null || number === refOf(encryption) || isOfType(value, 'XRef')
    return isPlain ? value : decryptStrings(value, lock!)
  }

  function lockOf({ value }: PackObject): FileLock | null {
    if (isOfType(value, 'XRef')) return null
    return lock?.encryptsMetadata === false && isOfType(value, 'Metadata') ? null : lock
  }

  /** ISO 32000-1, 7.5.7. The last one opened is kept: its objects are asked for one after the other. */
  async function objectsInside(number: number): Promise<ReadonlyMap<number, PdfValue>> {
    if (opened?.number === number) return opened.objects
    const place = places.get(number)
    if (place === undefined || !('at' in place)) throw new PdfBroken('no such stream')
    const container = await readObject(number, place.at)
    const bytes = await bytesOf(container)
    const dict = dictOf(container.value)
    const [first, count] = [numberOf(dict?.get('First')), numberOf(dict?.get('N'))]
    if (bytes === null || first === null || count === null) throw new PdfBroken('no stream of objects')
    const objects = objectsOf(Buffer.concat([bytes, Buffer.from(' ')]), first, count)
    opened = { number, objects }
    return objects
  }

  async function resolve(value: PdfValue | undefined): Promise<PdfValue> {
    let found = value ?? null
    for (let depth = 0; depth < DEEPEST_REFERENCE; depth += 1) {
      const number = refOf(found)
      if (number === null) return found
      found = (await get(number))?.value ?? null
    }
    return null
  }

  async function contentOf(object: PackObject): Promise<Original | null> {
    const { stream } = object
    if (stream === null) return null
    const ownLock = lockOf(object)
    if (ownLock === null)
      return filePart(stream.length, (position, count) => original.read(stream.at + position, count))
    return unlessDamaged(() => ownLock.part(original, stream.at, stream.length))
  }

  async function bytesOf(object: PackObject, most = MOST_STREAM_BYTES): Promise<Buffer | null> {
    const { value, stream } = object
    const dict = dictOf(value)
    if (dict === null || stream === null || stream.length > most) return null
    const [filter, parameters] = [await resolve(dict.get('Filter')), await resolve(dict.get('DecodeParms'))]
    const found = await window.at(stream.at, stream.length)
    return unlessDamaged(async () => {
      const sealed = lockOf(object)?.decrypt(found) ?? found
      const isSmall = sealed.length <= MOST_BYTES_AT_ONCE
      if (isSmall && nameOf(filter) === 'FlateDecode' && parameters === null)
        return inflateSync(sealed, { maxOutputLength: most })
      return decodeStream(new Map([...dict, ['Filter', filter], ['DecodeParms', parameters]]), sealed)
    })
  }

  async function walk(visit: (number: number, object: PackObject | null) => void): Promise<void> {
    const turn = takeTurns()
    for (const [number] of [...places].toSorted(([, a], [, b]) => orderOf(a) - orderOf(b))) {
      visit(number, await get(number))
      await turn()
    }
  }

  /** Objects inside a stream come where the stream lies. */
  function orderOf(place: ObjectPlace): number {
    if ('at' in place) return place.at
    const container = places.get(place.inside)
    return container !== undefined && 'at' in container ? container.at : 0
  }

  const encrypt = dictOf(await resolve(encryption))
  const tried = encrypt === null ? null : tryPassword(encrypt, password)
  if (tried?.state === 'opened') ({ lock } = tried)
  const state = encryption === undefined ? 'none' : (tried?.state ?? 'closed')
  return { trailer, lock: state, count: places.size, get, resolve, contentOf, bytesOf, walk }
}

async function unlessDamaged<Value>(read: () => Promise<Value>): Promise<Value | null> {
  try {
    return await read()
  } catch (error) {
    if (isDamage(error)) return null
    throw error
  }
}

function objectsOf(bytes: Buffer, first: number, count: number): ReadonlyMap<number, PdfValue> {
  const scanner = new PdfScanner(bytes)
  const offsets: (readonly [number, number])[] = []
  for (let one = 0; one < count; one += 1) offsets.push([Number(scanner.word()), Number(scanner.word())])
  return new Map(
    offsets.map(([number, offset]) => {
      scanner.at = first + offset
      return [number, scanner.value()]
    })
  )
}

function isOfType(value: PdfValue, type: string): boolean {
  return nameOf(dictOf(value)?.get('Type')) === type
}

function ascending(a: number, b: number): number {
  return a - b
}

/** Index of the first start behind `at`. */
function firstAfter(starts: readonly number[], at: number): number {
  let [low, high] = [0, starts.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((starts[middle] ?? 0) <= at) low = middle + 1
    else high = middle
  }
  return low
}
