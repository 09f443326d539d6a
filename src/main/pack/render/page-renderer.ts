import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { FONT_FILES, FONT_KEYS, type FontKey } from '../fonts/font-set.ts'
import type { RenderAnswer, RenderRequest, RenderStart } from './render-protocol.ts'

/** Shorter than the time after which a process that says nothing is taken for lost: the thread goes, the pack stays. */
const ANSWER_MS = 25_000
/** Larger memory is not kept for the next document. */
const LARGEST_KEPT = 64 * 1024 * 1024

/** Built files the drawing thread is made of. */
export interface RendererFiles {
  readonly worker: string
  readonly wasm: string
}

/** @param folder of the built main process */
export function rendererFiles(folder: string): RendererFiles {
  return { worker: join(folder, 'pack-render-worker.js'), wasm: join(folder, 'pdfium.wasm') }
}

/** Draws pages of foreign documents in a thread, which is begun when it is needed and given up when it fails. */
export class PageRenderer {
  readonly #files: RendererFiles
  readonly #fonts: RenderStart['fonts']
  readonly #signal: AbortSignal
  #worker: Worker | null = null
  #memory: Buffer = Buffer.alloc(0)

  constructor(files: RendererFiles, fontsFolder: string, signal: AbortSignal) {
    this.#files = files
    const paths = FONT_KEYS.map((key): readonly [FontKey, string] => [
      key,
      join(fontsFolder, FONT_FILES[key])
    ])
    this.#fonts = Object.fromEntries(paths) as RenderStart['fonts']
    this.#signal = signal
  }

  /** Memory to read a document into, which its pages are then drawn from without another copy. */
  room(sizeBytes: number): Buffer {
    if (this.#memory.length >= sizeBytes) return this.#memory.subarray(0, sizeBytes)
    const fresh = Buffer.from(new SharedArrayBuffer(sizeBytes))
    this.#memory = sizeBytes <= LARGEST_KEPT ? fresh : Buffer.alloc(0)
    return fresh
  }

  /** @param bytes what `room` gave, filled */
  open(bytes: Buffer): Promise<RenderAnswer> {
    const memory = bytes.buffer as unknown as SharedArrayBuffer
    return this.#ask({ kind: 'open', memory, length: bytes.length })
  }

  page(request: Omit<Extract<RenderRequest, { kind: 'page' }>, 'kind'>): Promise<RenderAnswer> {
    return this.#ask({ kind: 'page', ...request })
  }

  async close(): Promise<void> {
    const worker = this.#worker
    this.#worker = null
    await worker?.terminate()
  }

  /** An answer, or a refusal where none comes in time or the thread breaks down. */
  async #ask(request: RenderRequest): Promise<RenderAnswer> {
    this.#signal.throwIfAborted()
    const worker = (this.#worker ??= await this.#begin())
    const answer = await this.#answerOf(worker, request)
    if (answer !== null) return answer
    await this.close()
    this.#signal.throwIfAborted()
    return { kind: 'refused', reason: 'engine-gave-up' }
  }

  #answerOf(worker: Worker, request: RenderRequest): Promise<RenderAnswer | null> {
    return new Promise((resolve) => {
      const end = (answer: RenderAnswer | null) => {
        clearTimeout(timer)
        this.#signal.removeEventListener('abort', giveUp)
        worker.off('message', end).off('error', giveUp).off('exit', giveUp)
        resolve(answer)
      }
      const giveUp = () => end(null)
      const timer = setTimeout(giveUp, ANSWER_MS)
      this.#signal.addEventListener('abort', giveUp, { once: true })
      worker.on('message', end).on('error', giveUp).on('exit', giveUp)
      worker.postMessage(request)
    })
  }

  async #begin(): Promise<Worker> {
    const { worker, wasm } = this.#files
    const [script, bytes] = await Promise.all([readFile(worker, 'utf8'), readFile(wasm)])
    // From its text: a thread cannot be started from inside an archive.
    const begun = new Worker(new URL(`data:text/javascript,${encodeURIComponent(script)}`), {
      workerData: { wasm: bytes, fonts: this.#fonts } satisfies RenderStart,
      stdout: true,
      stderr: true
    })
    // Whoever waits for an answer hears of it; without a listener it would end the process.
    return begun.on('error', () => undefined)
  }
}
