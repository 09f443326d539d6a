import { createCipheriv, createHash } from 'node:crypto'

const LEAST_ROUNDS = 64
/** So often the same words stand one after the other before they are encrypted. */
const REPEATS = 64
const HASHES = ['sha256', 'sha384', 'sha512'] as const

/**
 * ISO 32000-2, algorithm 2.B: the slow hash of a password, which makes guessing dear.
 *
 * @param password SASLprep's form in UTF-8
 * @param userKey the 48 bytes of `U` where the owner's password is meant, else nothing
 */
export function passwordHash(password: Buffer, salt: Buffer, userKey: Buffer = Buffer.alloc(0)): Buffer {
  let key: Buffer = createHash('sha256').update(password).update(salt).update(userKey).digest()
  let last = 0
  for (let round = 0; round < LEAST_ROUNDS || last > round - 32; round += 1) {
    const words = Buffer.concat([password, key, userKey])
    const cipher = createCipheriv('aes-128-cbc', key.subarray(0, 16), key.subarray(16, 32))
    const sealed = cipher.setAutoPadding(false).update(Buffer.concat(new Array<Buffer>(REPEATS).fill(words)))
    // The first 16 bytes as one number, modulo 3: 256 leaves 1, so the digits' sum leaves the same.
    const kind = sealed.subarray(0, 16).reduce((sum, byte) => sum + byte, 0) % HASHES.length
    key = createHash(HASHES[kind] ?? 'sha256')
      .update(sealed)
      .digest()
    last = sealed.at(-1) ?? 0
  }
  return key.subarray(0, 32)
}
