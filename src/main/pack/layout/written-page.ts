import type { Exhibit } from '../../../shared/domain/exhibit.ts'
import type { ExhibitPage } from '../plan/absorbed-exhibit.ts'
import type { WrittenRow, WrittenText } from '../plan/written-text.ts'
import type { Sheet } from './drawing.ts'
import { contentTop, type StripEnv } from './exhibit-strip.ts'
import { FRAME } from './geometry.ts'
import { breakLines, drawLines, type TextStyle } from './rich-text.ts'
import { shownLines } from './shown-lines.ts'

/** Numbers of lines stand in the margin of the text: somebody who answers can name the one he means. */
const GUTTER = 26
const LABEL_WIDTH = 76
const RULE_HEIGHT = 10

const LINE: TextStyle = { size: 9, leading: 12.5, ink: 'black', isBold: false }
/** Smaller figures on the same line: their middle lies lower. */
const NUMBER_DROP = 0.97
const NUMBER: TextStyle = { size: 6.5, leading: 12.5, ink: 'mid', isBold: false }

/** A book nobody reads on paper: the rest is in the attached file, and the last line says so. */
const MOST_ROWS = 8_000

/**
 * Cuts what a file says into pages under the exhibit's strip.
 * @param note what this is, and where the file itself lies
 */
export function paginateWritten(
  env: StripEnv,
  exhibit: Exhibit,
  text: WrittenText,
  note: string
): readonly ExhibitPage[] {
  const { words } = env
  const rows: WrittenRow[] = noteRows(env, note)
  if (text.head.length > 0) rows.push({ kind: 'rule' })
  for (const { field, value } of text.head) {
    const label = words.written.fields[field]
    const shown = shownLines(env.measure, value, LINE, FRAME.width - LABEL_WIDTH)
    rows.push(...shown.map((line, at): WrittenRow => fieldRow(at === 0 ? label : '', line)))
  }
  rows.push({ kind: 'rule' })
  for (const [at, line] of text.lines.entries()) {
    const shown = shownLines(env.measure, line, LINE, FRAME.width - GUTTER)
    if (rows.length + shown.length > MOST_ROWS) {
      rows.push(...noteRows(env, words.written.cut(at, text.lines.length)))
      break
    }
    rows.push(
      ...shown.map((part, nth): WrittenRow => ({
        kind: 'line',
        number: nth === 0 ? at + 1 : null,
        text: part
      }))
    )
  }
  return pagesOf(env, rows, contentTop(env, exhibit) - FRAME.bottom)
}

function noteRows(env: StripEnv, text: string): WrittenRow[] {
  const { measure, styles } = env
  return breakLines(measure, [{ text }], styles.note, FRAME.width).map((line) => ({
    kind: 'note',
    text: line.parts.map((part) => part.text).join('')
  }))
}

function fieldRow(label: string, text: string): WrittenRow {
  return { kind: 'field', label, text }
}

function pagesOf(env: StripEnv, rows: readonly WrittenRow[], room: number): readonly ExhibitPage[] {
  const pages: WrittenRow[][] = [[]]
  let used = 0
  for (const row of rows) {
    const height = heightOfRow(env, row)
    if (used + height > room) {
      pages.push([])
      used = 0
    }
    pages.at(-1)?.push(row)
    used += height
  }
  return pages.map((one) => ({ kind: 'written', rows: one }))
}

function heightOfRow({ styles }: StripEnv, row: WrittenRow): number {
  if (row.kind === 'rule') return RULE_HEIGHT
  return row.kind === 'note' ? styles.note.leading : LINE.leading
}

/** Draws the rows of one page downwards from `top`. */
export function drawWritten(env: StripEnv, sheet: Sheet, rows: readonly WrittenRow[], top: number): void {
  const { ops } = sheet
  const draw = (text: string, style: TextStyle, x: number, at: number) => {
    const indent = /^ */.exec(text)?.[0] ?? ''
    const left = x + env.measure.width(indent, style.size)
    const [line] = breakLines(env.measure, [{ text: text.slice(indent.length) }], style, Infinity)
    if (line !== undefined && text.trim() !== '') drawLines(ops, [line], { x: left, top: at })
  }
  let y = top
  for (const row of rows) {
    if (row.kind === 'note') draw(row.text, env.styles.note, FRAME.left, y)
    else if (row.kind === 'field') {
      draw(row.label, { ...LINE, ink: 'dark' }, FRAME.left, y)
      draw(row.text, LINE, FRAME.left + LABEL_WIDTH, y)
    } else if (row.kind === 'line') {
      if (row.number !== null) draw(String(row.number), NUMBER, FRAME.left, y - NUMBER_DROP)
      draw(row.text, LINE, FRAME.left + GUTTER, y)
    } else {
      const at = y - RULE_HEIGHT / 2
      ops.push({ kind: 'line', from: [FRAME.left, at], to: [FRAME.right, at], width: 0.6, ink: 'black' })
    }
    y -= heightOfRow(env, row)
  }
}
