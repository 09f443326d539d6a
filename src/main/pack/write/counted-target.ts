import { createHash } from 'node:crypto'
import type { PdfTarget } from './pdf-file.ts'
import type { FileMark } from './target-file.ts'

/** Bytes that go nowhere and are only counted. */
export class CountedTarget implements PdfTarget {
  position = 0

  append(bytes: string | Uint8Array): Promise<void> {
    this.position += bytes.length
    return Promise.resolve()
  }

  /** Counts what is known without being written. */
  skip(count: number): void {
    this.position += count
  }

  mark(): FileMark {
    return { position: this.position, hash: createHash('sha256') }
  }

  rollBack({ position }: FileMark): Promise<void> {
    this.position = position
    return Promise.resolve()
  }

  rest(): Promise<void> {
    return Promise.resolve()
  }

  complete(): Promise<string> {
    return Promise.resolve('')
  }

  publish(): Promise<string> {
    return Promise.resolve('')
  }

  discard(): Promise<void> {
    return Promise.resolve()
  }
}
