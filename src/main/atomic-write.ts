import { randomBytes } from 'node:crypto'
import { dirname, join } from 'node:path'
import { nodeFsx, type Fsx, type FsxFile } from './fsx.ts'

export interface ReplaceOptions {
  readonly fsx?: Fsx
  readonly mode?: number
}

/**
 * Writes a file so that its name shows either the old bytes or all of the new ones, also after a power cut.
 * Rejects with the system's error; the old file then still stands.
 */
export async function replaceFile(
  path: string,
  bytes: Uint8Array,
  { fsx = nodeFsx, mode = 0o600 }: ReplaceOptions = {}
): Promise<void> {
  const folder = dirname(path)
  // Not derived from the target's name: that may already be as long as a name can be.
  const temporary = join(folder, `.${randomBytes(8).toString('hex')}.partial`)
  try {
    await writeSynced(fsx, temporary, bytes, mode)
    await fsx.rename(temporary, path)
  } catch (error) {
    await fsx.unlink(temporary).catch(() => undefined)
    throw error
  }
  await syncFolder(fsx, folder)
}

/** Makes a new file and waits until the disk has its bytes. Its name is safe only after `syncFolder`. */
export async function writeSynced(fsx: Fsx, path: string, bytes: Uint8Array, mode: number): Promise<void> {
  const file = await fsx.open(path, 'wx', mode)
  try {
    await writeFully(file, bytes)
    await file.sync()
  } finally {
    await file.close()
  }
}

/** Writes all of the bytes: one system call may write only a part of them. */
export async function writeFully(file: FsxFile, bytes: Uint8Array): Promise<void> {
  let rest = bytes
  while (rest.length > 0) {
    const written = await file.write(rest)
    if (written === 0) throw Object.assign(new Error('the disk took no bytes'), { code: 'EIO' })
    rest = rest.subarray(written)
  }
}

/** Makes names made, moved or removed in a folder survive a power cut. Windows has no such call and needs none on NTFS. */
export async function syncFolder(fsx: Fsx, folder: string): Promise<void> {
  if (process.platform === 'win32') return
  const handle = await fsx.open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
