import { PdfOdd } from './pdf-odd.ts'
import { decodePdfText, stringBytes } from './pdf-text.ts'
import { CELL, RAW, type RawObject } from './raw-object.ts'

/** A value inside an object: the whole of it, or what one of its entries holds. */
export interface RawValue {
  readonly object: RawObject
  /** Its first cell. */
  readonly cell: number
}

/** The cell after a value: after what closes it where it opens something. */
export function cellAfter({ cells }: RawObject, cell: number): number {
  const kind = cells[cell]
  return (kind === RAW.openArray || kind === RAW.openDict ? cells[cell + 3]! : cell) + CELL
}

/** A name without its slash, `#xx` decoded. */
export function nameAt({ bytes, cells }: RawObject, cell: number): string {
  if (cells[cell] !== RAW.name) throw new PdfOdd('not a name')
  const raw = bytes.toString('latin1', cells[cell + 1]! + 1, cells[cell + 2])
  if (!raw.includes('#')) return raw
  return raw.replace(/#([0-9a-f]{2})/gi, (_, code: string) => String.fromCharCode(parseInt(code, 16)))
}

/** Number of the object a reference names; null where the value is none. */
export function refOf({ object, cell }: RawValue): number | null {
  return object.cells[cell] === RAW.ref ? object.cells[cell + 3]! : null
}

export function nameOf({ object, cell }: RawValue): string | null {
  return object.cells[cell] === RAW.name ? nameAt(object, cell) : null
}

export function numberOf({ object, cell }: RawValue): number | null {
  const { bytes, cells } = object
  if (cells[cell] !== RAW.number) return null
  const number = Number(bytes.toString('latin1', cells[cell + 1], cells[cell + 2]))
  return Number.isFinite(number) ? number : null
}

/** A text string decoded; null where the value is none. */
export function textOf(value: RawValue | null): string | null {
  if (value === null || value.object.cells[value.cell] !== RAW.text) return null
  const { bytes, cells } = value.object
  return decodePdfText(stringBytes(bytes.subarray(cells[value.cell + 1], cells[value.cell + 2])))
}

export function isTrue({ object: { bytes, cells }, cell }: RawValue): boolean {
  return cells[cell] === RAW.word && bytes[cells[cell + 1]!] === 0x74
}

/** The entries of a dictionary; null where the value is none. Of keys that stand twice the last counts. */
export function entriesOf({ object, cell }: RawValue): ReadonlyMap<string, RawValue> | null {
  const { cells } = object
  if (cells[cell] !== RAW.openDict) return null
  const close = cells[cell + 3]!
  const entries = new Map<string, RawValue>()
  for (let at = cell + CELL; at < close; at = cellAfter(object, at + CELL)) {
    const name = nameAt(object, at)
    if (at + CELL === close) throw new PdfOdd('a key without a value')
    entries.set(name, { object, cell: at + CELL })
  }
  return entries
}

/** The items of an array; null where the value is none. */
export function itemsOf({ object, cell }: RawValue): readonly RawValue[] | null {
  const { cells } = object
  if (cells[cell] !== RAW.openArray) return null
  const close = cells[cell + 3]!
  const items: RawValue[] = []
  for (let at = cell + CELL; at < close; at = cellAfter(object, at)) items.push({ object, cell: at })
  return items
}

/** Whether it is there and not `null`. */
export function isThere(value: RawValue | undefined): value is RawValue {
  if (value === undefined) return false
  const { bytes, cells } = value.object
  return cells[value.cell] !== RAW.word || bytes[cells[value.cell + 1]!] !== 0x6e
}
