import type { Original } from '../../original.ts'
import type { bytesInWindows } from '../../pdf-reading/byte-source.ts'
import type { HashThread } from '../write/hash-thread.ts'
import { checkHeld } from './check-held.ts'
import { checkReading } from './check-reading.ts'

export interface CheckedOriginal {
  readonly sizeBytes: number
  readonly read: Original['read']
  /** Places of it, for who looks here and there; null where only the whole can be read. */
  readonly ranges: Pick<Parameters<typeof bytesInWindows>[0], 'readSync' | 'readInto'> | null
  /** All bytes, where they are in memory. They may be compared later: nothing of them counts before `settled`. */
  readonly held: Buffer | null
  /**
   * All bytes; when the last one has passed, or else before it is settled, they are compared with the SHA-256 of intake.
   * Every chunk may lie in the same memory: it is valid until the next one is asked for.
   */
  readonly stream: () => AsyncIterable<Buffer>
  /** The same in chunks that may be kept until the exhibit is in the pack. */
  readonly keptStream: () => AsyncIterable<Buffer>
  /** The same into memory of just this size. */
  readonly fill: (memory: Buffer) => Promise<void>
  /** Waits until all that was read is compared. */
  readonly settled: () => Promise<void>
}

export interface Checking {
  readonly sha256: string
  readonly signal: AbortSignal
  readonly onBytes: (count: number) => void
  /** Hashes what is long; null = all is hashed here. */
  readonly thread: HashThread | null
}

/** An original whose every full reading is checked. The first one reports its bytes. */
export function checkOriginal(original: Original, checking: Checking): CheckedOriginal {
  const { held } = original
  return held === undefined ? checkReading(original, checking) : checkHeld(held, checking)
}
