import { PlacelessTarget } from './placeless-target.ts'

/** A file in memory: other threads read it where it was written. */
export class MemoryTarget extends PlacelessTarget {
  #room: Buffer

  constructor(expectedBytes: number) {
    super()
    this.#room = roomFor(Math.max(expectedBytes, 1))
  }

  /** What was written, in memory that is shared. */
  get bytes(): Buffer {
    return this.#room.subarray(0, this.position)
  }

  override append(bytes: string | Uint8Array): Promise<void> {
    const end = this.position + bytes.length
    if (end > this.#room.length) {
      const larger = roomFor(Math.max(end, this.#room.length * 2))
      larger.set(this.bytes)
      this.#room = larger
    }
    if (typeof bytes === 'string') this.#room.write(bytes, this.position, 'latin1')
    else this.#room.set(bytes, this.position)
    return super.append(bytes)
  }
}

function roomFor(sizeBytes: number): Buffer {
  return Buffer.from(new SharedArrayBuffer(sizeBytes))
}
