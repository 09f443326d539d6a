import type { Fsx } from '../fsx.ts'
import { systemCodeOf } from './vault-failure.ts'

/** What systems answer where a disk has no hard links: exFAT, FAT32, some network drives. */
const NO_LINKS: ReadonlySet<string | null> = new Set([
  'EPERM',
  'ENOTSUP',
  'EOPNOTSUPP',
  'ENOSYS',
  'EMLINK',
  'EXDEV'
])

/**
 * Gives a finished, synced file its name. A name that is taken rejects with EEXIST and stays untouched:
 * `link` cannot replace, which `rename` would do silently. The temporary name may be left over.
 */
export async function publish(fsx: Fsx, temporary: string, path: string): Promise<void> {
  try {
    await fsx.link(temporary, path)
  } catch (error) {
    if (!NO_LINKS.has(systemCodeOf(error))) throw error
    if (await isThere(fsx, path)) throw Object.assign(new Error('name taken'), { code: 'EEXIST' })
    await fsx.rename(temporary, path)
  }
}

/** Whether a name exists; nothing is followed. */
export async function isThere(fsx: Fsx, path: string): Promise<boolean> {
  try {
    await fsx.lstat(path)
    return true
  } catch (error) {
    if (systemCodeOf(error) === 'ENOENT') return false
    throw error
  }
}
