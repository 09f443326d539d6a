import type { Original } from '../original.ts'
import { PdfBroken } from '../pdf-reading/pdf-syntax.ts'

/** Pages lie at the end of a pack and what they show before them: two or three places are read in turn. */
const WINDOW_BYTES = 128 * 1024
const MOST_WINDOWS = 16

/** Bytes of a file by place, read a window at a time. What it gives is a view and not to be written to. */
export class FileWindow {
  readonly #windows = new Map<number, Buffer>()

  constructor(readonly original: Original) {}

  get sizeBytes(): number {
    return this.original.sizeBytes
  }

  /** Up to `length` bytes from there on; fewer only where the file ends. */
  async at(position: number, length: number): Promise<Buffer> {
    if (!Number.isSafeInteger(position) || position < 0 || position >= this.sizeBytes)
      throw new PdfBroken('outside the file')
    const end = Math.min(position + length, this.sizeBytes)
    const index = Math.floor(position / WINDOW_BYTES)
    const start = index * WINDOW_BYTES
    if (end > start + WINDOW_BYTES) return this.original.read(position, end - position)
    const window = this.#windows.get(index) ?? (await this.#open(index))
    return window.subarray(position - start, end - start)
  }

  /** The window that was opened first makes room. */
  async #open(index: number): Promise<Buffer> {
    const window = await this.original.read(index * WINDOW_BYTES, WINDOW_BYTES)
    const [oldest] = this.#windows.keys()
    if (oldest !== undefined && this.#windows.size >= MOST_WINDOWS) this.#windows.delete(oldest)
    this.#windows.set(index, window)
    return window
  }
}
