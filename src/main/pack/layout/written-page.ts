import type { WrittenRow } from '../plan/written-text.ts'
import type { Sheet } from './drawing.ts'
import { FRAME } from './geometry.ts'
import type { LayoutEnv } from './layout-env.ts'
import { exhibitReference } from './references.ts'
import { breakLines, drawLines, type Span, type TextStyle } from './rich-text.ts'
import {
  FIELD,
  FIELD_LABEL_WIDTH,
  FIELD_PAD,
  GUTTER,
  numberOf,
  RULE_HEIGHT,
  rowHeight,
  styleOf
} from './written-shape.ts'

/** Draws the rows of one page downwards from `top`. */
export function drawWritten(env: LayoutEnv, sheet: Sheet, rows: readonly WrittenRow[], top: number): void {
  let y = top
  for (const row of rows) {
    const bottom = y - rowHeight(env.styles, row)
    if (row.kind === 'note') drawText(env, sheet, row.text, env.styles.note, { x: FRAME.left, top: y })
    else if (row.kind === 'field') drawField(env, sheet, row, y, bottom)
    else if (row.kind === 'line') drawTextLine(env, sheet, row, y)
    else if (row.kind === 'rule') drawRule(sheet, y - RULE_HEIGHT / 2)
    y = bottom
  }
}

function drawField(
  env: LayoutEnv,
  sheet: Sheet,
  { label, lines, isBold, sameAs, isLast }: Extract<WrittenRow, { readonly kind: 'field' }>,
  top: number,
  bottom: number
): void {
  const x = FRAME.left + FIELD_LABEL_WIDTH
  let y = top - FIELD_PAD
  drawText(env, sheet, label, { ...FIELD, ink: 'dark' }, { x: FRAME.left, top: y })
  for (const line of lines) {
    drawText(env, sheet, line, { ...FIELD, isBold }, { x, top: y })
    y -= FIELD.leading
  }
  const same = sameAs === null ? undefined : env.absorbed.get(sameAs)?.exhibit
  if (same !== undefined) {
    const spans: readonly Span[] = [
      { text: `${env.words.written.sameAs} `, ink: 'dark' },
      ...exhibitReference(env, same)
    ]
    drawLines(sheet.ops, breakLines(env.measure, spans, FIELD, Infinity), { x, top: y })
  }
  if (isLast) drawRule(sheet, bottom)
}

function drawTextLine(
  env: LayoutEnv,
  sheet: Sheet,
  { look, number, text }: Extract<WrittenRow, { readonly kind: 'line' }>,
  top: number
): void {
  if (number !== null) {
    const { style, drop } = numberOf(look)
    const laid = breakLines(env.measure, [{ text: String(number) }], style, Infinity)
    drawLines(sheet.ops, laid, { x: FRAME.left, top: top - drop, rightEdge: FRAME.left + GUTTER - 10 })
  }
  drawText(env, sheet, text, styleOf(look), { x: FRAME.left + GUTTER, top })
}

/** One line as it was broken, with the spaces it begins with. */
function drawText(
  { measure }: LayoutEnv,
  { ops }: Sheet,
  text: string,
  style: TextStyle,
  { x, top }: { readonly x: number; readonly top: number }
): void {
  if (text.trim() === '') return
  const indent = /^ */.exec(text)?.[0] ?? ''
  const laid = breakLines(measure, [{ text: text.slice(indent.length) }], style, Infinity)
  drawLines(ops, laid, { x: x + measure.width(indent, style.size), top })
}

function drawRule({ ops }: Sheet, y: number): void {
  ops.push({ kind: 'line', from: [FRAME.left, y], to: [FRAME.right, y], width: 0.25, ink: 'black' })
}
