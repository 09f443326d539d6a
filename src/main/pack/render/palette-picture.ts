import { deflateSync } from 'node:zlib'
import type { PixelSize } from './draw-strips.ts'
import type { DrawnPicture } from './render-protocol.ts'
import { SmoothShades } from './smooth-shades.ts'

/** Sixteen steps of red, green and blue each: more than the soft edges of letters need. */
const SHADES = 4096
const MOST_COLOURS = 256
/**
 * Pixels in a row that are each unlike the one before: the soft edge of a letter ends after a few, the grain of a
 * photograph goes on. Letters of 10 points at 220 dpi have an eighth of their changes in such rows, photographs nine
 * tenths.
 */
const LONG_RUN = 16
const PHOTO_SHARE = 0.3
/** Of a page: less than a stamp. A slanted hairline is no photograph. */
const LEAST_PHOTO = 0.002
/** A finer search takes three times as long for a tenth less. */
const DEFLATE_LEVEL = 5
const UNSEEN = -1

/** A page of text or drawings, which keeps its colours and edges; what is like a photograph cannot be kept so. */
export class PalettePicture {
  readonly #size: PixelSize
  /** Of each pixel the number of its shade, as they were seen; later the packed rows. */
  readonly #rows: Uint8Array
  readonly #numbers = new Int16Array(SHADES).fill(UNSEEN)
  readonly #shades: number[] = []
  /** By the number of the shade: its exact colour, the most frequent of those that fall together in it. */
  readonly #colours = new Int32Array(MOST_COLOURS)
  readonly #votes = new Int32Array(MOST_COLOURS)
  readonly #smooth = new SmoothShades()
  #at = 0
  #changes = 0
  /** Changes without a break before the next pixel, and those in long runs. */
  #run = 0
  #inLongRuns = 0
  #last = -1

  /** @param room of at least a byte for each pixel; used until `finish` has answered */
  constructor(size: PixelSize, room: Uint8Array) {
    this.#size = size
    this.#rows = room
  }

  /** @param rgbx the next rows, RGB and one more byte for each pixel; @returns whether there are few enough colours yet */
  add(rgbx: Uint8Array): boolean {
    const [rows, numbers, colours, votes] = [this.#rows, this.#numbers, this.#colours, this.#votes]
    let [to, changes, last] = [this.#at, this.#changes, this.#last]
    let [run, inLongRuns] = [this.#run, this.#inLongRuns]
    for (let from = 0; from < rgbx.length; from += 4) {
      const colour = (rgbx[from]! << 16) | (rgbx[from + 1]! << 8) | rgbx[from + 2]!
      if (colour !== last) {
        changes += 1
        run += 1
      } else if (run > 0) {
        if (run >= LONG_RUN) inLongRuns += run
        run = 0
      }
      last = colour
      const shade = ((colour >> 12) & 0xf00) | ((colour >> 8) & 0xf0) | ((colour >> 4) & 0xf)
      let number = numbers[shade]!
      if (number === UNSEEN) {
        number = this.#shades.length
        if (number === MOST_COLOURS) return false
        this.#shades.push(shade)
        numbers[shade] = number
      }
      if (votes[number] === 0) colours[number] = colour
      votes[number]! += colours[number] === colour ? 1 : -1
      rows[to] = number
      to += 1
    }
    this.#smooth.look(rgbx, this.#size.pixelWidth)
    this.#at = to
    this.#changes = changes
    this.#run = run
    this.#inLongRuns = inLongRuns
    this.#last = last
    return true
  }

  /** @returns null where it is like a photograph, or has gradients */
  finish(): DrawnPicture | null {
    const grain = this.#inLongRuns + (this.#run >= LONG_RUN ? this.#run : 0)
    const isPhoto = grain > this.#changes * PHOTO_SHARE && grain > this.#at * LEAST_PHOTO
    if (isPhoto || this.#smooth.areMany) return null
    const count = this.#shades.length
    const order = [...this.#shades.keys()].toSorted((a, b) => this.#shades[a]! - this.#shades[b]!)
    const palette = new Uint8Array(count * 3)
    const places = new Uint8Array(MOST_COLOURS)
    for (const [index, number] of order.entries()) {
      const colour = this.#colours[number]!
      palette.set([colour >> 16, (colour >> 8) & 255, colour & 255], index * 3)
      places[number] = index
    }
    const bits = count <= 2 ? 1 : count <= 4 ? 2 : count <= 16 ? 4 : 8
    const deflated = deflateSync(this.#pack(places, bits), { level: DEFLATE_LEVEL })
    return { kind: 'rows', deflated, bits, palette, ...this.#size }
  }

  /** In place: a row never takes more room packed than before. */
  #pack(places: Uint8Array, bits: number): Uint8Array {
    const { pixelWidth, pixelHeight } = this.#size
    const rows = this.#rows
    let [from, to] = [0, 0]
    for (let y = 0; y < pixelHeight; y += 1) {
      let [byte, filled] = [0, 0]
      for (let x = 0; x < pixelWidth; x += 1) {
        byte |= places[rows[from]!]! << (8 - bits - filled)
        from += 1
        filled += bits
        if (filled < 8) continue
        rows[to] = byte
        to += 1
        byte = 0
        filled = 0
      }
      if (filled > 0) {
        rows[to] = byte
        to += 1
      }
    }
    return rows.subarray(0, to)
  }
}
