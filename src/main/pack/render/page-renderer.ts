import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setFlagsFromString } from 'node:v8'
import { Worker } from 'node:worker_threads'
import type { ByteSource } from '../../pdf-reading/byte-source.ts'
import { FONT_FILES, FONT_KEYS, type FontKey } from '../fonts/font-set.ts'
import { PieceServer } from './piece-server.ts'
import type {
  ReadRequest,
  RenderAnswer,
  RenderRequest,
  RenderSource,
  RenderStart
} from './render-protocol.ts'

/** Shorter than the time after which a process that says nothing is taken for lost: the thread goes, the pack stays. */
const ANSWER_MS = 25_000
/** Of the module: one that took more is not kept for the next document. It begins with 16 MB, and fonts take as much. */
const LARGEST_HELD = 64 * 1024 * 1024
/** Words of a page are gone before the next: they need not grow old. */
const YOUNG_MB = 4
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
  #heldBytes = 0
  /** null = all of it lies in memory. */
  #source: PieceServer | null = null

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

  /** @param source in memory that `room` or another shared place gave, or read piece by piece until another is opened */
  async open(source: ByteSource): Promise<RenderAnswer> {
    if (this.#heldBytes > LARGEST_HELD) await this.close()
    this.#source = source.whole === null ? new PieceServer(source) : null
    return this.#ask({ kind: 'open', source: this.#source?.source ?? inMemory(source.whole!) })
  }

  async page(request: Omit<Extract<RenderRequest, { kind: 'page' }>, 'kind'>): Promise<RenderAnswer> {
    const answer = await this.#ask({ kind: 'page', ...request })
    if (answer.kind === 'page') this.#heldBytes = answer.heldBytes
    return answer
  }

  /** Lets go of the thread and its memory until something is drawn again. */
  async close(): Promise<void> {
    const worker = this.#worker
    this.#worker = null
    this.#heldBytes = 0
    this.#memory = Buffer.alloc(0)
    await worker?.terminate()
  }

  /** An answer, or a refusal where none comes in time or the thread breaks down. */
  async #ask(request: RenderRequest): Promise<RenderAnswer> {
    this.#signal.throwIfAborted()
    const worker = (this.#worker ??= await this.#begin())
    const answer = await this.#answerOf(worker, request)
    this.#source?.throwIfFailed()
    if (answer !== null) return answer
    await this.close()
    this.#signal.throwIfAborted()
    return { kind: 'refused', reason: 'engine-gave-up' }
  }

  #answerOf(worker: Worker, request: RenderRequest): Promise<RenderAnswer | null> {
    return new Promise((resolve) => {
      const hear = (said: RenderAnswer | ReadRequest) => {
        if (said.kind === 'read') void this.#source?.serve(said)
        else end(said)
      }
      const end = (answer: RenderAnswer | null) => {
        clearTimeout(timer)
        this.#signal.removeEventListener('abort', giveUp)
        worker.off('message', hear).off('error', giveUp).off('exit', giveUp)
        resolve(answer)
      }
      const giveUp = () => end(null)
      const timer = setTimeout(giveUp, ANSWER_MS)
      this.#signal.addEventListener('abort', giveUp, { once: true })
      worker.on('message', hear).on('error', giveUp).on('exit', giveUp)
      worker.postMessage(request)
    })
  }

  async #begin(): Promise<Worker> {
    keepCompiledSmall()
    const { worker, wasm } = this.#files
    const [script, bytes] = await Promise.all([readFile(worker, 'utf8'), readFile(wasm)])
    // From its text: a thread cannot be started from inside an archive.
    const begun = new Worker(new URL(`data:text/javascript,${encodeURIComponent(script)}`), {
      workerData: { wasm: bytes, fonts: this.#fonts } satisfies RenderStart,
      transferList: [bytes.buffer],
      stdout: true,
      stderr: true,
      resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MB }
    })
    // Whoever waits for an answer hears of it; without a listener it would end the process.
    return begun.on('error', () => undefined)
  }
}

/**
 * Node's four helper threads compile the module's busy functions once more, each in memory of its own that it keeps:
 * over 140 pages 30 MB more for a tenth less time, so only the busiest are worth it. Inside Electron the flags of the
 * engine are closed by now.
 */
function keepCompiledSmall(): void {
  if (process.versions.electron === undefined) setFlagsFromString('--wasm-tiering-budget=40000000')
}

function inMemory(bytes: Buffer): RenderSource {
  const memory = bytes.buffer as unknown as SharedArrayBuffer
  return { kind: 'memory', memory, length: bytes.length }
}
