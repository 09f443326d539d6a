/** Rows drawn beyond each edge: a turn of the wheel meets them already there. */
const BEYOND = 2

export interface RowRange {
  readonly first: number
  /** The first row after the range. */
  readonly end: number
}

export interface RowsView {
  /** Where the visible part begins, from the top of the list; negative while the list begins below. */
  readonly top: number
  readonly height: number
  readonly rowPx: number
  readonly count: number
}

/** The rows of one height that can be seen, and some beyond both edges. */
export function rowsInView({ top, height, rowPx, count }: RowsView): RowRange {
  const within = (row: number) => Math.min(Math.max(row, 0), count)
  return {
    first: within(Math.floor(top / rowPx) - BEYOND),
    end: within(Math.ceil((top + height) / rowPx) + BEYOND)
  }
}
