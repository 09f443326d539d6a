import { Worker } from 'node:worker_threads'
import type { HashAnswer, HashRequest } from './hash-protocol.ts'

/** So much is read at once, and hashed while the next is read. */
const SLOT_BYTES = 1024 * 1024
const SLOTS = 4

/** To hash less oneself takes no longer than to tell another thread of it. */
export const LEAST_FOR_THREAD = 256 * 1024

interface Waiting {
  readonly resolve: (answer: HashAnswer) => void
  readonly reject: (error: Error) => void
}

/** Hashes on another processor than the one that makes the pack. */
export class HashThread {
  readonly #worker: Worker
  readonly #waiting: Waiting[] = []
  readonly #free: Buffer[] = []
  #slots = 0
  #slotWaits: (() => void)[] = []
  #sources = 0
  #failure: Error | null = null

  /** @param script the built text of `pack-hash-worker.ts`; a thread cannot be started from inside an archive */
  constructor(script: string) {
    this.#worker = new Worker(new URL(`data:text/javascript,${encodeURIComponent(script)}`))
    this.#worker.on('message', (answer: HashAnswer) => this.#waiting.shift()?.resolve(answer))
    this.#worker.on('error', (error) => this.#fail(error instanceof Error ? error : new Error(String(error))))
    this.#worker.on('exit', () => this.#fail(new Error('the hashing thread has ended')))
  }

  /** A number for bytes that belong together. */
  newSource(): number {
    this.#sources += 1
    return this.#sources
  }

  /** Memory to read into, as soon as some of it is not being hashed. */
  async slot(): Promise<Buffer> {
    for (;;) {
      if (this.#failure !== null) throw this.#failure
      const free = this.#free.pop()
      if (free !== undefined) return free
      if (this.#slots < SLOTS) {
        this.#slots += 1
        return Buffer.from(new SharedArrayBuffer(SLOT_BYTES))
      }
      await new Promise<void>((resolve) => this.#slotWaits.push(resolve))
    }
  }

  /** Hashes what a slot holds, and then gives it back to `slot`; until then nobody may write into it. */
  add(source: number, slot: Buffer, length: number): void {
    this.#hash(source, slot.subarray(0, length), () => this.giveBack(slot))
  }

  /** A slot that holds nothing to be hashed. */
  giveBack(slot: Buffer): void {
    this.#free.push(slot)
    for (const wake of this.#slotWaits.splice(0)) wake()
  }

  /** Hashes bytes in shared memory where they lie; until the sum is there nobody may write into them. */
  addInPlace(source: number, bytes: Buffer): void {
    this.#hash(source, bytes, () => undefined)
  }

  #hash(source: number, { buffer, byteOffset, length }: Buffer, done: () => void): void {
    const memory = buffer as unknown as SharedArrayBuffer
    // A failure is told to whoever asks for the sum.
    this.#ask({ kind: 'bytes', source, memory, offset: byteOffset, length }).then(done, done)
  }

  /** @returns SHA-256 of all bytes of a source */
  async sum(source: number): Promise<string> {
    return sumIn(await this.#ask({ kind: 'sum', source }))
  }

  /** The file stands for good up to this position. */
  follow(path: string, position: number): void {
    this.#worker.postMessage({ kind: 'file', path, position } satisfies HashRequest)
  }

  /** @returns SHA-256 of the file, which is complete and this long */
  async finish(path: string, position: number): Promise<string> {
    return sumIn(await this.#ask({ kind: 'end', path, position }))
  }

  async close(): Promise<void> {
    await this.#worker.terminate()
  }

  #ask(request: HashRequest): Promise<HashAnswer> {
    if (this.#failure !== null) return Promise.reject(this.#failure)
    return new Promise((resolve, reject) => {
      this.#waiting.push({ resolve, reject })
      this.#worker.postMessage(request)
    })
  }

  #fail(error: Error): void {
    this.#failure ??= error
    for (const { reject } of this.#waiting.splice(0)) reject(this.#failure)
    for (const wake of this.#slotWaits.splice(0)) wake()
  }
}

function sumIn(answer: HashAnswer): string {
  if (answer.kind !== 'sum') throw new Error('the hashing thread answers out of turn')
  return answer.sha256
}
