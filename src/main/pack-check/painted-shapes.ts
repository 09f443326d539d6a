type Matrix = readonly [number, number, number, number, number, number]

/** ISO 32000-1, 8.5.2: how many numbers each operator takes that goes on with a path. */
const POINTS: Readonly<Record<string, number>> = { m: 2, l: 2, c: 6, v: 4, y: 4 }
/** 8.5.3: what puts a path on the paper; `n` ends it unseen. */
const PAINTING = new Set(['S', 's', 'f', 'F', 'f*', 'B', 'B*', 'b', 'b*'])

/** Follows lines and shapes as far as their lowest point goes. */
export class PaintedShapes {
  /** In points above the foot of the page; null where nothing is painted. */
  lowest: number | null = null
  #pathLowest: number | null = null

  /** @param clipBottom below it nothing is seen; null = nothing is hidden */
  follow(operator: string, operands: readonly string[], matrix: Matrix, clipBottom: number | null): void {
    if (operator === 're') this.#rectangle(operands.slice(-4).map(Number), matrix)
    else if (PAINTING.has(operator)) this.#paint(clipBottom)
    else if (operator === 'n') this.#pathLowest = null
    else if (Object.hasOwn(POINTS, operator)) {
      const numbers = operands.slice(-(POINTS[operator] ?? 0)).map(Number)
      for (let at = 0; at + 1 < numbers.length; at += 2) this.#point(numbers[at]!, numbers[at + 1]!, matrix)
    }
  }

  #rectangle([x = 0, y = 0, width = 0, height = 0]: readonly number[], matrix: Matrix): void {
    for (const right of [x, x + width]) {
      for (const top of [y, y + height]) this.#point(right, top, matrix)
    }
  }

  #point(x: number, y: number, [, b, , d, , f]: Matrix): void {
    const height = b * x + d * y + f
    this.#pathLowest = Math.min(this.#pathLowest ?? height, height)
  }

  #paint(clipBottom: number | null): void {
    if (this.#pathLowest !== null) {
      const seen = Math.max(this.#pathLowest, clipBottom ?? -Infinity)
      this.lowest = Math.min(this.lowest ?? seen, seen)
    }
    this.#pathLowest = null
  }
}
