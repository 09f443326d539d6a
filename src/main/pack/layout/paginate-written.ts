import type { Exhibit } from '../../../shared/domain/exhibit.ts'
import type { ExhibitPage } from '../plan/absorbed-exhibit.ts'
import {
  type CellsRow,
  MAIL_FIELDS,
  type MailField,
  type MailHead,
  MOST_WRITTEN_ROWS,
  type WrittenRow,
  type WrittenText
} from '../plan/written-text.ts'
import { firstOf, formsOf, pair, secondOf } from '../words/paired.ts'
import { contentTop, type StripEnv } from './exhibit-strip.ts'
import { FRAME } from './geometry.ts'
import { lines as allLines } from './layout-env.ts'
import { shownLines } from './shown-lines.ts'
import { FIELD, fieldLabelWidth, GUTTER, rowHeight, styleOf } from './written-shape.ts'
import { tableRows } from './written-table.ts'

/** A list of addresses as long as a page goes on in a row of its own. */
const MOST_FIELD_LINES = 20
/** Every fifth line of a letter has its number, as in papers that are quoted by line. */
const NUMBER_EVERY = 5

/** Lines of the text that stand on its last page. */
const LEAST_LAST_LINES = 2

type FieldRow = Extract<WrittenRow, { readonly kind: 'field' }>

/**
 * Cuts what a file says into pages under the exhibit's strip.
 *
 * @param noteOn what this is, and where the file itself lies
 * @param sameAs the other exhibit of the pack that is this file, by its SHA-256
 */
export function paginateWritten(
  env: StripEnv,
  exhibit: Exhibit,
  text: WrittenText,
  {
    noteOn,
    sameAs
  }: {
    readonly noteOn: (kind: WrittenText['kind']) => string
    readonly sameAs: (sha256: string) => string | null
  }
): readonly ExhibitPage[] {
  const table = text.kind === 'table' ? tableRows(env, text) : null
  const head = text.kind === 'mail' ? headRows(env, text.head, sameAs) : []
  const { rows, cut } = table ?? lineRows(env, text, MOST_WRITTEN_ROWS - head.length)
  const note = noteOn(text.kind === 'table' && table === null ? 'text' : text.kind)
  const notes = [...cut, note].flatMap((one) => noteRows(env, one))
  // A table ends with the rule of its last row.
  const end: WrittenRow = { kind: table === null ? 'rule' : 'gap' }
  const all: readonly WrittenRow[] = [...head, ...rows, end, ...notes]
  return pagesOf(env, all, contentTop(env, exhibit) - FRAME.bottom)
}

function headRows(
  env: StripEnv,
  head: MailHead,
  sameAs: (sha256: string) => string | null
): readonly WrittenRow[] {
  const { words, formats } = env
  const values: Readonly<Record<MailField, readonly { text: string; sameAs?: string | null }[]>> = {
    from: [{ text: head.from }],
    to: [{ text: head.to }],
    cc: [{ text: head.cc }],
    date: [
      {
        text:
          typeof head.date === 'string' ? head.date : formats.second(head.date.at, head.date.offsetMinutes)
      }
    ],
    subject: [{ text: head.subject }],
    id: [{ text: head.id }],
    signature: [{ text: head.signature === '' ? '' : words.written.signature(head.signature) }],
    attachments: head.attachments.map(({ name, sizeBytes, sha256, isShown }, index) => {
      const same = sameAs(sha256)
      const where = isShown ? words.written.shownAfter : words.written.onlyInLetter
      const size = env.first.formats.bytes(sizeBytes)
      const shown = same === null ? where : null
      const text = env.first.words.written.attachment(index + 1, name, size, shown && firstOf(shown))
      // Number, name and size are said once.
      return { text: shown === null ? text : pair(text, secondOf(shown)), sameAs: same }
    })
  }
  const rows = MAIL_FIELDS.flatMap((field) =>
    values[field].flatMap((value, index) =>
      value.text.trim() === '' ? [] : fieldRows(env, field, index === 0, value)
    )
  )
  const closed = rows.map((row, index): WrittenRow => {
    const next = rows[index + 1]
    return { ...row, isLast: next === undefined || next.label !== '' }
  })
  return closed.length === 0 ? [] : [...closed, { kind: 'gap' }]
}

function fieldRows(
  env: StripEnv,
  field: MailField,
  isFirst: boolean,
  { text, sameAs = null }: { readonly text: string; readonly sameAs?: string | null }
): readonly FieldRow[] {
  const { measure, words } = env
  const isBold = field === 'subject'
  const width = FRAME.width - fieldLabelWidth(env)
  const lines = formsOf(text.trim()).flatMap((form) => shownLines(measure, form, { ...FIELD, isBold }, width))
  const pieces = Array.from({ length: Math.ceil(lines.length / MOST_FIELD_LINES) }, (_, at) =>
    lines.slice(at * MOST_FIELD_LINES, (at + 1) * MOST_FIELD_LINES)
  )
  return pieces.map((piece, at) => ({
    kind: 'field',
    label: isFirst && at === 0 ? words.written.fields[field] : '',
    lines: piece,
    isBold,
    sameAs: at === pieces.length - 1 ? sameAs : null,
    isLast: false
  }))
}

/** The lines of a file keep its own numbers; those of a letter are counted as they stand on paper. */
function lineRows(
  { measure, words }: StripEnv,
  { kind, lines }: WrittenText,
  most: number
): { readonly rows: readonly WrittenRow[]; readonly cut: readonly string[] } {
  const look = kind === 'mail' ? 'letter' : 'text'
  const rows: WrittenRow[] = []
  for (const [at, line] of lines.entries()) {
    const shown = shownLines(measure, line, styleOf(look), FRAME.width - GUTTER)
    if (rows.length + shown.length > most) return { rows, cut: [words.written.cut(at, lines.length)] }
    for (const [nth, text] of shown.entries()) {
      const count = rows.length + 1
      const isNumbered = look === 'text' ? nth === 0 : count === 1 || count % NUMBER_EVERY === 0
      rows.push({ kind: 'line', look, number: !isNumbered ? null : look === 'text' ? at + 1 : count, text })
    }
  }
  return { rows, cut: [] }
}

function noteRows(env: StripEnv, text: string): readonly WrittenRow[] {
  return allLines(env, text, env.styles.note, FRAME.width).map(({ parts }) => ({
    kind: 'note',
    text: parts.map((part) => part.text).join(''),
    ...(parts.some(({ span }) => span.language !== undefined) && { isSecond: true })
  }))
}

function isCells(row: WrittenRow | undefined): row is CellsRow {
  return row?.kind === 'cells'
}

function isHead(row: WrittenRow | undefined): row is CellsRow {
  return isCells(row) && row.part === 'head'
}

function pagesOf(env: StripEnv, rows: readonly WrittenRow[], room: number): readonly ExhibitPage[] {
  const pages: WrittenRow[][] = [[]]
  const heightOf = (page: readonly WrittenRow[]) =>
    page.reduce((sum, row) => sum + rowHeight(env.styles, row), 0)
  let used = 0
  for (const row of rows) {
    const height = rowHeight(env.styles, row)
    if (used + height > room) {
      const page = beginPage(pages, rows, row)
      pages.push(page)
      used = heightOf(page)
    }
    pages.at(-1)?.push(row)
    used += height
  }
  keepEnd(pages, rows)
  return pages.map((one) => ({ kind: 'written', rows: one }))
}

/** What stands above the row that a page begins with: the head of its table again, or one that was left without rows. */
function beginPage(
  pages: readonly WrittenRow[][],
  rows: readonly WrittenRow[],
  row: WrittenRow
): WrittenRow[] {
  const before = pages.at(-1)
  const last = before?.at(-1)
  if (before !== undefined && before.length > 1 && isHead(last)) return before.splice(-1)
  return repeatedHead(rows, row)
}

function repeatedHead(rows: readonly WrittenRow[], row: WrittenRow | undefined): WrittenRow[] {
  if (!isCells(row) || row.part !== 'body') return []
  return rows.filter(isHead).map((head) => ({ ...head, number: null }))
}

/** The note at the end never has a page to itself: the last lines come along. */
function keepEnd(pages: readonly WrittenRow[][], rows: readonly WrittenRow[]): void {
  const [before, last] = [pages.at(-2), pages.at(-1)]
  if (before === undefined || last === undefined) return
  const isLine = (row: WrittenRow) => row.kind === 'line' || (isCells(row) && !isHead(row))
  const missing = LEAST_LAST_LINES - last.filter(isLine).length
  const lineRows = before.flatMap((row, at) => (isLine(row) ? [at] : []))
  const from = lineRows.at(-missing)
  if (missing <= 0 || from === undefined || lineRows.length <= 2 * LEAST_LAST_LINES) return
  const moved = before.splice(from)
  // The head that was repeated for them stands above the rows that come along.
  if (isHead(last[0]) && last[0].number === null) last.shift()
  last.unshift(...repeatedHead(rows, moved[0]), ...moved)
}
