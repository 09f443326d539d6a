import { createHash } from 'node:crypto'
import type { Original } from '../../original.ts'
import { LEAST_FOR_THREAD, type HashThread } from '../write/hash-thread.ts'
import type { CheckedOriginal, Checking } from './checked-original.ts'
import { OriginalChanged } from './original-changed.ts'

/** Large enough that the disk sets the pace. */
const CHUNK_BYTES = 256 * 1024

/** Pieces that memory is filled in: between two of them a cancel is heard. */
const PIECE_BYTES = 4 * 1024 * 1024

/** An original that is read while it is brought in, and compared when its last byte has passed. */
export function checkReading(
  original: Original,
  { sha256, signal, onBytes, thread }: Checking
): CheckedOriginal {
  let isCounted = false
  /** Who tells of the bytes of a reading that begins now: nobody of any but the first. */
  const counting = () => {
    const isFirst = !isCounted
    isCounted = true
    return isFirst ? onBytes : () => undefined
  }
  const { readInto } = original
  const helper = readInto === undefined || original.sizeBytes < LEAST_FOR_THREAD ? null : thread
  async function* check(source: AsyncIterable<Buffer>): AsyncIterable<Buffer> {
    const hash = createHash('sha256')
    const tell = counting()
    for await (const chunk of readable(source)) {
      signal.throwIfAborted()
      hash.update(chunk)
      tell(chunk.length)
      yield chunk
    }
    if (hash.digest('hex') !== sha256) throw new OriginalChanged()
  }
  /** The next bytes are read while the last ones are written; none behind the end, where a slot would be waited for. */
  function readAhead(other: HashThread, position: number): Promise<FilledSlot> | null {
    if (position >= original.sizeBytes) return null
    const filled = fillSlot(other, original, position)
    // Told to whoever asks for it.
    filled.catch(() => undefined)
    return filled
  }
  async function* checkBeside(other: HashThread): AsyncIterable<Buffer> {
    const source = other.newSource()
    const tell = counting()
    let ahead = readAhead(other, 0)
    try {
      for (let position = 0; ahead !== null;) {
        signal.throwIfAborted()
        const { slot, count } = await ahead
        ahead = null
        other.add(source, slot, count)
        if (count === 0) break
        position += count
        tell(count)
        ahead = readAhead(other, position)
        yield slot.subarray(0, count)
      }
    } finally {
      // Who stops in the middle leaves no slot behind.
      await ahead?.then(({ slot }) => other.giveBack(slot)).catch(() => undefined)
    }
    if ((await other.sum(source)) !== sha256) throw new OriginalChanged()
  }
  return {
    sizeBytes: original.sizeBytes,
    read: (position, length) => original.read(position, length),
    ranges: rangesOf(original, signal),
    held: null,
    stream: () => (helper === null ? check(inOneBuffer(original)) : checkBeside(helper)),
    keptStream: () => check(original.stream()),
    fill: (memory) => take(memory, check(piecesInto(memory, original))),
    settled: async () => undefined
  }
}

interface FilledSlot {
  readonly slot: Buffer
  readonly count: number
}

async function fillSlot(thread: HashThread, original: Original, position: number): Promise<FilledSlot> {
  const slot = await thread.slot()
  try {
    return { slot, count: await fill(original, position, slot) }
  } catch (error) {
    thread.giveBack(slot)
    throw error
  }
}

async function take(memory: Buffer, chunks: AsyncIterable<Buffer>): Promise<void> {
  let position = 0
  for await (const chunk of chunks) {
    if (position + chunk.length > memory.length) throw new OriginalChanged()
    // What was read right here stands there already.
    if (chunk.buffer !== memory.buffer) memory.set(chunk, position)
    position += chunk.length
  }
}

/** Memory is filled where it is, without a buffer in between. */
async function* piecesInto(memory: Buffer, original: Original): AsyncIterable<Buffer> {
  if (original.readInto === undefined) return yield* original.stream()
  for (let position = 0; position < memory.length;) {
    const piece = memory.subarray(position, position + PIECE_BYTES)
    const count = await fill(original, position, piece)
    if (count === 0) return
    position += count
    yield piece.subarray(0, count)
  }
}

/** What is read here and there is not hashed: who does has to read the whole once more before it counts. */
function rangesOf(original: Original, signal: AbortSignal): CheckedOriginal['ranges'] {
  const { readSync } = original
  if (readSync === undefined) return null
  return {
    readSync: (at, into) => {
      for (let filled = 0; filled < into.length;) {
        const count = trying(() => readSync(at + filled, into.subarray(filled)))
        if (count === 0) throw new OriginalChanged()
        filled += count
      }
    },
    readInto: async (at, into) => {
      for (let filled = 0; filled < into.length;) {
        signal.throwIfAborted()
        const count = await fill(original, at + filled, into.subarray(filled))
        if (count === 0) throw new OriginalChanged()
        filled += count
      }
    }
  }
}

function trying(read: () => number): number {
  try {
    return read()
  } catch {
    throw new OriginalChanged()
  }
}

/** A disk that gives an error in the middle is the same to the reader as bytes that are not there. */
async function fill(original: Original, position: number, into: Uint8Array): Promise<number> {
  try {
    return (await original.readInto?.(position, into)) ?? 0
  } catch {
    throw new OriginalChanged()
  }
}

let shared: Buffer | null = null

/**
 * Reads through one buffer where the original can: thousands of chunks of their own would wait for the garbage
 * collector longer than they are in use, and the memory of the process would grow with the size of the pack.
 */
async function* inOneBuffer(original: Original): AsyncIterable<Buffer> {
  if (original.readInto === undefined) return yield* original.stream()
  const buffer = shared ?? Buffer.allocUnsafeSlow(CHUNK_BYTES)
  shared = null
  try {
    for (let position = 0; ;) {
      const count = await original.readInto(position, buffer)
      if (count === 0) return
      position += count
      yield buffer.subarray(0, count)
    }
  } finally {
    shared = buffer
  }
}

/** A disk that gives an error in the middle is the same to the reader as bytes that are not there. */
async function* readable(source: AsyncIterable<Buffer>): AsyncIterable<Buffer> {
  const chunks = source[Symbol.asyncIterator]()
  try {
    for (;;) {
      const next = await chunks.next().catch(() => {
        throw new OriginalChanged()
      })
      if (next.done === true) return
      yield next.value
    }
  } finally {
    await chunks.return?.()
  }
}
