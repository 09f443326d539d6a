import { constants, inflateSync } from 'node:zlib'
import { broken, PdfRefused } from './pdf-refused.ts'

/** One step of unpacking a stream. */
export interface ContentFilter {
  readonly name: string
  /** Of LZW: codes grow a step early. */
  readonly isEarly: boolean
  /** Bytes are told by how they differ from others, which is done with pictures and not undone here. */
  readonly isPredicted: boolean
}

const MOST_BYTES = 256 * 1024 * 1024

/** Instructions that pass as they are, beyond four times those there are: pages that share theirs have copies. */
const MOST_PASSING = 64 * 1024 * 1024
const MOST_PASSING_PER_BYTE = 4

/** How much of a document's instructions may be unpacked or copied in all: what is more was made to fill memory. */
export class ContentRoom {
  #left: number
  #passing: number

  constructor(sourceBytes: number, most: number = MOST_BYTES) {
    this.#left = most
    this.#passing = MOST_PASSING + MOST_PASSING_PER_BYTE * sourceBytes
  }

  /** The plain bytes of a content stream. Throws `PdfRefused`, also where they are too many. */
  unpack(filters: readonly ContentFilter[], sealed: Uint8Array): Uint8Array {
    if (filters.some(({ isPredicted }) => isPredicted)) throw broken()
    return this.#unfiltered(filters, sealed)
  }

  /** Throws `PdfRefused` where a stream that passes as it is would unfold to more than there is room for. */
  measure(filters: readonly ContentFilter[], sealed: Uint8Array): void {
    this.#passing -= sealed.length
    if (this.#passing < 0) throw tooLarge()
    const [only] = filters
    const isPlain = only === undefined || (only.name === 'FlateDecode' && filters.length === 1)
    // What cannot be too much need not be unpacked.
    if (!isPlain || (only !== undefined && sealed.length * MOST_INFLATION > this.#left))
      this.#unfiltered(filters, sealed)
  }

  #unfiltered(filters: readonly ContentFilter[], sealed: Uint8Array): Uint8Array {
    let bytes = sealed
    for (const filter of filters) bytes = unfilter(filter, bytes, this.#left)
    this.#left -= bytes.length
    if (this.#left <= 0) throw tooLarge()
    return bytes
  }
}

/** Deflate makes of no byte more than this many (RFC 1951: 258 of two bits, and a little for the rest). */
const MOST_INFLATION = 1032

const tooLarge = () => new PdfRefused('pdf-too-large')

function unfilter({ name, isEarly }: ContentFilter, bytes: Uint8Array, most: number): Uint8Array {
  switch (name) {
    case 'FlateDecode':
      return inflate(bytes, most)
    case 'LZWDecode':
      return unpackLzw(bytes, isEarly, most)
    case 'RunLengthDecode':
      return unpackRuns(bytes, most)
    case 'ASCIIHexDecode':
      return unpackHex(latin1(bytes))
    case 'ASCII85Decode':
      // One character may stand for four zeros.
      if (4 * bytes.length > most) throw tooLarge()
      return unpackAscii85(latin1(bytes))
    default:
      throw broken()
  }
}

function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1')
}

/** Streams cut by a byte or two are common and every viewer shows them. */
function inflate(bytes: Uint8Array, most: number): Uint8Array {
  try {
    return inflateSync(bytes, { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: most })
  } catch (error) {
    const isTooLarge = error instanceof RangeError
    throw isTooLarge ? tooLarge() : broken()
  }
}

/** Bytes gathered until they are too many. */
class Unpacked {
  readonly #most: number
  #bytes = Buffer.allocUnsafe(64 * 1024)
  length = 0

  constructor(most: number) {
    this.#most = most
  }

  get bytes(): Buffer {
    return this.#bytes.subarray(0, this.length)
  }

  /** Room for so many more, at the place `length`. */
  grow(count: number): Buffer {
    const needed = this.length + count
    if (needed > this.#most) throw tooLarge()
    if (needed > this.#bytes.length) {
      const larger = Buffer.allocUnsafe(Math.max(needed, 2 * this.#bytes.length))
      this.#bytes.copy(larger, 0, 0, this.length)
      this.#bytes = larger
    }
    return this.#bytes
  }
}

/** ISO 32000-1, 7.4.5: below 128 so many bytes and one follow, above it one byte so often; 128 ends. */
function unpackRuns(bytes: Uint8Array, most: number): Uint8Array {
  const out = new Unpacked(most)
  for (let at = 0; at < bytes.length;) {
    const count = bytes[at]!
    if (count === 128) break
    const run = count < 128 ? bytes.subarray(at + 1, at + 2 + count) : null
    const length = run?.length ?? 257 - count
    const target = out.grow(length)
    if (run === null) target.fill(bytes[at + 1] ?? 0, out.length, out.length + length)
    else target.set(run, out.length)
    out.length += length
    at += run === null ? 2 : 2 + count
  }
  return out.bytes
}

/** ISO 32000-1, 7.4.4: codes of 9 to 12 bits; 256 empties the table, 257 ends. Entries are places in what came out. */
function unpackLzw(bytes: Uint8Array, isEarly: boolean, most: number): Uint8Array {
  const out = new Unpacked(most)
  const starts = new Int32Array(4097)
  const lengths = new Int32Array(4097)
  let [next, width, held, heldBits] = [258, 9, 0, 0]
  for (const byte of bytes) {
    held = ((held << 8) | byte) & 0xff_ffff
    heldBits += 8
    if (heldBits < width) continue
    heldBits -= width
    const code = (held >> heldBits) & ((1 << width) - 1)
    if (code === 257) break
    if (code === 256) {
      ;[next, width] = [258, 9]
      continue
    }
    const place = out.length
    const length = code < 256 ? 1 : lengths[code]!
    if (code >= next) throw broken()
    const target = out.grow(length)
    if (code < 256) target[place] = code
    else {
      // The last byte for itself: the newest entry reaches into what is just being written.
      target.copyWithin(place, starts[code]!, starts[code]! + length - 1)
      target[place + length - 1] = target[starts[code]! + length - 1]!
    }
    out.length += length
    // The entry is known from the moment its first code is: only its last byte comes with the next one.
    if (next < 4096) {
      starts[next] = place
      lengths[next] = length + 1
      next += 1
    }
    const limit = isEarly ? next : next - 1
    width = limit >= 2048 ? 12 : limit >= 1024 ? 11 : limit >= 512 ? 10 : 9
  }
  return out.bytes
}

/** ISO 32000-1, 7.4.2: `>` ends, and a last digit alone has a 0 behind it. */
function unpackHex(text: string): Uint8Array {
  const end = text.indexOf('>')
  const digits = text.slice(0, end === -1 ? undefined : end).replace(/\s/g, '')
  return Buffer.from(digits.length % 2 === 0 ? digits : `${digits}0`, 'hex')
}

/** ISO 32000-1, 7.4.3: five characters make four bytes, `z` four zeros, `~>` ends. */
function unpackAscii85(text: string): Uint8Array {
  const out = Buffer.alloc(4 * text.length)
  let [length, count, group] = [0, 0, 0]
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    if (code === 0x7e) break
    if (code === 0x7a && count === 0) length += 4
    if (code < 0x21 || code > 0x75) continue
    group = group * 85 + code - 0x21
    count += 1
    if (count < 5) continue
    length = out.writeUInt32BE(group % 0x1_0000_0000, length)
    ;[count, group] = [0, 0]
  }
  if (count < 2) return out.subarray(0, length)
  for (let missing = count; missing < 5; missing += 1) group = group * 85 + 84
  out.writeUInt32BE(group % 0x1_0000_0000, length)
  return out.subarray(0, length + count - 1)
}
