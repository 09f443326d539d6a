import { createDecipheriv } from 'node:crypto'
import { preparePassword } from '../../shared/domain/pack-password.ts'
import type { Original } from '../original.ts'
import { passwordHash } from '../pdf-reading/password-hash.ts'
import { PdfBroken, type PdfDict, type PdfValue } from '../pdf-reading/pdf-syntax.ts'
import { filePart } from './file-part.ts'
import { dictOf, listOf, nameOf, numberOf } from './pdf-look.ts'

const BLOCK_BYTES = 16
/** Its vector and one block of padding. */
const LEAST_BYTES = 2 * BLOCK_BYTES
/** A hash, a salt to compare it by, a salt for the key. */
const CHECK_BYTES = 48
const NO_IV = Buffer.alloc(BLOCK_BYTES)

/** An opened lock: ISO 32000-2, 7.6, for files of AES-256. */
export interface FileLock {
  readonly encryptsMetadata: boolean
  /** A string or a small stream as it stands in the file. Throws `PdfBroken` where it is cut. */
  decrypt(sealed: Buffer): Buffer
  /** The same for a stream of any size, of which only what is asked for is read. */
  part(original: Original, at: number, length: number): Promise<Original>
}

export type LockState =
  | { readonly state: 'opened'; readonly lock: FileLock }
  /** No password was given, or it is a kind of lock that no pack has. */
  | { readonly state: 'closed' }
  | { readonly state: 'wrong' }

/** Tries a password, as the user's and as the owner's (ISO 32000-2, algorithm 2.A). */
export function tryPassword(encrypt: PdfDict, password: string | null): LockState {
  if (password === null || !isAes256(encrypt)) return { state: 'closed' }
  const prepared = preparePassword(password)
  const key = prepared.ok ? keyOf(encrypt, Buffer.from(prepared.value, 'utf8')) : null
  if (key === null) return { state: 'wrong' }
  return { state: 'opened', lock: lockOf(key, encrypt.get('EncryptMetadata') !== false) }
}

function isAes256(encrypt: PdfDict): boolean {
  const filters = dictOf(encrypt.get('CF'))
  const isAes = (use: string) => {
    const name = nameOf(encrypt.get(use))
    return name !== null && nameOf(dictOf(filters?.get(name))?.get('CFM')) === 'AESV3'
  }
  return numberOf(encrypt.get('R')) === 6 && isAes('StmF') && isAes('StrF')
}

function keyOf(encrypt: PdfDict, password: Buffer): Buffer | null {
  const [user, owner] = [bytesIn(encrypt.get('U')), bytesIn(encrypt.get('O'))]
  return (
    keyBehind(password, user, bytesIn(encrypt.get('UE'))) ??
    keyBehind(password, owner, bytesIn(encrypt.get('OE')), user.subarray(0, CHECK_BYTES))
  )
}

function keyBehind(password: Buffer, check: Buffer, sealed: Buffer, user?: Buffer): Buffer | null {
  if (check.length < CHECK_BYTES || sealed.length !== 32) return null
  const isRight = passwordHash(password, check.subarray(32, 40), user).equals(check.subarray(0, 32))
  if (!isRight) return null
  return decryptBlocks(passwordHash(password, check.subarray(40, 48), user), NO_IV, sealed)
}

function lockOf(key: Buffer, encryptsMetadata: boolean): FileLock {
  return {
    encryptsMetadata,
    decrypt(sealed) {
      expectWhole(sealed.length)
      const padded = decryptBlocks(key, sealed.subarray(0, BLOCK_BYTES), sealed.subarray(BLOCK_BYTES))
      return padded.subarray(0, padded.length - paddingOf(padded))
    },
    async part(original, at, length) {
      expectWhole(length)
      const tail = await original.read(at + length - LEAST_BYTES, LEAST_BYTES)
      const last = decryptBlocks(key, tail.subarray(0, BLOCK_BYTES), tail.subarray(BLOCK_BYTES))
      const sizeBytes = length - BLOCK_BYTES - paddingOf(last)
      return filePart(sizeBytes, async (position, count) => {
        // Each block is opened by the one before it, the first by the vector that stands there.
        const from = position - (position % BLOCK_BYTES)
        const blocks = Math.ceil((position + count - from) / BLOCK_BYTES) + 1
        const sealed = await original.read(at + from, blocks * BLOCK_BYTES)
        const plain = decryptBlocks(key, sealed.subarray(0, BLOCK_BYTES), sealed.subarray(BLOCK_BYTES))
        return plain.subarray(position - from, position - from + count)
      })
    }
  }
}

function decryptBlocks(key: Buffer, vector: Buffer, sealed: Buffer): Buffer {
  return createDecipheriv('aes-256-cbc', key, vector).setAutoPadding(false).update(sealed)
}

function paddingOf(padded: Buffer): number {
  const count = padded.at(-1) ?? 0
  if (count < 1 || count > BLOCK_BYTES) throw new PdfBroken('padding')
  return count
}

function expectWhole(length: number): void {
  if (length < LEAST_BYTES || length % BLOCK_BYTES !== 0) throw new PdfBroken('not in whole blocks')
}

function bytesIn(value: PdfValue | undefined): Buffer {
  return isText(value) ? value.bytes : Buffer.alloc(0)
}

type Text = Extract<PdfValue, { readonly kind: 'text' }>

function isText(value: PdfValue | undefined): value is Text {
  return value !== null && typeof value === 'object' && 'kind' in value && value.kind === 'text'
}

/** The value with every string in it decrypted. */
export function decryptStrings(value: PdfValue, lock: FileLock): PdfValue {
  if (isText(value)) return { kind: 'text', bytes: lock.decrypt(value.bytes) }
  const list = listOf(value)
  if (list !== null) return list.map((item) => decryptStrings(item, lock))
  const dict = dictOf(value)
  if (dict === null) return value
  return new Map([...dict].map(([name, item]) => [name, decryptStrings(item, lock)]))
}
