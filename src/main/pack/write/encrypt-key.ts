import { createCipheriv, randomBytes } from 'node:crypto'
import { preparePassword } from '../../../shared/domain/pack-password.ts'
import { passwordHash } from '../../pdf-reading/password-hash.ts'
import { pdfDict } from './pdf-syntax.ts'

/**
 * Every bit that can be set is set: whoever has the password may print, copy and change. A ban would bind only those
 * programs that choose to obey it, and a recipient has to print.
 */
const ALL_ALLOWED = -4

const NO_IV = Buffer.alloc(16)

export interface FileKey {
  readonly key: Buffer
  /** The dictionary that says how the file is encrypted. It is the one object that never is. */
  readonly dictionary: string
}

/**
 * A new key for one file and its `Encrypt` dictionary: AES-256, revision 6 (ISO 32000-2, 7.6.4.4, algorithms 8 to 10).
 * Key and salts are random, so no two files are alike.
 *
 * The owner's password is the same one: there are no rights to hold back. Metadata is encrypted too, for its title
 * holds the subscriber's number.
 *
 * @param password one that `preparePassword` takes
 */
export function createFileKey(password: string): FileKey {
  const prepared = preparePassword(password)
  if (!prepared.ok) throw new Error(prepared.code)
  const bytes = Buffer.from(prepared.value, 'utf8')
  const key = randomBytes(32)
  const user = lock(bytes, key)
  const owner = lock(bytes, key, user.check)
  const dictionary = pdfDict({
    Filter: '/Standard',
    V: '5',
    R: '6',
    Length: '256',
    CF: pdfDict({ StdCF: pdfDict({ CFM: '/AESV3', AuthEvent: '/DocOpen', Length: '32' }) }),
    StmF: '/StdCF',
    StrF: '/StdCF',
    U: hex(user.check),
    UE: hex(user.sealedKey),
    O: hex(owner.check),
    OE: hex(owner.sealedKey),
    P: String(ALL_ALLOWED),
    Perms: hex(sealedPermissions(key)),
    EncryptMetadata: 'true'
  })
  return { key, dictionary }
}

/** What a password is compared with, and the file's key as it opens it. */
function lock(password: Buffer, key: Buffer, userCheck?: Buffer) {
  const [checkSalt, keySalt] = [randomBytes(8), randomBytes(8)]
  const check = Buffer.concat([passwordHash(password, checkSalt, userCheck), checkSalt, keySalt])
  const cipher = createCipheriv('aes-256-cbc', passwordHash(password, keySalt, userCheck), NO_IV)
  return { check, sealedKey: cipher.setAutoPadding(false).update(key) }
}

/** Algorithm 10: so that nobody changes what is allowed without the key. */
function sealedPermissions(key: Buffer): Buffer {
  const words = randomBytes(16)
  words.writeInt32LE(ALL_ALLOWED, 0)
  words.writeInt32LE(-1, 4)
  // T: metadata is encrypted.
  words.write('Tadb', 8, 'latin1')
  return createCipheriv('aes-256-ecb', key, null).setAutoPadding(false).update(words)
}

function hex(bytes: Buffer): string {
  return `<${bytes.toString('hex')}>`
}
