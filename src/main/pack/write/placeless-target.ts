import { createHash } from 'node:crypto'
import type { PdfTarget } from './pdf-file.ts'
import type { FileMark } from './target-file.ts'

/** A file that is on no disk: no name, nothing to remove. */
export class PlacelessTarget implements PdfTarget {
  position = 0

  append(bytes: string | Uint8Array): Promise<void> {
    this.position += bytes.length
    return Promise.resolve()
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
