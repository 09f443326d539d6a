import { failed } from '../../shared/domain/result.ts'
import type { StoreFailure } from '../dossier-home.ts'
import { CHUNK_BYTES } from './door.ts'

export interface GuardedSource {
  readonly chunks: AsyncIterable<Uint8Array>
  /** Why reading ended early; null when it did not, so that the failure was the disk's. */
  failure(): ({ readonly ok: false } & StoreFailure) | null
}

/** Tells a source that failed, or was cancelled, from a disk that refused; and cuts what it gives into pieces of 1 MiB. */
export function guardSource(source: AsyncIterable<Uint8Array>, signal?: AbortSignal): GuardedSource {
  let code: 'cancelled' | 'source-failed' | null = null

  async function* chunks(): AsyncIterable<Uint8Array> {
    const iterator = source[Symbol.asyncIterator]()
    try {
      for (;;) {
        stopIfCancelled()
        const next = await take(iterator)
        stopIfCancelled()
        if (next.done === true) return
        for (let at = 0; at < next.value.length; at += CHUNK_BYTES) {
          yield next.value.subarray(at, at + CHUNK_BYTES)
        }
      }
    } finally {
      await iterator.return?.()
    }
  }

  async function take(iterator: AsyncIterator<Uint8Array>): Promise<IteratorResult<Uint8Array>> {
    try {
      return await iterator.next()
    } catch (error) {
      code = 'source-failed'
      throw error
    }
  }

  function stopIfCancelled(): void {
    if (signal?.aborted !== true) return
    code = 'cancelled'
    throw new Error('cancelled')
  }

  return { chunks: chunks(), failure: () => (code === null ? null : failed({ code })) }
}
