import type { DrawOp } from './drawing.ts'
import type { Flow } from './flow.ts'
import { FRAME, LARGEST_WHOLE_ROW } from './geometry.ts'
import { lines, type LayoutEnv } from './layout-env.ts'
import { drawLines, heightOf, type Span, type TextLine, type TextStyle } from './rich-text.ts'
import { drawTagged, type Tag } from './tag.ts'

export interface Column {
  readonly x: number
  readonly width: number
  readonly align: 'left' | 'right'
}

export interface TableShape {
  readonly columns: readonly Column[]
  readonly padTop: number
  readonly padBottom: number
}

/** Paragraphs of one cell below each other. */
export type Cell = readonly CellBlock[]
export interface CellBlock {
  readonly spans: readonly Span[] | string
  readonly style?: TextStyle
  /** Drawn before the text, in its first line: the meter. */
  readonly marker?: { readonly width: number; readonly draw: (ops: DrawOp[], x: number, top: number) => void }
}

export interface RowLook {
  readonly rule?: number
  readonly tint?: boolean
  readonly padTop?: number
  readonly padBottom?: number
  /** Height that must still fit below the row. */
  readonly keepBelow?: number
}

const PAD_RIGHT = 5

/** Columns from their widths, right to left where the width is negative; `null` takes what is left. */
export function columns(
  widths: readonly (number | null)[],
  {
    right = [],
    left = FRAME.left,
    total = FRAME.width
  }: { readonly right?: readonly number[]; readonly left?: number; readonly total?: number } = {}
): readonly Column[] {
  const rest = total - widths.reduce<number>((sum, width) => sum + (width ?? 0), 0)
  let x = left
  return widths.map((width, index) => {
    const column = { x, width: width ?? rest, align: right.includes(index) ? 'right' : 'left' } as const
    x += column.width
    return column
  })
}

/** The line of column heads, aligned at its foot, with the rule below it. It begins a table, unless it is repeated. */
export function drawTableHead(flow: Flow, shape: TableShape, heads: readonly string[]): void {
  const { env } = flow
  const laid = headCells(env, shape, heads)
  const height = Math.max(...laid.map((cell) => heightOf(cell.flatMap((block) => block.lines)))) + 4
  flow.need(height)
  const table = flow.tableTags(true)
  const row = table?.headRow()
  flow.draw(height, (ops, top) => {
    laid.forEach((blocks, index) => {
      const column = shape.columns[index]
      if (column === undefined) return
      const text = blocks.flatMap((block) => block.lines)
      const head = row && table?.headCell(row, column.x, column.x + column.width, heads[index] !== '')
      drawTagged(ops, head ?? null, (inside) => {
        drawCellLines(
          inside,
          text,
          column,
          top - (height - 4 - heightOf(text)),
          index === shape.columns.length - 1
        )
      })
    })
  })
  flow.rule(0.9)
}

/** Two languages stand in one line in all heads, or below each other in all. */
function headCells(
  env: LayoutEnv,
  shape: TableShape,
  heads: readonly string[]
): readonly (readonly LaidBlock[])[] {
  const laidAs = (style: TextStyle) =>
    heads.map((head, index) => cellLines(env, shape, index, [{ spans: head, style }]))
  const dotted = laidAs(env.styles.head)
  const isLow = dotted.every((cell) => cell.every((block) => block.lines.length === 1))
  return env.secondLanguage === null || isLow ? dotted : laidAs({ ...env.styles.head, second: 'stacked' })
}

interface LaidBlock {
  readonly lines: readonly TextLine[]
  readonly marker: CellBlock['marker']
  /** Its paragraph, or its cell where that has no other; null where nothing new is said. */
  readonly tag: Tag | null
}

function innerWidth(shape: TableShape, index: number): number {
  const column = shape.columns[index]
  if (column === undefined) throw new Error(`no column ${index}`)
  return column.width - (index === shape.columns.length - 1 ? 0 : PAD_RIGHT)
}

function cellLines(env: LayoutEnv, shape: TableShape, index: number, cell: Cell): readonly LaidBlock[] {
  return cell.map(({ spans, style, marker }) => {
    const width = innerWidth(shape, index) - (marker?.width ?? 0)
    const chosen = style ?? env.styles.cell
    const laid = lines(env, spans, chosen, width)
    const isCell = chosen === env.styles.cell && laid.length > 1
    if (!isCell) return { lines: laid, marker, tag: null }
    const [first, ...rest] = lines(env, spans, env.styles.cellLines, width)
    // More air stands between its lines, not above them: a row begins on one baseline.
    return { lines: first === undefined ? [] : [{ ...first, style: chosen }, ...rest], marker, tag: null }
  })
}

function drawCellLines(
  ops: DrawOp[],
  laid: readonly TextLine[],
  column: Column,
  top: number,
  isLast: boolean
): void {
  const right = column.x + column.width - (isLast ? 0 : PAD_RIGHT)
  drawLines(ops, laid, { x: column.x, top, ...(column.align === 'right' ? { rightEdge: right } : {}) })
}

/** Height the row will take. */
export function rowHeight(
  env: LayoutEnv,
  shape: TableShape,
  cells: readonly Cell[],
  look: RowLook = {}
): number {
  const heights = cells.map((cell, index) =>
    heightOf(cellLines(env, shape, index, cell).flatMap((block) => block.lines))
  )
  return Math.max(0, ...heights) + (look.padTop ?? shape.padTop) + (look.padBottom ?? shape.padBottom)
}

/**
 * Draws a row; one that is higher than a good part of the sheet is cut between its lines.
 *
 * @returns the tags of its cells; null where nothing new is said
 */
export function drawRow(
  flow: Flow,
  shape: TableShape,
  cells: readonly Cell[],
  look: RowLook = {}
): readonly (Tag | null)[] {
  const tags = cellTags(flow, shape, cells)
  const laid = cells.map((cell, index) =>
    withTags(cellLines(flow.env, shape, index, cell), tags[index] ?? null)
  )
  const pads = { top: look.padTop ?? shape.padTop, bottom: look.padBottom ?? shape.padBottom }
  const whole = Math.max(0, ...laid.map((cell) => heightOf(cell.flatMap((block) => block.lines))))
  const height = whole + pads.top + pads.bottom
  if (height <= LARGEST_WHOLE_ROW || height + (look.keepBelow ?? 0) <= flow.room) {
    flow.need(height + (look.keepBelow ?? 0))
    drawPiece(flow, shape, laid, tags, pads, look)
    return tags
  }
  let rest = laid
  while (rest.some((cell) => cell.some((block) => block.lines.length > 0))) {
    flow.need(pads.top + pads.bottom + 30)
    const limit = flow.room - pads.top - pads.bottom
    const pieces = rest.map((cell) => cutCell(cell, limit))
    drawPiece(
      flow,
      shape,
      pieces.map(([now]) => now),
      tags,
      pads,
      look
    )
    rest = pieces.map(([, later]) => later)
    if (rest.some((cell) => cell.length > 0)) flow.newSheet()
  }
  return tags
}

function cellTags(flow: Flow, shape: TableShape, cells: readonly Cell[]): readonly (Tag | null)[] {
  const table = flow.tableTags()
  const row = table?.row()
  return cells.map((cell, index) => {
    const column = shape.columns[index]
    if (table === null || row === undefined || column === undefined) return null
    return table.cell(row, column.x, column.x + column.width, cell.length > 0, index === 0)
  })
}

/** Each paragraph of a cell is one, unless it has no other. */
function withTags(blocks: readonly LaidBlock[], cell: Tag | null): readonly LaidBlock[] {
  if (cell === null || blocks.length === 1) return blocks.map((block) => ({ ...block, tag: cell }))
  return blocks.map((block) => ({ ...block, tag: { role: 'P', parent: cell } }))
}

function cutCell(cell: readonly LaidBlock[], limit: number): [readonly LaidBlock[], readonly LaidBlock[]] {
  const now: LaidBlock[] = []
  const later: LaidBlock[] = []
  let used = 0
  for (const block of cell) {
    let count = 0
    while (later.length === 0 && count < block.lines.length) {
      const leading = block.lines[count]?.style.leading ?? 0
      if (used + leading > limit) break
      used += leading
      count++
    }
    if (count > 0) now.push({ ...block, lines: block.lines.slice(0, count) })
    if (count < block.lines.length)
      later.push({ ...block, lines: block.lines.slice(count), marker: undefined })
  }
  return [now, later]
}

function drawPiece(
  flow: Flow,
  shape: TableShape,
  laid: readonly (readonly LaidBlock[])[],
  tags: readonly (Tag | null)[],
  pads: { readonly top: number; readonly bottom: number },
  look: RowLook
): void {
  const inner = Math.max(0, ...laid.map((cell) => heightOf(cell.flatMap((block) => block.lines))))
  const first = shape.columns[0]
  const last = shape.columns.at(-1)
  if (first === undefined || last === undefined) return
  const [left, right] = [first.x, last.x + last.width]
  flow.draw(inner + pads.top + pads.bottom, (ops, top) => {
    if (look.tint === true) {
      const height = inner + pads.top + pads.bottom
      ops.push({ kind: 'box', box: { x: left, y: top - height, width: right - left, height }, fill: 'tint' })
    }
    laid.forEach((cell, index) => {
      const column = shape.columns[index]
      if (column === undefined) return
      let y = top - pads.top
      // A cell that holds nothing is one all the same: those beside it keep their columns.
      if (cell.length === 0) drawTagged(ops, tags[index] ?? null, () => {})
      for (const block of cell) {
        block.marker?.draw(ops, column.x, y)
        const shifted = {
          ...column,
          x: column.x + (block.marker?.width ?? 0),
          width: column.width - (block.marker?.width ?? 0)
        }
        drawTagged(ops, block.tag, (inside) => {
          drawCellLines(inside, block.lines, shifted, y, index === laid.length - 1)
        })
        y -= heightOf(block.lines)
      }
    })
  })
  const rule = look.rule ?? 0.25
  if (rule > 0) flow.rule(rule, left, right)
}
