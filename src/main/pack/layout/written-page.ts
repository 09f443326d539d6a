import type { CellsRow, WrittenRow } from '../plan/written-text.ts'
import type { DrawOp, Sheet } from './drawing.ts'
import { FRAME } from './geometry.ts'
import { lines as allLines, type LayoutEnv } from './layout-env.ts'
import { exhibitReference } from './references.ts'
import { breakLines } from './break-text.ts'
import { drawLines, type Span, type TextLine, type TextStyle } from './rich-text.ts'
import { drawTagged } from './tag.ts'
import { innerWidth } from './written-columns.ts'
import {
  CELL_PAD,
  cellStyle,
  FIELD,
  fieldLabelWidth,
  FIELD_PAD,
  GUTTER,
  HEAD_PAD,
  noteStyle,
  numberBeside,
  RULE_HEIGHT,
  rowHeight,
  styleOf
} from './written-shape.ts'
import type { WrittenTags } from './written-tags.ts'

/** Draws the rows of one page downwards from `top`. */
export function drawWritten(
  env: LayoutEnv,
  sheet: Sheet,
  rows: readonly WrittenRow[],
  top: number,
  tags: WrittenTags
): void {
  const { ops } = sheet
  let y = top
  for (const row of rows) {
    const bottom = y - rowHeight(env.styles, row)
    if (row.kind === 'note')
      drawTagged(ops, tags.note(), (inside) =>
        drawText(env, inside, row.text, noteStyle(env.styles, row.isSecond === true), {
          x: FRAME.left,
          top: y
        })
      )
    else if (row.kind === 'field') drawField(env, sheet, row, { top: y, bottom, tags })
    else if (row.kind === 'line') drawTextLine(env, sheet, row, y, tags)
    else if (row.kind === 'cells') drawCells(env, sheet, row, { top: y, bottom, tags })
    else if (row.kind === 'rule') drawRule(sheet, y - RULE_HEIGHT / 2)
    y = bottom
  }
}

function drawField(
  env: LayoutEnv,
  sheet: Sheet,
  { label, lines, isBold, sameAs, isLast }: Extract<WrittenRow, { readonly kind: 'field' }>,
  { top, bottom, tags }: { readonly top: number; readonly bottom: number; readonly tags: WrittenTags }
): void {
  const [name, value] = tags.field(label !== '')
  const x = FRAME.left + fieldLabelWidth(env)
  let y = top - FIELD_PAD
  const labels = allLines(env, label, { ...FIELD, ink: 'dark' }, fieldLabelWidth(env) - 4)
  drawTagged(sheet.ops, name, (inside) => {
    if (label !== '') drawLines(inside, labels.slice(0, 1), { x: FRAME.left, top: y })
  })
  drawTagged(sheet.ops, value, (inside) => {
    for (const line of lines) {
      drawText(env, inside, line, { ...FIELD, isBold }, { x, top: y })
      y -= FIELD.leading
    }
  })
  const same = sameAs === null ? undefined : env.absorbed.get(sameAs)?.exhibit
  if (same !== undefined) {
    const spans: readonly Span[] = [
      { text: `${env.words.written.sameAs} `, ink: 'dark' },
      ...exhibitReference(env, same)
    ]
    // Where that one stands in another file of the pack, it is no link.
    const laid = allLines(env, spans, FIELD, Infinity)
    drawTagged(sheet.ops, value, (inside) => drawLines(inside, laid, { x, top: y }))
  }
  if (isLast) drawRule(sheet, bottom)
}

function drawTextLine(
  env: LayoutEnv,
  sheet: Sheet,
  { look, number, text }: Extract<WrittenRow, { readonly kind: 'line' }>,
  top: number,
  tags: WrittenTags
): void {
  // Numbers of lines help to cite the page: read aloud they would only tear the text.
  if (number !== null) {
    drawNumber(env, sheet, number, styleOf(look), top)
  }
  drawTagged(sheet.ops, tags.line(number !== null), (inside) =>
    drawText(env, inside, text, styleOf(look), { x: FRAME.left + GUTTER, top })
  )
}

function drawNumber(env: LayoutEnv, { ops }: Sheet, number: number, beside: TextStyle, top: number): void {
  const { style, drop } = numberBeside(beside)
  const laid = breakLines(env.measure, [{ text: String(number) }], style, Infinity)
  drawLines(ops, laid, { x: FRAME.left, top: top - drop, rightEdge: FRAME.left + GUTTER - 10 })
}

function drawCells(
  env: LayoutEnv,
  sheet: Sheet,
  row: CellsRow,
  { top, bottom, tags }: { readonly top: number; readonly bottom: number; readonly tags: WrittenTags }
): void {
  const { table, part, number, cells, isWhole } = row
  const style = cellStyle(table, part)
  const isHead = part === 'head'
  const first = top - (isHead || number === null ? 0 : CELL_PAD)
  const inside = tags.cells(row)
  if (number !== null)
    drawNumber(env, sheet, number, style, isHead ? bottom + HEAD_PAD + style.leading : first)
  cells.forEach((lines, at) => {
    const column = table.columns[at]
    if (column === undefined) return
    const laid = lines.map((line) => brokenLine(env, line, style))
    const start = isHead ? bottom + HEAD_PAD + lines.length * style.leading : first
    const isRight = column.align === 'right' && cells.length > 1
    const edge = isRight ? { rightEdge: column.x + innerWidth(table, column) } : {}
    drawTagged(sheet.ops, inside[at] ?? null, (ops) =>
      drawLines(ops, laid, { x: column.x, top: start, ...edge })
    )
  })
  if (isWhole) drawRule(sheet, bottom, isHead ? 0.9 : 0.25)
}

/** A line of a cell, with the space it was broken at for whoever copies it or has it read aloud. */
function brokenLine({ measure }: LayoutEnv, line: string, style: TextStyle): TextLine {
  const [laid] = breakLines(measure, [{ text: line.trimEnd() }], style, Infinity)
  if (laid === undefined) throw new Error('no line')
  return { ...laid, hasSpaceAfter: line.endsWith(' ') }
}

/** One line as it was broken, with the spaces it begins with. */
function drawText(
  { measure }: LayoutEnv,
  ops: DrawOp[],
  text: string,
  style: TextStyle,
  { x, top }: { readonly x: number; readonly top: number }
): void {
  if (text.trim() === '') return
  const indent = /^ */.exec(text)?.[0] ?? ''
  const laid = breakLines(measure, [{ text: text.slice(indent.length) }], style, Infinity)
  drawLines(ops, laid, { x: x + measure.width(indent, style.size), top })
}

function drawRule({ ops }: Sheet, y: number, width = 0.25): void {
  ops.push({ kind: 'line', from: [FRAME.left, y], to: [FRAME.right, y], width, ink: 'black' })
}
