/** Of the rows and the columns of a page: all would take as long as drawing it. */
const EVERY = 16
/** Steps between neighbours in one colour, of 255: a gradient goes by single ones, the edge of a letter by tens. */
const GENTLE = 4
/** Of all steps: in text, tables and drawings one in sixteen, where a gradient is most of them. */
const SMOOTH_SHARE = 0.2
/** Of all pixels looked at: less than a gradient the size of a stamp has. */
const LEAST_SMOOTH = 0.002

interface Steps {
  all: number
  gentle: number
  looked: number
}

/** Finds gradients, of which few colours would make bands: by the steps between neighbours in some rows and columns. */
export class SmoothShades {
  readonly #across: Steps = { all: 0, gentle: 0, looked: 0 }
  readonly #down: Steps = { all: 0, gentle: 0, looked: 0 }

  /** @param rgbx whole rows, RGB and one more byte for each pixel */
  look(rgbx: Uint8Array, pixelWidth: number): void {
    const rowBytes = pixelWidth * 4
    for (let row = 0; row < rgbx.length; row += rowBytes * EVERY)
      for (let at = row + 4; at < row + rowBytes; at += 4) compare(this.#across, rgbx, at, at - 4)
    for (let column = 0; column < rowBytes; column += 4 * EVERY)
      for (let at = column + rowBytes; at < rgbx.length; at += rowBytes)
        compare(this.#down, rgbx, at, at - rowBytes)
  }

  get areMany(): boolean {
    return [this.#across, this.#down].some(
      ({ all, gentle, looked }) => gentle > all * SMOOTH_SHARE && gentle > looked * LEAST_SMOOTH
    )
  }
}

function compare(steps: Steps, rgbx: Uint8Array, one: number, other: number): void {
  steps.looked += 1
  const red = Math.abs(rgbx[one]! - rgbx[other]!)
  const green = Math.abs(rgbx[one + 1]! - rgbx[other + 1]!)
  const blue = Math.abs(rgbx[one + 2]! - rgbx[other + 2]!)
  const step = Math.max(red, green, blue)
  if (step === 0) return
  steps.all += 1
  if (step <= GENTLE) steps.gentle += 1
}
