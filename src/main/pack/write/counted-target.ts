import { PlacelessTarget } from './placeless-target.ts'

/** Bytes that go nowhere and are only counted. */
export class CountedTarget extends PlacelessTarget {
  /** Counts what is known without being read. */
  skip(count: number): void {
    this.position += count
  }
}
