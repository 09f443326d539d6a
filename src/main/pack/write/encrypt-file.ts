import { createCipheriv, randomBytes } from 'node:crypto'
import { createFileKey } from './encrypt-key.ts'
import { encryptStrings } from './encrypt-strings.ts'

const BLOCK_BYTES = 16

/** Streams that are at hand are encrypted so much at a time: no second copy of a large one is made. */
const SLICE_BYTES = 256 * 1024

/** A stream's dictionary ends with its length, whoever wrote it. */
const LENGTH_AT_END = /\/Length \d+ ?>>$/

/**
 * The lock of one file (ISO 32000-2, 7.6): what goes through it comes out as it stands in an encrypted file. Each
 * string and stream has an initialisation vector of its own, drawn at random and standing before it.
 */
export interface FileEncryption {
  /** Written as it is. */
  readonly dictionary: string
  /** The body of an object, or a stream's dictionary, with its strings encrypted. */
  readonly body: (plain: string | Uint8Array) => Buffer
  /** The same for the dictionary of a stream whose length stands last: with the length it has when encrypted. */
  readonly streamDict: (plain: string, length: number) => Buffer
  readonly stream: (plain: Uint8Array) => Iterable<Buffer>
  readonly passing: (chunks: AsyncIterable<Uint8Array>) => AsyncIterable<Buffer>
}

/** @param password one that `preparePassword` takes; it is not kept */
export function encryptFile(password: string): FileEncryption {
  const { key, dictionary } = createFileKey(password)
  const begin = () => {
    const iv = randomBytes(BLOCK_BYTES)
    return { iv, cipher: createCipheriv('aes-256-cbc', key, iv) }
  }
  const string = (plain: Buffer) => {
    const { iv, cipher } = begin()
    return Buffer.concat([iv, cipher.update(plain), cipher.final()])
  }
  const body = (plain: string | Uint8Array) => encryptStrings(bufferOf(plain), string)
  return {
    dictionary,
    body,
    streamDict: (plain, length) => {
      if (!LENGTH_AT_END.test(plain)) throw new Error('a stream whose length does not stand last')
      return body(plain.replace(LENGTH_AT_END, `/Length ${encryptedLength(length)} >>`))
    },
    *stream(plain) {
      const { iv, cipher } = begin()
      yield iv
      for (let at = 0; at < plain.length; at += SLICE_BYTES)
        yield cipher.update(plain.subarray(at, at + SLICE_BYTES))
      yield cipher.final()
    },
    async *passing(chunks) {
      const { iv, cipher } = begin()
      yield iv
      for await (const chunk of chunks) yield cipher.update(chunk)
      yield cipher.final()
    }
  }
}

/** Its vector, and padding of at least one byte to the next whole block. */
function encryptedLength(length: number): number {
  return BLOCK_BYTES + (Math.floor(length / BLOCK_BYTES) + 1) * BLOCK_BYTES
}

function bufferOf(plain: string | Uint8Array): Buffer {
  if (typeof plain === 'string') return Buffer.from(plain, 'latin1')
  return Buffer.from(plain.buffer, plain.byteOffset, plain.byteLength)
}
