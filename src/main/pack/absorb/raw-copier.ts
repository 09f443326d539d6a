import { PdfOdd, PdfUnusual } from '../../pdf-reading/pdf-odd.ts'
import type { RawDocument } from '../../pdf-reading/raw-document.ts'
import { CELL, RAW, type RawObject } from '../../pdf-reading/raw-object.ts'
import { cellAfter, nameAt, nameOf, type RawValue } from '../../pdf-reading/raw-value.ts'
import type { PdfFile } from '../write/pdf-file.ts'
import { pdfRef, type ObjectNumber } from '../write/pdf-syntax.ts'
import {
  HOSTILE_NAMES,
  LEFT_OUT,
  LEFT_OUT_OF_STREAMS,
  NAME_MAPS,
  REFUSED_ACTIONS,
  REFUSED_TYPES
} from './left-out.ts'

/** Objects never lie over each other, so their copies are no longer than the file, but for new numbers and lengths. */
const MOST_GROWTH = 4

/** Longer streams are not read at once. */
const LONGEST_AT_ONCE = 32 * 1024

interface Queued {
  readonly number: number
  readonly object: ObjectNumber
  readonly isNameMap: boolean
}

/** What is being copied: the cell that closes it, and how its entries are to be read. */
interface Frame {
  readonly close: number
  readonly isNameMap: boolean
  /** Where each key of a dictionary stands last; null for an array. */
  readonly keys: ReadonlyMap<string, number> | null
  readonly streamLength: number | null
}

/**
 * Copies objects of a source into the file, each once: their very bytes with references renumbered, without what
 * must not come along. It walks by a list of what is still to be done and never by recursion.
 */
export class RawCopier {
  readonly #file: PdfFile
  readonly #source: RawDocument
  /** New numbers by old ones; 0 = not copied yet. */
  readonly #numbers: Int32Array
  #queue: Queued[] = []
  #copied = 0

  constructor(file: PdfFile, source: RawDocument) {
    this.#file = file
    this.#source = source
    this.#numbers = new Int32Array(source.size)
  }

  /** The value as it is written, references renumbered; what they lead to waits for `drain`. */
  written(value: RawValue): string {
    return this.#counted(this.#copy(value, false, null))
  }

  /** The object's number in the file; it is written by the next `drain`. */
  reference(number: number, isNameMap = false): ObjectNumber | null {
    const known = this.#numbers[number] ?? 0
    if (known !== 0) return known
    if (!this.#source.has(number)) {
      if (this.#source.isRebuilt) throw new PdfOdd('an object is lost')
      return null
    }
    const object = this.#file.reserve()
    this.#numbers[number] = object
    this.#queue.push({ number, object, isNameMap })
    return object
  }

  /** New number of an object that was copied or waits to be. */
  copied(number: number): ObjectNumber | null {
    return this.#numbers[number] || null
  }

  /** Writes everything that waits, and what it refers to in turn. */
  async drain(): Promise<void> {
    while (this.#queue.length > 0) {
      const batch = this.#queue
      this.#queue = []
      for (const queued of batch) await this.#write(queued)
    }
  }

  async #write({ number, object, isNameMap }: Queued): Promise<void> {
    const found = this.#source.object(number)
    if (found === null) throw new PdfOdd('an object is gone')
    if (found.cells[0] === RAW.ref) throw new PdfOdd('an object that is a reference')
    const value = { object: found, cell: 0 }
    const place = this.#source.streamOf(found)
    if (place === null) {
      await this.#file.write(this.#counted(this.#copy(value, isNameMap, null)), object)
    } else if (this.#isRefused(found, this.#keysOf(found, 0))) {
      await this.#file.write('null', object)
    } else {
      this.#count(place.length)
      const dict = this.#counted(this.#copy(value, isNameMap, place.length))
      if (place.length > LONGEST_AT_ONCE && !this.#source.isInMemory)
        await this.#file.writeStreamOf(dict, place.length, this.#source.piecesOf(place), object)
      else await this.#file.writeStreamAs(dict, this.#source.bytesOf(place), object)
    }
  }

  #counted(text: string): string {
    this.#count(text.length)
    return text
  }

  /** A file whose objects lie within each other could grow to any size. */
  #count(bytes: number): void {
    this.#copied += bytes
    if (this.#copied > MOST_GROWTH * this.#source.sizeBytes) throw new PdfOdd('grows when copied')
  }

  #copy({ object, cell }: RawValue, isNameMap: boolean, streamLength: number | null): string {
    const out = new Runs(object)
    const frames: Frame[] = []
    let at = this.#begin(out, frames, { object, cell }, isNameMap, streamLength)
    for (let frame = frames.at(-1); frame !== undefined; frame = frames.at(-1)) {
      if (at === frame.close) {
        if (frame.streamLength !== null) out.add(`/Length ${frame.streamLength}`)
        out.keep(at)
        at += CELL
        frames.pop()
      } else if (frame.keys === null) at = this.#begin(out, frames, { object, cell: at }, false, null)
      else at = this.#entry(out, frames, frame, frame.keys, { object, cell: at })
    }
    return out.text()
  }

  /** One entry of a dictionary, or nothing of it. */
  #entry(
    out: Runs,
    frames: Frame[],
    frame: Frame,
    keys: ReadonlyMap<string, number>,
    { object, cell }: RawValue
  ): number {
    const name = nameAt(object, cell)
    if (frame.isNameMap && HOSTILE_NAMES.has(name)) throw new PdfUnusual('called as an action is')
    const isLeftOut =
      // What a page draws with is no text and no number: this is something else under a name of its own.
      (frame.isNameMap ? isPlainValue(object, cell + CELL) : LEFT_OUT.has(name)) ||
      (frame.streamLength !== null && LEFT_OUT_OF_STREAMS.has(name)) ||
      keys.get(name) !== cell
    if (isLeftOut) return cellAfter(object, cell + CELL)
    out.keep(cell)
    const isNameMap = !frame.isNameMap && NAME_MAPS.has(name)
    return this.#begin(out, frames, { object, cell: cell + CELL }, isNameMap, null)
  }

  /** Copies a plain value, or opens one that has others in it; answers the next cell. */
  #begin(
    out: Runs,
    frames: Frame[],
    { object, cell }: RawValue,
    isNameMap: boolean,
    streamLength: number | null
  ): number {
    const { cells } = object
    const kind = cells[cell]
    if (kind === RAW.ref) {
      const copy = this.reference(cells[cell + 3]!, isNameMap)
      out.add(copy === null ? 'null' : pdfRef(copy))
      return cell + CELL
    }
    const isDict = kind === RAW.openDict
    const keys = isDict ? this.#keysOf(object, cell) : null
    if (keys !== null && this.#isRefused(object, keys)) {
      out.add('null')
      return cellAfter(object, cell)
    }
    out.keep(cell)
    if (isDict || kind === RAW.openArray)
      frames.push({ close: cells[cell + 3]!, isNameMap, keys, streamLength })
    return cell + CELL
  }

  #keysOf(object: RawObject, open: number): ReadonlyMap<string, number> {
    const keys = new Map<string, number>()
    const close = object.cells[open + 3]!
    for (let at = open + CELL; at < close; at = cellAfter(object, at + CELL)) {
      if (at + CELL === close) throw new PdfOdd('a key without a value')
      keys.set(nameAt(object, at), at)
    }
    return keys
  }

  #isRefused(object: RawObject, keys: ReadonlyMap<string, number>): boolean {
    return (
      this.#isOneOf(REFUSED_TYPES, object, keys.get('Type')) ||
      this.#isOneOf(REFUSED_ACTIONS, object, keys.get('S'))
    )
  }

  #isOneOf(names: ReadonlySet<string>, object: RawObject, key: number | undefined): boolean {
    if (key === undefined) return false
    const value = this.#source.resolve({ object, cell: key + CELL })
    const name = value === null ? null : nameOf(value)
    return name !== null && names.has(name)
  }
}

function isPlainValue({ cells }: RawObject, cell: number): boolean {
  return cells[cell] === RAW.text || cells[cell] === RAW.number
}

/** Text put together from runs of source bytes and words of our own. */
class Runs {
  readonly #object: RawObject
  readonly #parts: string[] = []
  #from = -1
  #last = -1

  constructor(object: RawObject) {
    this.#object = object
  }

  /** The cell as it stands; of neighbours also the white space between them, but no comment. */
  keep(cell: number): void {
    const { cells, hasComments } = this.#object
    if (hasComments || cell !== this.#last + CELL) this.#close()
    if (this.#from === -1) this.#from = cells[cell + 1]!
    this.#last = cell
  }

  add(word: string): void {
    this.#close()
    this.#parts.push(word)
  }

  text(): string {
    this.#close()
    return this.#parts.join(' ')
  }

  #close(): void {
    if (this.#from === -1) return
    const { bytes, cells } = this.#object
    this.#parts.push(bytes.toString('latin1', this.#from, cells[this.#last + 2]))
    this.#from = -1
  }
}
