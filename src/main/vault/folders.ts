import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import type { Fsx } from '../fsx.ts'
import { systemCodeOf } from './vault-failure.ts'

/** A name nobody else uses, for a file that is being written. */
export function freshName(kind: string): string {
  return `${kind}-${randomBytes(8).toString('hex')}`
}

/** Makes a folder only its owner may enter. @returns whether it is new */
export async function ensureFolder(fsx: Fsx, path: string): Promise<boolean> {
  try {
    await fsx.mkdir(path, 0o700)
    return true
  } catch (error) {
    if (systemCodeOf(error) === 'EEXIST') return false
    throw error
  }
}

/** Removes everything in a folder. A link is removed, never followed. */
export async function emptyFolder(fsx: Fsx, path: string): Promise<void> {
  for (const entry of await fsx.readdir(path)) {
    const inside = join(path, entry.name)
    if (entry.isDirectory()) await removeFolder(fsx, inside)
    else await fsx.unlink(inside)
  }
}

export async function removeFolder(fsx: Fsx, path: string): Promise<void> {
  await emptyFolder(fsx, path)
  await fsx.rmdir(path)
}

/** A folder that is really one, and really there: a link in its place could lead every write elsewhere. */
export async function isRealFolder(fsx: Fsx, path: string): Promise<boolean> {
  try {
    return (await fsx.lstat(path)).isDirectory()
  } catch (error) {
    if (systemCodeOf(error) === 'ENOENT') return false
    throw error
  }
}
