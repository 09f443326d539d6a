import { crc32 } from 'node:zlib'
import { ByteReader, EndOfBytes } from './byte-reader.ts'
import { PictureRefused } from './picture-limits.ts'

const SIGNATURE = '89504e470d0a1a0a'
/** Before the picture data only small chunks matter; a longer one is skipped, a much longer one is a lie. */
const LARGEST_KEPT_CHUNK = 1024 * 1024

export interface PngHeader {
  readonly width: number
  readonly height: number
  readonly bits: number
  readonly colourType: 0 | 2 | 3 | 4 | 6
  readonly isInterlaced: boolean
  readonly isTransparent: boolean
  readonly palette: Buffer | null
}

/** Whether the compressed rows can stand in a PDF as they are. */
export function canPassThrough({ colourType, isInterlaced, isTransparent }: PngHeader): boolean {
  return !isInterlaced && !isTransparent && colourType < 4
}

/** A PNG read from front to back: first what describes it, then its compressed rows. */
export class PngReader {
  readonly #reader: ByteReader
  #firstData = 0

  constructor(source: AsyncIterable<Buffer>) {
    this.#reader = new ByteReader(source)
  }

  async header(): Promise<PngHeader> {
    return orBroken(async () => {
      if ((await this.#reader.take(8)).toString('hex') !== SIGNATURE) throw new PictureRefused('image-broken')
      let header = null as PngHeader | null
      for (;;) {
        const { length, type } = await this.#chunkHead()
        if (type === 'IDAT') {
          if (header === null || (header.colourType === 3 && header.palette === null)) {
            throw new PictureRefused('image-broken')
          }
          this.#firstData = length
          return header
        }
        const bytes = await this.#chunk(type, length)
        if (type === 'IHDR') header = readHeader(bytes)
        else if (header !== null && type === 'PLTE') header = { ...header, palette: bytes }
        else if (header !== null && type === 'tRNS') header = { ...header, isTransparent: true }
      }
    })
  }

  /** The compressed rows, checked chunk by chunk, up to the end mark. */
  async *rows(): AsyncIterable<Buffer> {
    let length = this.#firstData
    try {
      for (let type = 'IDAT'; type === 'IDAT';) {
        let sum = crc32('IDAT')
        for await (const part of this.#reader.pass(length)) {
          sum = crc32(part, sum)
          yield part
        }
        if ((await this.#reader.take(4)).readUInt32BE(0) !== sum) throw new PictureRefused('image-broken')
        ;({ length, type } = await this.#chunkHead())
      }
      await this.#reader.drain()
    } catch (error) {
      throw error instanceof EndOfBytes ? new PictureRefused('image-broken') : error
    }
  }

  async #chunkHead(): Promise<{ readonly length: number; readonly type: string }> {
    const head = await this.#reader.take(8)
    return { length: head.readUInt32BE(0), type: head.toString('latin1', 4, 8) }
  }

  async #chunk(type: string, length: number): Promise<Buffer> {
    if (length > LARGEST_KEPT_CHUNK) {
      for await (const part of this.#reader.pass(length + 4)) void part
      return Buffer.alloc(0)
    }
    const bytes = await this.#reader.take(length)
    const sum = (await this.#reader.take(4)).readUInt32BE(0)
    if (sum !== crc32(bytes, crc32(type))) throw new PictureRefused('image-broken')
    return bytes
  }
}

function readHeader(bytes: Buffer): PngHeader {
  const colourType = bytes[9]
  const isKnown =
    colourType === 0 || colourType === 2 || colourType === 3 || colourType === 4 || colourType === 6
  if (bytes.length !== 13 || !isKnown || bytes[10] !== 0 || bytes[11] !== 0) {
    throw new PictureRefused('image-broken')
  }
  return {
    width: bytes.readUInt32BE(0),
    height: bytes.readUInt32BE(4),
    bits: bytes[8] ?? 8,
    colourType,
    isInterlaced: bytes[12] !== 0,
    isTransparent: false,
    palette: null
  }
}

async function orBroken<Value>(read: () => Promise<Value>): Promise<Value> {
  try {
    return await read()
  } catch (error) {
    throw error instanceof EndOfBytes ? new PictureRefused('image-broken') : error
  }
}
