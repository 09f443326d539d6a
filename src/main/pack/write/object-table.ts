import type { ObjectNumber } from './pdf-syntax.ts'

/** Offsets of five bytes reach a terabyte; a classic table ends at ten digits and needs no check either way. */
const OFFSET_BYTES = 5
const ROW_BYTES = 1 + OFFSET_BYTES + 1

/** Widths of a row's three numbers, as the table's dictionary says them. */
export const ROW_WIDTHS = `[1 ${OFFSET_BYTES} 1]`

const UNWRITTEN = 0
/** Of an object whose place is not known yet. */
const WAITING = -1
/** Objects in one compressed stream: their index there is one byte. */
const INDEXES = 256

/** Where the objects of a file stand, by their numbers: its cross-reference table (ISO 32000-1, 7.5.8). */
export class ObjectTable {
  /** Offsets; below 0 stream and index as one number that is no offset. Object 0 is never given away. */
  #places: number[] = [UNWRITTEN]

  get size(): number {
    return this.#places.length
  }

  /** A number for an object that is written later. */
  reserve(): ObjectNumber {
    return this.#places.push(UNWRITTEN) - 1
  }

  /** Notes that the object begins at that offset; throws where it has been written already. */
  begin(object: ObjectNumber, offset: number): void {
    if (this.#places[object] !== UNWRITTEN)
      throw new Error(`object ${object} written twice or never reserved`)
    this.#places[object] = offset
  }

  /** Notes that the object is about to be written. */
  wait(object: ObjectNumber): void {
    this.begin(object, WAITING)
  }

  /** Notes that a waiting object stands in a compressed stream. */
  placeInside(object: ObjectNumber, stream: ObjectNumber, index: number): void {
    this.#places[object] = -(stream * INDEXES + index)
  }

  /** Forgets objects that were reserved after there were so many, and what was written from that offset on. */
  takeBack(size: number, offset: number): void {
    this.#places = this.#places.slice(0, size).map((place) => (place >= offset ? UNWRITTEN : place))
  }

  /**
   * ISO 32000-1, 7.5.8.3.
   *
   * @param self the object that the rows will stand in, from that offset on
   */
  rowsWith(self: ObjectNumber, offset: number): Buffer {
    const table = Buffer.alloc(this.#places.length * ROW_BYTES)
    this.#places.forEach((place, index) => {
      writeRow(table, index * ROW_BYTES, index === self ? offset : place)
    })
    // Object 0 heads the list of free numbers.
    table.writeUInt8(255, ROW_BYTES - 1)
    return table
  }
}

function writeRow(table: Buffer, at: number, place: number): void {
  const isInside = place < 0
  table.writeUInt8(place === UNWRITTEN ? 0 : isInside ? 2 : 1, at)
  table.writeUIntBE(isInside ? Math.floor(-place / INDEXES) : place, at + 1, OFFSET_BYTES)
  if (isInside) table.writeUInt8(-place % INDEXES, at + 1 + OFFSET_BYTES)
}
