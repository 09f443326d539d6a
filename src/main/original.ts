/** The bytes of one stored file, unchanged, readable in ranges. Nothing else is known about where they lie. */
export interface Original {
  readonly sizeBytes: number
  /** Up to `length` bytes from `position`; fewer only where the file ends. */
  read(position: number, length: number): Promise<Buffer>
  /** Fills `into` from `position` and answers how much: who reads gigabytes can keep to one buffer. */
  readInto?(position: number, into: Uint8Array): Promise<number>
  /** The same without a turn for anybody else: for who needs a few bytes in the middle of a thought. */
  readSync?(position: number, into: Uint8Array): number
  /** The bytes from `start` up to, not including, `end`; the whole file when both are left out. */
  stream(start?: number, end?: number): AsyncIterable<Buffer>
  close(): Promise<void>
  /** All its bytes, where they were read before they were asked for; valid until it is closed. */
  readonly held?: HeldBytes
}

export interface HeldBytes {
  readonly bytes: Buffer
  /** SHA-256 of these bytes. */
  readonly sum: () => Promise<string>
}
