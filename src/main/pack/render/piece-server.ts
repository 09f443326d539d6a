import type { ByteSource } from '../../pdf-reading/byte-source.ts'
import type { ReadRequest, RenderSource } from './render-protocol.ts'

/** Fewer questions than this would hold more memory. */
const PIECE_BYTES = 256 * 1024
const SAYS = { asked: 0, there: 1, failed: 2 }

/** Reads a document for the drawing thread, which waits meanwhile: never more of it than a piece is in memory. */
export class PieceServer {
  readonly source: Extract<RenderSource, { kind: 'pieces' }>
  readonly #from: ByteSource
  #failure: unknown = null

  constructor(from: ByteSource) {
    this.#from = from
    const [piece, state] = [new SharedArrayBuffer(PIECE_BYTES), new SharedArrayBuffer(4)]
    this.source = { kind: 'pieces', length: from.sizeBytes, piece, state, says: SAYS }
  }

  async serve({ position, length }: ReadRequest): Promise<void> {
    const { piece, state } = this.source
    const states = new Int32Array(state)
    try {
      // Not at once into memory that is shared: not every reader of files takes it.
      const bytes = Buffer.allocUnsafe(length)
      await this.#from.readInto(position, bytes)
      new Uint8Array(piece).set(bytes)
      Atomics.store(states, 0, SAYS.there)
    } catch (error) {
      this.#failure = error
      Atomics.store(states, 0, SAYS.failed)
    }
    Atomics.notify(states, 0)
  }

  /** What kept it from reading is no fault of the document. */
  throwIfFailed(): void {
    if (this.#failure !== null) throw this.#failure
  }
}
