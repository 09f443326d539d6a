/** The stream ended before the bytes that were asked for. */
export class EndOfBytes extends Error {}

/** Reads a stream of chunks by exact counts, never holding more than one chunk and what was asked for. */
export class ByteReader {
  readonly #chunks: AsyncIterator<Buffer>
  #rest: Buffer = Buffer.alloc(0)

  constructor(source: AsyncIterable<Buffer>) {
    this.#chunks = source[Symbol.asyncIterator]()
  }

  async take(count: number): Promise<Buffer> {
    const parts: Buffer[] = []
    // Copies: a part may lie in memory that the next chunk overwrites.
    for await (const part of this.pass(count)) parts.push(Buffer.from(part))
    return Buffer.concat(parts)
  }

  /** So many bytes in the chunks they come in. */
  async *pass(count: number): AsyncIterable<Buffer> {
    let left = count
    while (left > 0) {
      if (this.#rest.length === 0 && !(await this.#fill())) throw new EndOfBytes()
      const part = this.#rest.subarray(0, left)
      this.#rest = this.#rest.subarray(part.length)
      left -= part.length
      yield part
    }
  }

  /** Reads to the end, so that whoever counts or hashes the stream sees all of it. */
  async drain(): Promise<void> {
    this.#rest = Buffer.alloc(0)
    while (await this.#fill()) this.#rest = Buffer.alloc(0)
  }

  async #fill(): Promise<boolean> {
    const next = await this.#chunks.next()
    if (next.done === true) return false
    this.#rest = next.value
    return true
  }
}
