import { decodeStream } from '../pdf-reading/pdf-stream.ts'
import { PdfBroken, PdfScanner, type PdfDict, type PdfValue } from '../pdf-reading/pdf-syntax.ts'
import type { FileWindow } from './file-window.ts'
import { dictOf, listOf, numberOf } from './pdf-look.ts'

/** Where an object lies: at a place of the file, or inside a stream of objects. */
export type ObjectPlace = { readonly at: number } | { readonly inside: number; readonly index: number }

export interface ObjectPlaces {
  readonly trailer: PdfDict
  readonly places: ReadonlyMap<number, ObjectPlace>
}

const MOST_SECTIONS = 200
const MOST_OBJECTS = 3_000_000
const LARGEST_SECTION = 64 * 1024 * 1024
/** ISO 32000-1, 7.5.4: a row of the classic table. */
const ROW_BYTES = 20

/** Reads the whole cross-reference, newest section first. Throws `PdfBroken` where there is none to follow. */
export async function readObjectPlaces(window: FileWindow): Promise<ObjectPlaces> {
  const places = new Map<number, ObjectPlace | null>()
  const trailer = new Map<string, PdfValue>()
  const seen = new Set<number>()
  const waiting = [await startOfSections(window)]
  for (let at = waiting.shift(); at !== undefined; at = waiting.shift()) {
    if (seen.has(at)) continue
    seen.add(at)
    if (seen.size > MOST_SECTIONS) throw new PdfBroken('too many sections')
    const isTable = /^\s*xref/.test((await window.at(at, 32)).toString('latin1'))
    const dict = isTable ? await readTable(window, at, places) : await readRows(window, at, places)
    for (const [key, value] of dict) if (!trailer.has(key)) trailer.set(key, value)
    for (const key of ['XRefStm', 'Prev']) {
      const next = numberOf(dict.get(key))
      if (next !== null) waiting.push(next)
    }
  }
  const used = [...places].flatMap(([number, place]) => (place === null ? [] : [[number, place] as const]))
  return { trailer, places: new Map(used) }
}

async function startOfSections(window: FileWindow): Promise<number> {
  const tail = (await window.at(Math.max(0, window.sizeBytes - 2048), 2048)).toString('latin1')
  const start = /^startxref\s+(\d+)/.exec(tail.slice(tail.lastIndexOf('startxref')))?.[1]
  if (start === undefined) throw new PdfBroken('no startxref')
  return Number(start)
}

type Places = Map<number, ObjectPlace | null>

function note(places: Places, number: number, place: ObjectPlace | null): void {
  if (places.has(number)) return
  if (places.size >= MOST_OBJECTS) throw new PdfBroken('too many objects')
  places.set(number, place)
}

async function readTable(window: FileWindow, at: number, places: Places): Promise<PdfDict> {
  let position = at + (await window.at(at, 32)).toString('latin1').indexOf('xref') + 4
  for (let count = 0; count < MOST_SECTIONS; count += 1) {
    const head = /^\s*(\d+)\s+(\d+)[ \t]*\r?\n?/.exec((await window.at(position, 64)).toString('latin1'))
    if (head === null) break
    const [first, size] = [Number(head[1]), Number(head[2])]
    if (size > MOST_OBJECTS) throw new PdfBroken('too many objects')
    position += head[0].length
    const rows = (await window.at(position, size * ROW_BYTES)).toString('latin1')
    for (let row = 0; row < size; row += 1) {
      const found = /^(\d{10}) \d{5} ([nf])/.exec(rows.slice(row * ROW_BYTES, (row + 1) * ROW_BYTES))
      if (found === null) throw new PdfBroken('a row of the table')
      note(places, first + row, found[2] === 'n' ? { at: Number(found[1]) } : null)
    }
    position += size * ROW_BYTES
  }
  const scanner = new PdfScanner(Buffer.from(await window.at(position, LARGEST_SECTION)))
  if (scanner.word() !== 'trailer') throw new PdfBroken('no trailer')
  const dict = dictOf(scanner.value())
  if (dict === null) throw new PdfBroken('no trailer')
  return dict
}

/** ISO 32000-1, 7.5.8: the cross-reference as a stream of rows of fixed widths. */
async function readRows(window: FileWindow, at: number, places: Places): Promise<PdfDict> {
  const scanner = new PdfScanner(Buffer.from(await window.at(at, 64 * 1024)))
  scanner.word()
  scanner.word()
  if (scanner.word() !== 'obj') throw new PdfBroken('no object lies here')
  const dict = dictOf(scanner.value())
  if (dict === null || scanner.word() !== 'stream') throw new PdfBroken('no cross-reference')
  const length = numberOf(dict.get('Length'))
  if (length === null || length < 0 || length > LARGEST_SECTION) throw new PdfBroken('length')
  const isCrLf = scanner.bytes[scanner.at] === 0x0d && scanner.bytes[scanner.at + 1] === 0x0a
  const sealed = Buffer.from(await window.at(at + scanner.at + (isCrLf ? 2 : 1), length))
  noteRows(dict, await decodeStream(dict, sealed), places)
  return dict
}

function noteRows(dict: PdfDict, bytes: Buffer, places: Places): void {
  const widths = (listOf(dict.get('W')) ?? []).map((width) => numberOf(width) ?? -1)
  const [typeWidth = -1, placeWidth = -1, indexWidth = -1] = widths
  const rowBytes = typeWidth + placeWidth + indexWidth
  const isOdd = widths.length !== 3 || widths.some((width) => width < 0 || width > 6)
  if (isOdd || rowBytes === 0) throw new PdfBroken('widths')
  const size = numberOf(dict.get('Size')) ?? 0
  const index = (listOf(dict.get('Index')) ?? [0, size]).map((one) => numberOf(one) ?? 0)
  const field = (at: number, width: number) => (width === 0 ? 0 : bytes.readUIntBE(at, width))
  let at = 0
  for (let pair = 0; pair + 1 < index.length; pair += 2) {
    const [first = 0, count = 0] = [index[pair], index[pair + 1]]
    for (let row = 0; row < count && at + rowBytes <= bytes.length; row += 1, at += rowBytes) {
      const type = typeWidth === 0 ? 1 : field(at, typeWidth)
      const place = field(at + typeWidth, placeWidth)
      const third = field(at + typeWidth + placeWidth, indexWidth)
      const inside = type === 2 ? { inside: place, index: third } : null
      note(places, first + row, type === 1 ? { at: place } : inside)
    }
  }
}
