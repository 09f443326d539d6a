import { open } from 'node:fs/promises'
import { preparePassword, type PasswordFault } from '../../shared/domain/pack-password.ts'
import { done, failed, type Result } from '../../shared/domain/result.ts'

/** Far more than the longest password; whoever names a photo by mistake does not have it read. */
const MOST_BYTES = 4096

/**
 * The password in the first line of a file: in the argument list every program of the computer could read it.
 *
 * @returns null where no file is named
 */
export async function readPasswordFile(
  path: string | undefined
): Promise<Result<string | null, { readonly code: PasswordFault | 'file-unreadable' }>> {
  if (path === undefined) return done(null)
  const bytes = await firstBytes(path)
  if (bytes === null) return failed({ code: 'file-unreadable' })
  const [line = ''] = bytes
    .toString('utf8')
    .replace(/^\ufeff/, '')
    .split(/\r?\n|\r/)
  // What is no UTF-8 comes out as this sign, which no password may hold.
  const prepared = preparePassword(line)
  return prepared.ok ? done(line) : prepared
}

async function firstBytes(path: string): Promise<Buffer | null> {
  try {
    const handle = await open(path, 'r')
    try {
      const { buffer, bytesRead } = await handle.read(Buffer.alloc(MOST_BYTES), 0, MOST_BYTES, 0)
      return buffer.subarray(0, bytesRead)
    } finally {
      await handle.close()
    }
  } catch {
    return null
  }
}
