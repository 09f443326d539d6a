import { createHash, type Hash } from 'node:crypto'
import { open, rename, unlink, type FileHandle } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { HashThread } from './hash-thread.ts'
import { besides, linkOnce, syncFolder } from './published-name.ts'
import { failureOf, TargetFailure } from './target-failure.ts'

/** So much is gathered before the disk is asked, which takes it while the next is gathered. */
const BUFFER_BYTES = 1024 * 1024

/**
 * After so much the disk itself is told to take it while more is gathered: left alone a system waits for half a minute,
 * and at the end the whole file is waited for.
 */
const SYNCED_BYTES = 16 * 1024 * 1024

/** An exhibit is begun, shown and shown by bytes: of three marks each the last can be gone back to. */
const MARKS_KEPT = 4

/** A hashing thread is not told of less. */
const FOLLOWED_BYTES = 4 * 1024 * 1024

/** A place in the file to which everything after it can be taken back, until a few more are made. */
export interface FileMark {
  readonly position: number
  /** null = another thread hashes, and only what stands for good. */
  readonly hash: Hash | null
}

/**
 * The file being made, beside its later place and under another name until it is complete. Bytes are appended
 * only; their SHA-256 runs along.
 */
export class TargetFile {
  /** null = resting: it is opened again when something is to be written. */
  #handle: FileHandle | null
  readonly #partialPath: string
  readonly #targetPath: string
  #buffer: Buffer | null = null
  #buffered = 0
  /** How much of the buffer is in the hash already: little pieces are hashed together. */
  #hashed = 0
  /** On the disk or on its way there. */
  #flushed = 0
  /** The buffer that was filled before: the disk may still be at it. */
  #spare: Buffer | null = null
  /** Answers what went wrong, for whoever waits for the disk next. */
  #writing: Promise<TargetFailure | null> = Promise.resolve(null)
  /** Up to here the disk itself has it, or is told to. */
  #synced = 0
  #syncing: Promise<void> | null = null
  /** The disk did not take what the system held; it says so only once. */
  #lost: TargetFailure | null = null
  #hash = createHash('sha256')
  readonly #thread: HashThread | null
  #marks: readonly number[] = []
  #followed = 0

  private constructor(
    handle: FileHandle,
    partialPath: string,
    targetPath: string,
    thread: HashThread | null
  ) {
    this.#handle = handle
    this.#partialPath = partialPath
    this.#targetPath = targetPath
    this.#thread = thread
  }

  /**
   * @param partialPath where the file grows until it is complete, in the folder of the target
   * @param thread hashes it meanwhile
   */
  static async create(
    targetPath: string,
    partialPath: string = besides(targetPath),
    thread: HashThread | null = null
  ): Promise<TargetFile> {
    try {
      return new TargetFile(await open(partialPath, 'wx', 0o600), partialPath, targetPath, thread)
    } catch (error) {
      throw failureOf(error, 'target-unwritable')
    }
  }

  get position(): number {
    return this.#flushed + this.#buffered
  }

  /** @param bytes of a text each character is one byte; they may be overwritten when the promise is kept */
  async append(bytes: string | Uint8Array): Promise<void> {
    const isLarge = bytes.length > BUFFER_BYTES / 2
    if (isLarge) return this.#pass(typeof bytes === 'string' ? Buffer.from(bytes, 'latin1') : bytes)
    if (this.#buffered + bytes.length > BUFFER_BYTES) await this.#flush()
    this.#gather(bytes)
  }

  mark(): FileMark {
    this.#marks = [...this.#marks, this.position].slice(-MARKS_KEPT)
    this.#hashBuffered()
    return { position: this.position, hash: this.#thread === null ? this.#hash.copy() : null }
  }

  async rollBack(mark: FileMark): Promise<void> {
    if (!this.#marks.includes(mark.position)) throw new Error('a mark that is too old')
    this.#marks = this.#marks.filter((position) => position <= mark.position)
    await this.#settle()
    if (mark.hash !== null) this.#hash = mark.hash.copy()
    this.#buffered = Math.max(0, mark.position - this.#flushed)
    this.#hashed = this.#buffered
    if (mark.position >= this.#flushed) return
    this.#flushed = mark.position
    this.#synced = Math.min(this.#synced, mark.position)
    await (await this.#opened()).truncate(mark.position)
  }

  /** Holds neither memory nor the file until more is written: a pack may have a thousand files. */
  async rest(): Promise<void> {
    await this.#flush()
    await this.#settle()
    this.#buffer = null
    this.#spare = null
    await this.#close()
  }

  /** Nothing comes any more, and what came is safe from a power cut. @returns its SHA-256 */
  async complete(): Promise<string> {
    await this.#flush()
    await this.#syncing
    await this.#settle()
    const hashed = this.#thread?.finish(this.#partialPath, this.#flushed)
    try {
      const handle = await this.#opened()
      // Both threads at once. The other one has no hold of the file any more when it is renamed.
      const [sha256 = this.#hash.digest('hex')] = await Promise.all([hashed, handle.sync()])
      await this.#close()
      return sha256
    } catch (error) {
      throw failureOf(error, 'write-failed')
    }
  }

  /** Gives the complete file its name, safe from a power cut. @returns its SHA-256 */
  async publish(replace: boolean): Promise<string> {
    const sha256 = await this.complete()
    try {
      if (replace) await rename(this.#partialPath, this.#targetPath)
      else await linkOnce(this.#partialPath, this.#targetPath)
      await syncFolder(dirname(this.#targetPath))
      return sha256
    } catch (error) {
      throw failureOf(error, 'write-failed')
    }
  }

  /** Removes the unfinished file; harmless when there is none. */
  async discard(): Promise<void> {
    await this.#writing
    await this.#close().catch(() => undefined)
    await unlink(this.#partialPath).catch(() => undefined)
  }

  async #opened(): Promise<FileHandle> {
    this.#handle ??= await open(this.#partialPath, 'r+')
    return this.#handle
  }

  async #close(): Promise<void> {
    await this.#syncing
    const handle = this.#handle
    this.#handle = null
    await handle?.close()
  }

  #gather(bytes: string | Uint8Array): void {
    this.#buffer ??= Buffer.allocUnsafeSlow(BUFFER_BYTES)
    if (typeof bytes === 'string') this.#buffer.write(bytes, this.#buffered, 'latin1')
    else this.#buffer.set(bytes, this.#buffered)
    this.#buffered += bytes.length
  }

  #hashBuffered(): void {
    const fresh = this.#buffer?.subarray(this.#hashed, this.#buffered)
    if (this.#thread === null && fresh !== undefined) this.#hash.update(fresh)
    this.#hashed = this.#buffered
  }

  async #flush(): Promise<void> {
    await this.#give(this.#takeGathered())
  }

  /** What was gathered; the next is gathered elsewhere. */
  #takeGathered(): readonly Uint8Array[] {
    this.#hashBuffered()
    const full = this.#buffer
    if (full === null || this.#buffered === 0) return []
    const gathered = full.subarray(0, this.#buffered)
    this.#buffered = 0
    this.#hashed = 0
    this.#buffer = this.#spare
    this.#spare = full
    return [gathered]
  }

  /** A large piece is not copied: to copy a gigabyte takes longer than to wait for the disk. */
  async #pass(bytes: Uint8Array): Promise<void> {
    const gathered = this.#takeGathered()
    if (this.#thread === null) this.#hash.update(bytes)
    await this.#give([...gathered, bytes])
    await this.#settle()
  }

  /** Hands bytes to the disk, as soon as that has taken what it was given before. */
  async #give(pieces: readonly Uint8Array[]): Promise<void> {
    if (pieces.length === 0) return
    const at = this.#flushed
    this.#flushed += pieces.reduce((sum, { length }) => sum + length, 0)
    await this.#settle()
    this.#writing = this.#write(pieces, at)
  }

  /** Waits until the system has taken what it was given. */
  async #settle(): Promise<void> {
    const failure = (await this.#writing) ?? this.#lost
    if (failure !== null) throw failure
  }

  /** Has the disk take what the system holds; one such request at a time. */
  #syncAlong(handle: FileHandle, written: number): void {
    if (this.#syncing !== null || written - this.#synced < SYNCED_BYTES) return
    this.#synced = written
    this.#syncing = handle
      .datasync()
      .catch((error: unknown) => void (this.#lost = failureOf(error, 'write-failed')))
      .finally(() => (this.#syncing = null))
  }

  /** Of what is on the disk, that which no mark can take back any more. */
  #tellThread(written: number): void {
    const settled = Math.min(written, this.#marks[0] ?? 0)
    if (this.#thread === null || settled - this.#followed < FOLLOWED_BYTES) return
    this.#followed = settled
    this.#thread.follow(this.#partialPath, settled)
  }

  /** @returns what went wrong; it never throws, since nobody may be waiting for it */
  async #write(pieces: readonly Uint8Array[], at: number): Promise<TargetFailure | null> {
    try {
      const handle = await this.#opened()
      let end = at
      for (let rest = pieces; rest.length > 0;) {
        const { bytesWritten } = await handle.writev(rest, end)
        if (bytesWritten === 0) throw new TargetFailure('write-failed')
        end += bytesWritten
        rest = behind(rest, bytesWritten)
      }
      this.#tellThread(end)
      this.#syncAlong(handle, end)
      return null
    } catch (error) {
      return failureOf(error, 'write-failed')
    }
  }
}

/** What of the pieces comes after so many bytes. */
function behind(pieces: readonly Uint8Array[], count: number): readonly Uint8Array[] {
  const [first, ...others] = pieces
  if (first === undefined) return []
  if (count < first.length) return [first.subarray(count), ...others]
  return behind(others, count - first.length)
}
