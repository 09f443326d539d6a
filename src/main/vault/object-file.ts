import { createHash } from 'node:crypto'
import type { ObjectFailure } from '../../shared/bridge/contract.ts'
import { done, failed, type Result } from '../../shared/domain/result.ts'
import { writeFully } from '../atomic-write.ts'
import type { Fsx, FsxFile } from '../fsx.ts'
import type { Original } from '../original.ts'
import type { Door } from './door.ts'
import { READ_NO_FOLLOW } from './small-file.ts'
import { systemCodeOf } from './vault-failure.ts'

/** A cancel is answered within a second: so much at most waits to be synced at the end of a large file. */
const SYNC_EVERY_BYTES = 64 * 1024 * 1024

export interface ObjectFileParts {
  readonly fsx: Fsx
  readonly door: Door
}

/** Writes a new file through the door, synced, and tells what its plain bytes were. Memory stays constant. */
export async function writeObjectFile(
  { fsx, door }: ObjectFileParts,
  path: string,
  source: AsyncIterable<Uint8Array>
): Promise<{ readonly sha256: string; readonly sizeBytes: number }> {
  const hash = createHash('sha256')
  let sizeBytes = 0
  async function* measured() {
    for await (const chunk of source) {
      hash.update(chunk)
      sizeBytes += chunk.length
      yield chunk
    }
  }
  // Read-only from its first byte: this handle may still write, nothing after it can.
  const file = await fsx.open(path, 'wx', 0o400)
  try {
    let unsynced = 0
    for await (const chunk of door.sealStream(measured())) {
      await writeFully(file, chunk)
      unsynced += chunk.length
      if (unsynced < SYNC_EVERY_BYTES) continue
      await file.sync()
      unsynced = 0
    }
    await file.sync()
  } finally {
    await file.close()
  }
  return { sha256: hash.digest('hex'), sizeBytes }
}

/** Opens a stored file; a link or anything else in its place counts as missing. */
export async function openObjectFile(
  { fsx, door }: ObjectFileParts,
  path: string
): Promise<Result<Original, ObjectFailure>> {
  let file: FsxFile | null = null
  try {
    file = await fsx.open(path, READ_NO_FOLLOW)
    const stat = await file.stat()
    if (stat.isFile()) return done(door.openFile(file, Number(stat.size)))
    await file.close()
    return failed({ code: 'object-missing' })
  } catch (error) {
    await file?.close().catch(() => undefined)
    if (systemCodeOf(error) === null) throw error
    return failed({ code: 'object-missing' })
  }
}

/** Reads all of an opened file against its name, and closes it. */
export async function verifyOriginal(
  opened: Result<Original, ObjectFailure>,
  sha256: string
): Promise<Result<{ readonly sizeBytes: number }, ObjectFailure>> {
  if (!opened.ok) return opened
  const original = opened.value
  try {
    const hash = createHash('sha256')
    for await (const bytes of original.stream()) hash.update(bytes)
    if (hash.digest('hex') !== sha256) return failed({ code: 'object-changed' })
    return done({ sizeBytes: original.sizeBytes })
  } catch (error) {
    if (systemCodeOf(error) === null) throw error
    return failed({ code: 'object-missing' })
  } finally {
    await original.close()
  }
}
