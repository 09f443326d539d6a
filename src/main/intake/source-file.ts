import { constants } from 'node:fs'
import type { Instant } from '../../shared/domain/calendar.ts'
import type { IntakeFailure } from '../../shared/domain/intake.ts'
import { done, failed, type Result } from '../../shared/domain/result.ts'
import type { Fsx, FsxFile, FsxStat } from '../fsx.ts'

/** Without O_NONBLOCK, opening a FIFO would wait for a writer that may never come. Windows has neither flag. */
const READ_SAFELY = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0)
const CHUNK_BYTES = 1024 * 1024

/** A chosen file while it is read. Everything comes from one handle, so that no other file can slip in. */
export interface SourceFile {
  readonly sizeBytes: number
  readonly modifiedAt: Instant | null
  /** Throws at its end when the file is not the one it was at its beginning. */
  read(onRead: (bytes: number) => void): AsyncIterable<Uint8Array>
  /** Why reading ended early. */
  failure(): IntakeFailure
  close(): Promise<void>
}

const CODES: Readonly<Record<string, IntakeFailure>> = {
  ENOENT: 'vanished',
  ENOTDIR: 'vanished',
  EACCES: 'no-permission',
  EPERM: 'no-permission',
  ELOOP: 'is-link',
  EISDIR: 'is-folder',
  ENXIO: 'not-a-file',
  ENODEV: 'not-a-file'
}

/** The system's refusal to read as a coded failure; a bug is thrown on. */
export function readFailureOf(error: unknown): IntakeFailure {
  if (!(error instanceof Error) || !('code' in error)) throw error
  return CODES[String(error.code)] ?? 'read-failed'
}

/** Opens a regular file, and only that; a link, device, pipe or folder is refused with its own code. */
export async function openSource(
  fsx: Fsx,
  path: string,
  maxFileBytes: number
): Promise<Result<SourceFile, { readonly code: IntakeFailure }>> {
  let file: FsxFile | null = null
  try {
    const seen = await fsx.lstat(path)
    const refusal = refusalOf(seen, maxFileBytes)
    if (refusal !== null) return failed({ code: refusal })
    file = await fsx.open(path, READ_SAFELY)
    const opened = await file.stat()
    if (opened.isFile() && isSameFile(seen, opened)) return done(sourceOf(fsx, path, file, opened))
    await file.close()
    return failed({ code: 'changed-while-read' })
  } catch (error) {
    await file?.close().catch(() => undefined)
    return failed({ code: readFailureOf(error) })
  }
}

function refusalOf(stat: FsxStat, maxFileBytes: number): IntakeFailure | null {
  if (stat.isSymbolicLink()) return 'is-link'
  if (stat.isDirectory()) return 'is-folder'
  if (!stat.isFile()) return 'not-a-file'
  if (stat.size === 0n) return 'empty-file'
  return stat.size > BigInt(maxFileBytes) ? 'too-large' : null
}

function isSameFile(one: FsxStat, other: FsxStat): boolean {
  // Windows gives no stable device number for a handle.
  return one.ino === other.ino && (process.platform === 'win32' || one.dev === other.dev)
}

function sourceOf(fsx: Fsx, path: string, file: FsxFile, opened: FsxStat): SourceFile {
  const sizeBytes = Number(opened.size)
  let failure: IntakeFailure = 'read-failed'

  function stop(code: IntakeFailure): Error {
    failure = code
    return new Error(code)
  }

  async function* read(onRead: (bytes: number) => void): AsyncIterable<Uint8Array> {
    let position = 0
    for (;;) {
      const bytes = await readChunk(position)
      if (bytes.length === 0) break
      position += bytes.length
      // It grows faster than it can be read: an endless file must not fill the disk.
      if (position > sizeBytes) throw stop('changed-while-read')
      onRead(bytes.length)
      yield bytes
    }
    if (position !== sizeBytes) throw stop('changed-while-read')
    await checkUnchanged()
  }

  async function readChunk(position: number): Promise<Uint8Array> {
    try {
      // One byte more than is left, so that growth is noticed at the end.
      const chunk = Buffer.allocUnsafe(Math.max(1, Math.min(CHUNK_BYTES, sizeBytes - position + 1)))
      return chunk.subarray(0, await file.read(chunk, position))
    } catch (error) {
      throw stop(readFailureOf(error))
    }
  }

  async function checkUnchanged(): Promise<void> {
    try {
      const [handle, name] = [await file.stat(), await fsx.lstat(path)]
      const isUnchanged =
        handle.size === opened.size && handle.mtimeNs === opened.mtimeNs && isSameFile(name, opened)
      if (isUnchanged) return
    } catch (error) {
      throw stop(readFailureOf(error))
    }
    throw stop('changed-while-read')
  }

  return {
    sizeBytes,
    modifiedAt: instantOf(opened),
    read,
    failure: () => failure,
    close: () => file.close()
  }
}

/** null for a clock that was never set, or set beyond what a date can hold. */
function instantOf(stat: FsxStat): Instant | null {
  const date = new Date(Number(stat.mtimeMs))
  const year = date.getUTCFullYear()
  return year >= 1980 && year <= 9999 ? date.toISOString() : null
}
