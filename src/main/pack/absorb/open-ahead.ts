import { createHash } from 'node:crypto'
import { done } from '../../../shared/domain/result.ts'
import type { HeldBytes, Original } from '../../original.ts'
import { LEAST_FOR_THREAD, type HashThread } from '../write/hash-thread.ts'
import type { OpenOriginal } from './absorb-options.ts'

/** So many files are under way at once: each is asked for, looked at and read, and each time waited for. */
const FILES_AHEAD = 4

/** More than this is not read ahead, unless the next file alone is larger: nothing gives the memory back at once. */
const BYTES_AHEAD = 12 * 1024 * 1024

/** A larger file is only opened. */
const LARGEST_HELD = 32 * 1024 * 1024

/** Memory is taken in such pieces, that the next file may fit into it. */
const MEMORY_STEP = 1024 * 1024

/** An original that will be asked for. */
export interface Wanted {
  readonly sha256: string
  readonly sizeBytes: number
}

/** Originals that are opened and read while those before them are brought in. */
export interface OriginalsAhead {
  readonly open: OpenOriginal
  /** Closes all that was opened. */
  readonly end: () => Promise<void>
}

type Opened = ReturnType<OpenOriginal>

interface Coming extends Wanted {
  readonly opened: Opened
}

/**
 * @param order in which they will be asked for; one out of turn is opened when it is asked for
 * @param thread hashes them meanwhile; null = they are hashed when their sum is asked for
 */
export function openAhead(
  open: OpenOriginal,
  order: readonly Wanted[],
  thread: HashThread | null
): OriginalsAhead {
  const room = createRoom()
  const closing = new Set<Promise<void>>()
  let [coming, next]: [readonly Coming[], number] = [[], 0]

  function goOn(): void {
    for (let wanted = order[next]; wanted !== undefined; wanted = order[next]) {
      const bytes = coming.reduce((sum, { sizeBytes }) => sum + heldOf(sizeBytes), heldOf(wanted.sizeBytes))
      if (coming.length >= FILES_AHEAD || (coming.length > 0 && bytes > BYTES_AHEAD)) return
      const opened = begin(wanted)
      // Told to whoever asks for it.
      opened.catch(() => undefined)
      coming = [...coming, { ...wanted, opened }]
      next += 1
    }
  }

  async function begin({ sha256, sizeBytes }: Wanted): Opened {
    const opened = await open(sha256)
    if (!opened.ok) return opened
    const original = opened.value
    // One that has grown since is read where it is brought in, and found changed.
    if (original.readInto === undefined || original.sizeBytes > heldOf(sizeBytes)) return opened
    const memory = room.take(original.sizeBytes)
    const bytes = memory.subarray(0, original.sizeBytes)
    const isRead = await readAll(original.readInto, bytes)
    if (!isRead) room.giveBack(memory)
    const closed = () => {
      if (isRead) room.giveBack(memory)
      const one = original.close().finally(() => closing.delete(one))
      closing.add(one)
    }
    return done({ ...original, close: async () => closed(), ...(isRead && { held: held(bytes) }) })
  }

  function held(bytes: Buffer): HeldBytes {
    if (thread === null || bytes.length < LEAST_FOR_THREAD) {
      return { bytes, sum: async () => createHash('sha256').update(bytes).digest('hex') }
    }
    const source = thread.newSource()
    thread.addInPlace(source, bytes)
    const sum = thread.sum(source)
    // Told to whoever asks for it.
    sum.catch(() => undefined)
    return { bytes, sum: () => sum }
  }

  return {
    async open(sha256) {
      goOn()
      const mine = coming.find((one) => one.sha256 === sha256)
      if (mine === undefined) return open(sha256)
      coming = coming.filter((one) => one !== mine)
      goOn()
      return mine.opened
    },
    async end() {
      const rest = coming
      ;[coming, next] = [[], order.length]
      for (const { opened } of rest) {
        const one = await opened.catch(() => null)
        if (one?.ok === true) await one.value.close()
      }
      await Promise.all(closing)
    }
  }
}

/** How much memory a file of this size takes ahead. */
function heldOf(sizeBytes: number): number {
  return sizeBytes > LARGEST_HELD ? 0 : sizeBytes
}

/** What cannot be read is met again by who brings it in. */
async function readAll(readInto: NonNullable<Original['readInto']>, bytes: Buffer): Promise<boolean> {
  try {
    for (let filled = 0; filled < bytes.length;) {
      const count = await readInto(filled, bytes.subarray(filled))
      if (count === 0) return false
      filled += count
    }
    return true
  } catch {
    return false
  }
}

/** Shared memory that one file after the other is read into. */
function createRoom() {
  let free: readonly Buffer[] = []
  return {
    take(sizeBytes: number): Buffer {
      const fitting = free.find(({ length }) => length >= sizeBytes)
      // What is too small for this file is let go: files of a dossier are often alike, and memory is to stay bounded.
      free = fitting === undefined ? [] : free.filter((one) => one !== fitting)
      const steps = Math.max(1, Math.ceil(sizeBytes / MEMORY_STEP))
      return fitting ?? Buffer.from(new SharedArrayBuffer(steps * MEMORY_STEP))
    },
    giveBack(memory: Buffer): void {
      free = [...free, memory]
    }
  }
}
