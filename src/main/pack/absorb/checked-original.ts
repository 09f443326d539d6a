import { createHash } from 'node:crypto'
import type { Original } from '../../original.ts'

/** The bytes that came are not the bytes the dossier names: changed, cut or unreadable. */
export class OriginalChanged extends Error {}

export interface CheckedOriginal {
  readonly sizeBytes: number
  readonly read: Original['read']
  /** All bytes; when the last one has passed they are compared with the SHA-256 of intake. */
  readonly stream: () => AsyncIterable<Buffer>
}

/** An original whose every full reading is checked. The first one reports its bytes. */
export function checkOriginal(
  original: Original,
  sha256: string,
  signal: AbortSignal,
  onBytes: (count: number) => void
): CheckedOriginal {
  let isCounted = false
  async function* stream(): AsyncIterable<Buffer> {
    const hash = createHash('sha256')
    const isFirst = !isCounted
    isCounted = true
    for await (const chunk of readable(original.stream())) {
      signal.throwIfAborted()
      hash.update(chunk)
      if (isFirst) onBytes(chunk.length)
      yield chunk
    }
    if (hash.digest('hex') !== sha256) throw new OriginalChanged()
  }
  return {
    sizeBytes: original.sizeBytes,
    read: (position, length) => original.read(position, length),
    stream
  }
}

/** A disk that gives an error in the middle is the same to the reader as bytes that are not there. */
async function* readable(source: AsyncIterable<Buffer>): AsyncIterable<Buffer> {
  const chunks = source[Symbol.asyncIterator]()
  for (;;) {
    const next = await chunks.next().catch(() => {
      throw new OriginalChanged()
    })
    if (next.done === true) return
    yield next.value
  }
}
