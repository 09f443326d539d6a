import { PdfOdd } from './pdf-odd.ts'

/** What a cell of a `RawObject` stands for. */
export const RAW = {
  word: 0,
  number: 1,
  name: 2,
  text: 3,
  ref: 4,
  openArray: 5,
  closeArray: 6,
  openDict: 7,
  closeDict: 8
} as const

/** Numbers a cell takes: what it is, its first byte, the byte after its last, and what it leads to. */
export const CELL = 4

/**
 * One value and where each of its parts stands among the bytes. Nothing is decoded: who copies it needs the places
 * only. The fourth number of a cell is the object a reference names, or the cell that closes what this one opens.
 */
export interface RawObject {
  readonly bytes: Buffer
  /** Where these bytes begin in the file; null inside a stream of objects. */
  readonly base: number | null
  readonly cells: readonly number[]
  /** Just after the value. */
  readonly to: number
  readonly hasComments: boolean
}

const REGULAR = 0
const WHITE = 1
const DELIMITER = 2

const KIND = new Uint8Array(256)
for (const byte of [0x00, 0x09, 0x0a, 0x0c, 0x0d, 0x20]) KIND[byte] = WHITE
for (const byte of Buffer.from('()<>[]{}/%')) KIND[byte] = DELIMITER

/** Before the point: larger numbers do not fit into what readers keep them in. */
const MOST_DIGITS = 15

/** Arrays and dictionaries within each other; programs write a handful. */
const DEEPEST = 100

/** Reads the one value that begins there. Throws `PdfOdd` where the bytes are none, or go on after the end. */
export function readRawObject(bytes: Buffer, start: number, base: number | null): RawObject {
  const cells: number[] = []
  const open: number[] = []
  let hasComments = false
  let at = start
  do {
    const before = at
    at = skipBlank(bytes, at)
    if (!hasComments && hasComment(bytes, before, at)) hasComments = true
    at = readCell(bytes, at, cells, open)
  } while (open.length > 0)
  return { bytes, base, cells, to: at, hasComments }
}

/** After white space and comments. */
export function skipBlank(bytes: Buffer, start: number): number {
  let at = start
  for (;;) {
    const byte = bytes[at]
    if (byte === undefined) return at
    if (byte === 0x25) while (at < bytes.length && bytes[at] !== 0x0a && bytes[at] !== 0x0d) at += 1
    else if (KIND[byte] === WHITE) at += 1
    else return at
  }
}

export function skipWhite(bytes: Buffer, start: number): number {
  let at = start
  while (KIND[bytes[at]!] === WHITE) at += 1
  return at
}

function hasComment(bytes: Buffer, from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) if (bytes[at] === 0x25) return true
  return false
}

/** Whether these characters stand there as a word of their own. */
export function isWordAt(bytes: Buffer, at: number, word: string): boolean {
  for (let index = 0; index < word.length; index += 1)
    if (bytes[at + index] !== word.charCodeAt(index)) return false
  const after = bytes[at + word.length]
  return after === undefined || KIND[after] !== REGULAR
}

/** Adds one cell; answers where the next begins. */
function readCell(bytes: Buffer, at: number, cells: number[], open: number[]): number {
  const byte = bytes[at]
  if (byte === undefined) throw new PdfOdd('a value does not end')
  if (byte === 0x2f) return push(cells, RAW.name, at, endOfName(bytes, at + 1))
  if (byte === 0x28) return push(cells, RAW.text, at, endOfLiteral(bytes, at))
  if (byte === 0x5b) return begin(cells, open, RAW.openArray, at, at + 1)
  if (byte === 0x5d) return end(cells, open, RAW.closeArray, at, at + 1)
  if (byte === 0x3c) {
    if (bytes[at + 1] === 0x3c) return begin(cells, open, RAW.openDict, at, at + 2)
    return push(cells, RAW.text, at, endOfHex(bytes, at))
  }
  if (byte === 0x3e && bytes[at + 1] === 0x3e) return end(cells, open, RAW.closeDict, at, at + 2)
  if (KIND[byte] !== REGULAR) throw new PdfOdd('no value')
  return readPlain(bytes, at, cells)
}

function push(cells: number[], kind: number, from: number, to: number, leadsTo = 0): number {
  cells.push(kind, from, to, leadsTo)
  return to
}

function begin(cells: number[], open: number[], kind: number, from: number, to: number): number {
  if (open.length === DEEPEST) throw new PdfOdd('nested too deep')
  open.push(cells.length)
  return push(cells, kind, from, to)
}

function end(cells: number[], open: number[], kind: number, from: number, to: number): number {
  const opened = open.pop()
  // What closes has the number after that of what opens.
  if (opened === undefined || cells[opened] !== kind - 1) throw new PdfOdd('closes what is not open')
  cells[opened + 3] = cells.length
  return push(cells, kind, from, to)
}

function endOfWord(bytes: Buffer, start: number): number {
  let at = start
  while (at < bytes.length && KIND[bytes[at]!] === REGULAR) at += 1
  return at
}

/** Readers disagree on a number sign that encodes nothing, and refuse one that encodes a zero. */
function endOfName(bytes: Buffer, start: number): number {
  const end = endOfWord(bytes, start)
  for (let at = start; at < end; at += 1) {
    if (bytes[at] !== 0x23) continue
    const [high, low] = [bytes[at + 1] ?? 0, bytes[at + 2] ?? 0]
    if (!isHexDigit(high) || !isHexDigit(low) || (high === 0x30 && low === 0x30)) throw new PdfOdd('no name')
  }
  return end
}

function endOfLiteral(bytes: Buffer, start: number): number {
  let depth = 0
  for (let at = start; at < bytes.length; at += 1) {
    const byte = bytes[at]
    if (byte === 0x5c) at += 1
    else if (byte === 0x28) depth += 1
    else if (byte === 0x29) {
      depth -= 1
      if (depth === 0) return at + 1
    }
  }
  throw new PdfOdd('a text does not end')
}

function endOfHex(bytes: Buffer, start: number): number {
  for (let at = start + 1; at < bytes.length; at += 1) {
    const byte = bytes[at]!
    if (byte === 0x3e) return at + 1
    if (KIND[byte] !== WHITE && !isHexDigit(byte)) throw new PdfOdd('no hexadecimal text')
  }
  throw new PdfOdd('a text does not end')
}

/** A number, a reference or one of the three words. */
function readPlain(bytes: Buffer, at: number, cells: number[]): number {
  const to = endOfWord(bytes, at)
  if (isDigit(bytes[at])) {
    const whole = endOfDigits(bytes, at)
    if (whole === to) {
      const after = endOfReference(bytes, to)
      if (after > 0) return push(cells, RAW.ref, at, after, numberAt(bytes, at, to))
      if (to - at <= MOST_DIGITS) return push(cells, RAW.number, at, to)
    }
  }
  if (isNumber(bytes, at, to)) return push(cells, RAW.number, at, to)
  if (isWordAt(bytes, at, 'true') || isWordAt(bytes, at, 'false') || isWordAt(bytes, at, 'null'))
    return push(cells, RAW.word, at, to)
  throw new PdfOdd('an unknown word')
}

/** Where ` 0 R` ends that begins there; 0 where none does. A later generation of an object is too odd for us. */
function endOfReference(bytes: Buffer, start: number): number {
  let at = skipWhite(bytes, start)
  const generation = at
  if (at === start || !isDigit(bytes[at])) return 0
  at = endOfDigits(bytes, at)
  const generationTo = at
  at = skipWhite(bytes, at)
  if (at === generationTo || !isWordAt(bytes, at, 'R')) return 0
  if (numberAt(bytes, generation, generationTo) !== 0) throw new PdfOdd('a later generation')
  return at + 1
}

function isNumber(bytes: Buffer, from: number, to: number): boolean {
  let at = bytes[from] === 0x2b || bytes[from] === 0x2d ? from + 1 : from
  let digits = -at
  at = endOfDigits(bytes, at)
  digits += at
  if (digits > MOST_DIGITS) throw new PdfOdd('an immense number')
  if (bytes[at] === 0x2e) {
    const fraction = endOfDigits(bytes, at + 1)
    digits += fraction - at - 1
    at = fraction
  }
  return digits > 0 && at === to
}

export function endOfDigits(bytes: Buffer, start: number): number {
  let at = start
  while (isDigit(bytes[at])) at += 1
  return at
}

/** The whole number that these digits make. */
export function numberAt(bytes: Buffer, from: number, to: number): number {
  if (to - from > 15 || to === from) throw new PdfOdd('no such number')
  let number = 0
  for (let at = from; at < to; at += 1) number = number * 10 + bytes[at]! - 0x30
  return number
}

function isDigit(byte: number | undefined): boolean {
  return byte !== undefined && byte >= 0x30 && byte <= 0x39
}

function isHexDigit(byte: number): boolean {
  return isDigit(byte) || (byte >= 0x41 && byte <= 0x46) || (byte >= 0x61 && byte <= 0x66)
}
