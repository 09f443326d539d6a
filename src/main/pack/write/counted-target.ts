import { PlacelessTarget } from './placeless-target.ts'

/** No file makes anybody wait here: without a pause a cancel would be heard only at the end. */
const LONGEST_TURN_MS = 20

/** Bytes that go nowhere and are only counted. */
export class CountedTarget extends PlacelessTarget {
  #since = performance.now()

  override async append(bytes: string | Uint8Array): Promise<void> {
    await super.append(bytes)
    if (performance.now() - this.#since < LONGEST_TURN_MS) return
    await new Promise((resolve) => setImmediate(resolve))
    this.#since = performance.now()
  }

  /** Counts what is known without being read. */
  skip(count: number): void {
    this.position += count
  }
}
