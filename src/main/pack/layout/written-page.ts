import type { Exhibit } from '../../../shared/domain/exhibit.ts'
import type { TextMeasure } from '../fonts/text-measure.ts'
import type { ExhibitPage } from '../plan/absorbed-exhibit.ts'
import type { WrittenRow, WrittenText } from '../plan/written-text.ts'
import type { Sheet } from './drawing.ts'
import { contentTop, type StripEnv } from './exhibit-strip.ts'
import { FRAME } from './geometry.ts'
import { breakLines, drawLines, type TextStyle } from './rich-text.ts'

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
/** Longer lines are laid out piece by piece: finding their breaks at once takes time by the square of their length. */
const LONGEST_PIECE = 1_000

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
    const shown = shownLines(env, value, FRAME.width - LABEL_WIDTH)
    rows.push(...shown.map((line, at): WrittenRow => fieldRow(at === 0 ? label : '', line)))
  }
  rows.push({ kind: 'rule' })
  for (const [at, line] of text.lines.entries()) {
    const shown = shownLines(env, line, FRAME.width - GUTTER)
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

/** The line as it is broken on paper, each part with the spaces it began with. */
function shownLines({ measure }: StripEnv, line: string, width: number): readonly string[] {
  const indent = /^ */.exec(line)?.[0] ?? ''
  const room = width - Math.min(measure.width(indent, LINE.size), width / 2)
  const pieces = inPieces(line.slice(indent.length)).flatMap((piece) => cutRuns(measure, piece, room))
  return pieces.flatMap((text) =>
    breakLines(measure, [{ text }], LINE, room).map(
      ({ parts }) => indent + parts.map((part) => part.text).join('')
    )
  )
}

/** Where it can be, between two words. */
function inPieces(line: string): readonly string[] {
  const pieces: string[] = []
  let rest = line
  while (rest.length > LONGEST_PIECE) {
    const space = rest.lastIndexOf(' ', LONGEST_PIECE - 1)
    const end = space > 0 ? space + 1 : LONGEST_PIECE
    pieces.push(rest.slice(0, end))
    rest = rest.slice(end)
  }
  return [...pieces, rest]
}

const LONG_RUN = /[^\s\p{Script=Han}\u3000-\u303f\uff00-\uffef]{40,}/gu

/** A run of characters wider than the page is cut without a hyphen: it would be read as part of it. */
function cutRuns(measure: TextMeasure, text: string, room: number): readonly string[] {
  const cut = text.replace(LONG_RUN, (run) => {
    if (measure.width(run, LINE.size) <= room) return run
    let used = 0
    let shown = ''
    for (const character of run) {
      const width = measure.width(character, LINE.size)
      if (used + width > room) {
        shown += '\n'
        used = 0
      }
      shown += character
      used += width
    }
    return shown
  })
  return cut.split('\n')
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
