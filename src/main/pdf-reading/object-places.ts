import { PdfOdd } from './pdf-odd.ts'

/** Larger numbers than any viewer takes. */
export const LARGEST_NUMBER = 8_388_607

const FIRST_ROOM = 1024
const FREE = Number.POSITIVE_INFINITY

/**
 * Where each object lies by its number: above 0 its first byte in the file, below 0 the number of the stream that
 * holds it, with its sign turned. What is not there lies at 0. A million of them take 8 MB.
 */
export class ObjectPlaces {
  #places = new Float64Array(FIRST_ROOM)

  /** So many numbers have room. */
  get size(): number {
    return this.#places.length
  }

  of(number: number): number {
    const place = this.#places[number] ?? 0
    return place === FREE ? 0 : place
  }

  /** Keeps the first thing that is said of a number: newer sections are read before older ones. */
  take(number: number, place: number): void {
    this.#makeRoom(number)
    if (this.#places[number] === 0) this.#places[number] = place
  }

  /** Forgets what was said of the number before. */
  put(number: number, place: number): void {
    this.#makeRoom(number)
    this.#places[number] = place
  }

  /** The number leads to nothing, whatever is said of it later. */
  takeFree(number: number): void {
    this.take(number, FREE)
  }

  #makeRoom(number: number): void {
    if (number < this.#places.length) return
    if (number > LARGEST_NUMBER) throw new PdfOdd('too many objects')
    const larger = new Float64Array(
      Math.min(LARGEST_NUMBER + 1, Math.max(number + 1, 2 * this.#places.length))
    )
    larger.set(this.#places)
    this.#places = larger
  }
}
