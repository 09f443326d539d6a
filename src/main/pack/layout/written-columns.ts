import type { TextMeasure } from '../fonts/text-measure.ts'
import type { WrittenTable } from '../plan/written-text.ts'
import { FRAME } from './geometry.ts'
import { breakPositions } from './line-breaks.ts'
import type { Styles } from './styles.ts'
import { columns, type Column } from './table.ts'
import { GUTTER, headStyle } from './written-shape.ts'

interface Setting {
  readonly size: number
  readonly wordEm: number
}

/**
 * Ways to set a table, the usual one first: the size of its type, below the last of which nobody reads a table on paper,
 * and how much of a word stands unbroken, in sizes of the type.
 */
const SETTINGS: readonly Setting[] = [
  { size: 9, wordEm: 9 },
  { size: 8, wordEm: 9 },
  { size: 7, wordEm: 9 },
  { size: 7, wordEm: 6 }
]
const SMALLEST = Math.min(...SETTINGS.map(({ size }) => size))
/** Between a column and the next, in sizes of the type. */
const GAP_EM = 0.75
/** A column of less holds no word. */
const LEAST_EM = 2
/** A column of sentences asks for no more: its lines are long enough to read, and the other columns need room too. */
const WIDEST_EM = 30
/** Of a cell or a head: words beyond it are like those before them. */
const LOOKED_AT_CHARS = 400

/** A number or a sum as tables print it; codes, phones and accounts have more figures at a stretch, or begin with 0. */
const FIGURES =
  /^[(+\-−–]?\s?\p{Sc}?\s?(?:0|[1-9]\d{0,9}|[1-9]\d{0,2}(?:[ \u00a0\u202f\u2009'’.,]\d{3})+)(?:[.,]\d+)?\s?(?:\p{Sc}|%|руб\.?|р\.|[A-Z]{3}|元)?[)\-]?$/u
/** What stands where there is no number. */
const NOTHING = /^[\s\-–—]*$/

/** What a column asks for, in sizes of the type. */
interface Wanted {
  /** Its longest word. */
  least: number
  /** Its longest cell. */
  natural: number
  /** Figures are read as one and stand in one line. */
  readonly isFigures: boolean
}

/** In points. */
type Asked = Pick<Wanted, 'least' | 'natural'>

/** Cells that stand each in its own column: a lone first one may reach over all of them. */
export function isLone(cells: readonly string[]): boolean {
  return cells.findLastIndex((cell) => cell.trim() !== '') <= 0
}

/**
 * Columns as wide as what they hold asks for, in the largest type that leaves every word legible.
 *
 * @returns null = there are too many of them for a sheet
 */
export function writtenColumns(
  { measure, styles }: { readonly measure: TextMeasure; readonly styles: Styles },
  rows: readonly (readonly string[])[],
  headAt: number | null
): WrittenTable | null {
  const room = FRAME.width - GUTTER
  const count = Math.max(0, ...rows.map((cells) => cells.length))
  if (count * LEAST_EM * SMALLEST > room) return null
  const body = rows.filter((cells, at) => at > (headAt ?? -1) && !isLone(cells))
  const right = Array.from({ length: count }, (_, at) => at).filter((at) =>
    isNumeric(body.map((cells) => cells[at] ?? ''))
  )
  const plain = rows.filter((cells, at) => at !== headAt && !isLone(cells))
  const wanted = Array.from({ length: count }, (_, at) => wantedBy(measure, plain, at, right.includes(at)))
  const heads = headAt === null ? [] : (rows[headAt] ?? [])
  for (const setting of SETTINGS) {
    const { size } = setting
    const asked = wanted.map((column, at) => inPoints(measure, column, heads[at] ?? '', setting))
    const gap = size * GAP_EM
    const widths = shared(asked, room - gap * (count - 1))
    if (widths !== null) {
      const gapped = widths.map((width, at) => width + (at === count - 1 ? 0 : gap))
      const leading = (styles.cellLines.leading * size) / styles.cell.size
      return { columns: columns(gapped, { right, left: FRAME.left + GUTTER, total: room }), size, leading }
    }
  }
  return null
}

/** Where the lines of a column end. */
export function innerWidth({ columns: all, size }: WrittenTable, column: Column): number {
  return column.width - (column === all.at(-1) ? 0 : size * GAP_EM)
}

function isNumeric(cells: readonly string[]): boolean {
  const filled = cells.map((cell) => cell.trim()).filter((cell) => !NOTHING.test(cell))
  return filled.length > 0 && filled.every((cell) => FIGURES.test(cell))
}

function wantedBy(
  measure: TextMeasure,
  rows: readonly (readonly string[])[],
  at: number,
  isFigures: boolean
): Wanted {
  const wanted: Wanted = { least: LEAST_EM, natural: LEAST_EM, isFigures }
  for (const cells of rows) widen(wanted, measure, cells[at] ?? '')
  return wanted
}

function widen(wanted: Wanted, measure: TextMeasure, cell: string): void {
  const text = cell.slice(0, LOOKED_AT_CHARS)
  const widthOf = (part: string) => measure.width(part.trim(), 1)
  const natural = Math.max(...text.split(/[\r\n]+/).map(widthOf))
  wanted.natural = Math.max(wanted.natural, Math.min(natural, WIDEST_EM))
  if (natural <= wanted.least) return
  wanted.least = Math.max(wanted.least, wanted.isFigures ? natural : longestWord(text, widthOf))
}

function longestWord(text: string, widthOf: (part: string) => number): number {
  let from = 0
  const widths = breakPositions(text.replace(/\s/g, ' ')).map((to) => {
    const width = widthOf(text.slice(from, to))
    from = to
    return width
  })
  return Math.max(...widths)
}

/** With its head, which has a size of its own. */
function inPoints(
  measure: TextMeasure,
  { least, natural, isFigures }: Wanted,
  head: string,
  { size, wordEm }: Setting
): Asked {
  const style = headStyle(size)
  const widthOf = (part: string) => measure.width(part.trim(), style.size, style.isBold)
  const most = wordEm * size
  const text = head.slice(0, LOOKED_AT_CHARS)
  const word = Math.min(longestWord(text, widthOf), most)
  return {
    least: Math.max(isFigures ? least * size : Math.min(least * size, most), word),
    natural: Math.max(natural * size, word, Math.min(widthOf(text), most))
  }
}

/** The room shared out as the columns ask for it; null = not even the least of all fits. */
function shared(asked: readonly Asked[], room: number): readonly number[] | null {
  const sum = (values: readonly number[]) => values.reduce((all, value) => all + value, 0)
  const [least, natural] = [sum(asked.map((one) => one.least)), sum(asked.map((one) => one.natural))]
  if (least > room) return null
  if (natural <= room) return asked.map((one) => (one.natural * room) / natural)
  const share = (room - least) / (natural - least)
  return asked.map((one) => one.least + share * (one.natural - one.least))
}
