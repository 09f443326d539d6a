import {
  AbstractTokenizer,
  EndOfStreamError,
  type IReadChunkOptions,
  type IRandomAccessTokenizer
} from 'strtok3'
import type { Original } from '../original.ts'

/** So much of a recording is read at most to learn its length; lengths stand in some tens of places. */
const MOST_BYTES = 8 * 1024 * 1024
const MOST_READS = 20_000

/** Reads an original by ranges, wherever the parser wants to look, and refuses one that leads it on and on. */
export function originalTokenizer(original: Original, mimeType: string): IRandomAccessTokenizer {
  return new OriginalTokenizer(original, mimeType)
}

class OriginalTokenizer extends AbstractTokenizer implements IRandomAccessTokenizer {
  readonly fileInfo: { readonly size: number; readonly mimeType: string }
  readonly #original: Original
  #bytes = 0
  #reads = 0

  constructor(original: Original, mimeType: string) {
    super()
    this.#original = original
    this.fileInfo = { size: original.sizeBytes, mimeType }
  }

  async readBuffer(into: Uint8Array, options?: IReadChunkOptions): Promise<number> {
    const wanted = this.normalizeOptions(into, options)
    const count = await this.peekBuffer(into, wanted)
    this.position = wanted.position + count
    return count
  }

  async peekBuffer(into: Uint8Array, options?: IReadChunkOptions): Promise<number> {
    const { position, length, mayBeLess } = this.normalizeOptions(into, options)
    const count = Math.max(0, Math.min(length, this.fileInfo.size - position))
    if (count < length && !mayBeLess) throw new EndOfStreamError()
    this.#bytes += count
    this.#reads += 1
    if (this.#bytes > MOST_BYTES || this.#reads > MOST_READS) throw new EndOfStreamError()
    into.set(await this.#original.read(position, count))
    return count
  }

  override supportsRandomAccess(): boolean {
    return true
  }

  setPosition(position: number): void {
    this.position = position
  }
}
