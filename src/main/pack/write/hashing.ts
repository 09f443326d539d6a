import { readFile } from 'node:fs/promises'
import { HashThread } from './hash-thread.ts'

/** Below this a thread takes longer to start, and to be waited for, than it saves: one processor hashes a gigabyte a second. */
const LEAST_BYTES = 192 * 1024 * 1024

/** Threads that hash beside the one that makes a pack; null = it hashes itself. */
export interface Hashing {
  readonly sources: HashThread
  readonly target: HashThread
  readonly end: () => Promise<void>
}

/** @param worker path of the built `pack-hash-worker.ts`; left out = no threads */
export async function startHashing(worker: string | undefined, sizeBytes: number): Promise<Hashing | null> {
  if (worker === undefined || sizeBytes < LEAST_BYTES) return null
  const script = await readFile(worker, 'utf8')
  const [sources, target] = [new HashThread(script), new HashThread(script)]
  const end = async () => {
    await Promise.all([sources.close(), target.close()])
  }
  return { sources, target, end }
}
