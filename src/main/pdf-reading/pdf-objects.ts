import type { Original } from '../original.ts'
import { decodeStream, MOST_INFLATED_BYTES } from './pdf-stream.ts'
import { PdfBroken, PdfCutShort, PdfScanner, type PdfDict, type PdfValue } from './pdf-syntax.ts'

/** Every saving of a PDF may add one section; hundreds of them are an attack. */
const MOST_SECTIONS = 200
const FIRST_READ_BYTES = 16 * 1024
const LARGEST_OBJECT_BYTES = 4 * 1024 * 1024

/** Where an object lies: at a place in the file, or inside a compressed stream of objects. */
type Place = { readonly at: number } | { readonly inside: number; readonly index: number }

interface Section {
  find(number: number): Promise<Place | null>
}

/** The few objects of a PDF that its facts need, read where its cross-reference says; never the whole file. */
export interface PdfObjects {
  readonly trailer: PdfDict
  /** The value a reference leads to, the value itself where it is none. */
  resolve(value: PdfValue | undefined): Promise<PdfValue>
}

/** Opens a PDF by its cross-reference. Throws where that is broken. */
export async function openPdfObjects(original: Original): Promise<PdfObjects> {
  const sections: Section[] = []
  const trailer = new Map<string, PdfValue>()
  const seen = new Set<number>()
  const inflated = new Map<number, { readonly dict: PdfDict; readonly bytes: Buffer }>()

  await readSections(await startOfSections(original))
  return { trailer, resolve: (value) => resolve(value, 0) }

  async function readSections(start: number): Promise<void> {
    const waiting = [start]
    for (let at = waiting.shift(); at !== undefined; at = waiting.shift()) {
      if (seen.has(at)) continue
      seen.add(at)
      if (seen.size > MOST_SECTIONS) throw new PdfBroken('too many sections')
      const dict = await readSection(at)
      for (const [key, value] of dict) if (!trailer.has(key)) trailer.set(key, value)
      // The newest section comes first, and what it says is not overruled by older ones.
      for (const next of [dict.get('XRefStm'), dict.get('Prev')])
        if (typeof next === 'number') waiting.push(next)
    }
  }

  async function readSection(at: number): Promise<PdfDict> {
    const head = await original.read(at, 32)
    if (/^\s*xref/.test(head.toString('latin1'))) return readTable(at)
    const { dict, bytes } = await readStream(at)
    sections.push(streamSection(dict, bytes))
    return dict
  }

  async function readTable(at: number): Promise<PdfDict> {
    let position = at + (await original.read(at, 32)).toString('latin1').indexOf('xref') + 4
    for (let count = 0; count < MOST_SECTIONS; count += 1) {
      const text = (await original.read(position, 64)).toString('latin1')
      const head = /^\s*(\d+)\s+(\d+)[ \t]*\r?\n?/.exec(text)
      if (head === null) break
      const [first, size] = [Number(head[1]), Number(head[2])]
      const start = position + head[0].length
      sections.push(tableSection(original, { first, size, start }))
      position = start + size * 20
    }
    const scanner = await scannerAt(original, position)
    return scanner((from) => {
      if (from.word() !== 'trailer') throw new PdfBroken('no trailer')
      return asDict(from.value())
    })
  }

  async function resolve(value: PdfValue | undefined, depth: number): Promise<PdfValue> {
    if (value === undefined || value === null || typeof value !== 'object' || !('kind' in value))
      return value ?? null
    if (value.kind !== 'ref') return value
    if (depth > 20) throw new PdfBroken('references lead in a circle')
    return resolve(await readObject(value.number, depth + 1), depth + 1)
  }

  async function readObject(number: number, depth: number): Promise<PdfValue> {
    for (const section of sections) {
      const place = await section.find(number)
      if (place === null) continue
      if ('inside' in place) return readInside(place.inside, place.index, number, depth)
      const scan = await scannerAt(original, place.at)
      return scan((from) => {
        if (Number(from.word()) !== number) throw new PdfBroken('another object lies here')
        from.word()
        if (from.word() !== 'obj') throw new PdfBroken('no object lies here')
        return from.value()
      })
    }
    return null
  }

  /** ISO 32000-1, 7.5.7: a stream begins with pairs of object number and offset. */
  async function readInside(stream: number, index: number, number: number, depth: number): Promise<PdfValue> {
    const { dict, bytes } = inflated.get(stream) ?? (await readObjectStream(stream, depth))
    const first = await resolve(dict.get('First'), depth)
    const from = new PdfScanner(Buffer.concat([bytes, Buffer.from(' ')]))
    for (let at = 0; at < index; at += 1) {
      from.word()
      from.word()
    }
    const isRight = Number(from.word()) === number
    const offset = Number(from.word())
    if (!isRight || typeof first !== 'number') throw new PdfBroken('not the object that was listed')
    from.at = first + offset
    return from.value()
  }

  async function readObjectStream(number: number, depth: number) {
    for (const section of sections) {
      const place = await section.find(number)
      if (place === null) continue
      if ('inside' in place) throw new PdfBroken('a stream inside a stream')
      const read = await readStream(place.at, depth)
      inflated.set(number, read)
      return read
    }
    throw new PdfBroken('no such stream')
  }

  async function readStream(
    at: number,
    depth = 0
  ): Promise<{ readonly dict: PdfDict; readonly bytes: Buffer }> {
    const scan = await scannerAt(original, at)
    const { dict, start } = scan((from) => {
      from.word()
      from.word()
      if (from.word() !== 'obj') throw new PdfBroken('no object lies here')
      const value = asDict(from.value())
      if (from.word() !== 'stream') throw new PdfBroken('no stream')
      const isCrLf = from.bytes[from.at] === 0x0d && from.bytes[from.at + 1] === 0x0a
      return { dict: value, start: at + from.at + (isCrLf ? 2 : 1) }
    })
    const length = await resolve(dict.get('Length'), depth + 1)
    if (typeof length !== 'number' || length < 0 || length > MOST_INFLATED_BYTES)
      throw new PdfBroken('length')
    return { dict, bytes: await decodeStream(dict, await original.read(start, length)) }
  }
}

/** `startxref` and the number after it stand in the last bytes of the file. */
async function startOfSections(original: Original): Promise<number> {
  const tail = (await original.read(Math.max(0, original.sizeBytes - 2048), 2048)).toString('latin1')
  const start = /^startxref\s+(\d+)/.exec(tail.slice(tail.lastIndexOf('startxref')))?.[1]
  if (start === undefined) throw new PdfBroken('no startxref')
  return Number(start)
}

/** Reads with a scanner from there on; with more bytes where a value does not end in the first ones. */
async function scannerAt(
  original: Original,
  at: number
): Promise<<Value>(read: (from: PdfScanner) => Value) => Value> {
  const short = await original.read(at, FIRST_READ_BYTES)
  const long = short.length < FIRST_READ_BYTES ? short : await original.read(at, LARGEST_OBJECT_BYTES)
  return (read) => {
    try {
      return read(new PdfScanner(short))
    } catch (error) {
      if (!(error instanceof PdfCutShort)) throw error
      return read(new PdfScanner(long))
    }
  }
}

function tableSection(
  original: Original,
  { first, size, start }: { readonly first: number; readonly size: number; readonly start: number }
): Section {
  return {
    async find(number) {
      if (number < first || number >= first + size) return null
      const entry = (await original.read(start + (number - first) * 20, 20)).toString('latin1')
      const used = /^(\d{10}) \d{5} n/.exec(entry)?.[1]
      return used === undefined ? null : { at: Number(used) }
    }
  }
}

/** ISO 32000-1, 7.5.8: fixed-width rows of type, place and index. */
function streamSection(dict: PdfDict, bytes: Buffer): Section {
  const widths = numbersOf(dict.get('W'))
  const [typeWidth = 0, placeWidth = 0, indexWidth = 0] = widths
  const rowBytes = typeWidth + placeWidth + indexWidth
  if (widths.length !== 3 || rowBytes === 0 || rowBytes > 24) throw new PdfBroken('widths')
  const size = dict.get('Size')
  const index = dict.has('Index') ? numbersOf(dict.get('Index')) : [0, typeof size === 'number' ? size : 0]
  const field = (at: number, width: number) =>
    width === 0 ? 0 : Number(`0x${bytes.toString('hex', at, at + width) || '0'}`)
  return {
    find(number) {
      let row = 0
      for (let pair = 0; pair + 1 < index.length; pair += 2) {
        const [first = 0, count = 0] = [index[pair], index[pair + 1]]
        if (number >= first && number < first + count)
          return Promise.resolve(placeAt((row + number - first) * rowBytes))
        row += count
      }
      return Promise.resolve(null)
    }
  }

  function placeAt(at: number): Place | null {
    if (at + rowBytes > bytes.length) return null
    const type = typeWidth === 0 ? 1 : field(at, typeWidth)
    const place = field(at + typeWidth, placeWidth)
    if (type === 1) return { at: place }
    return type === 2 ? { inside: place, index: field(at + typeWidth + placeWidth, indexWidth) } : null
  }
}

export function asDict(value: PdfValue): PdfDict {
  if (value instanceof Map) return value
  throw new PdfBroken('not a dictionary')
}

function numbersOf(value: PdfValue | undefined): readonly number[] {
  if (!Array.isArray(value)) throw new PdfBroken('not an array')
  return (value as readonly PdfValue[]).map((one) => {
    if (typeof one !== 'number' || !Number.isInteger(one) || one < 0) throw new PdfBroken('not a number')
    return one
  })
}
