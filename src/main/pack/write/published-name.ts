import { randomBytes } from 'node:crypto'
import { lstat, link, open, rename, unlink } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { codeOf, failureOf, TargetFailure } from './target-failure.ts'

/** What systems answer where a disk has no hard links: exFAT, FAT32, some network drives. */
const NO_LINKS = new Set(['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK', 'EXDEV'])

/** Gives a complete file its name, and never takes that from another one. */
export async function linkOnce(from: string, to: string): Promise<void> {
  try {
    await link(from, to)
    await unlink(from)
  } catch (error) {
    if (!NO_LINKS.has(codeOf(error))) throw error
    if (await isTaken(to)) throw new TargetFailure('target-exists')
    await rename(from, to)
  }
}

/** A name of our own for what is not complete yet, in the folder of the target. */
export function besides(targetPath: string): string {
  return join(dirname(targetPath), `.${randomBytes(8).toString('hex')}.partial`)
}

/** Whether something stands at the path already; a path that cannot be looked at is no place for a pack. */
export async function isTaken(path: string): Promise<boolean> {
  try {
    await lstat(path)
    return true
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return false
    throw failureOf(error, 'target-unwritable')
  }
}

/** Makes a new name survive a power cut. Windows has no such call and needs none on NTFS. */
export async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
