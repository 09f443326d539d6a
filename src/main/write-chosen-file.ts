import { lstat } from 'node:fs/promises'
import { basename } from 'node:path'
import type { WriteFailure } from '../shared/bridge/contract.ts'
import { done, failed, type Result } from '../shared/domain/result.ts'
import { replaceFile } from './atomic-write.ts'
import { systemCodeOf, vaultFailureOf } from './vault/vault-failure.ts'
import type { ChosenTarget } from './window/file-dialogs.ts'

/** Writes a small file where the user's own dialog said. What is there is replaced only where the dialog asked about it. */
export async function writeChosenFile(
  target: ChosenTarget,
  text: string
): Promise<Result<{ readonly fileName: string }, WriteFailure>> {
  try {
    if (!target.mayReplace && (await isThere(target.path))) return failed({ code: 'name-taken' })
    await replaceFile(target.path, Buffer.from(text), { mode: 0o644 })
    return done({ fileName: basename(target.path) })
  } catch (error) {
    const { code } = vaultFailureOf(error)
    return failed({ code: code === 'disk-full' || code === 'no-permission' ? code : 'write-failed' })
  }
}

async function isThere(path: string): Promise<boolean> {
  try {
    await lstat(path)
    return true
  } catch (error) {
    if (systemCodeOf(error) === 'ENOENT') return false
    throw error
  }
}
