import type { ColumnRole, StatementMapping } from '../../shared/domain/statement.ts'
import { isOperatorsColumn, readDirection, roleByName } from './column-words.ts'
import { guessDecimalMark, readCurrency, readStatementAmount } from './statement-amount.ts'
import { guessDateOrder, readStatementDate } from './statement-date.ts'

/** Footers and remarks stand among the rows; this share of a column's filled cells must be what its role says. */
const MOST_CELLS = 0.6

interface Column {
  readonly header: string
  /** The filled ones. */
  readonly cells: readonly string[]
}

export interface GuessedMapping {
  readonly mapping: StatementMapping
  readonly isDateOrderUnsure: boolean
}

/** What each column holds: by its name where it has a known one and its cells agree, else by its cells alone. */
export function guessMapping(
  headers: readonly string[],
  rows: readonly (readonly string[])[],
  fallbackCurrency: string
): GuessedMapping {
  const columns = headers.map((header, at) => ({
    header,
    cells: rows.map((cells) => cells[at] ?? '').filter((cell) => cell.trim() !== '')
  }))
  const roles = withFoundByCells(onePerRole(columns.map(roleOf)), columns)
  const cellsOf = (...wanted: readonly ColumnRole[]) =>
    columns.filter((_, at) => wanted.includes(roles[at] ?? 'ignore')).flatMap(({ cells }) => cells)
  const { order, isUnsure } = guessDateOrder(cellsOf('date'))
  const sums = columns.filter((_, at) => ['amount', 'debit', 'credit'].includes(roles[at] ?? 'ignore'))
  return {
    mapping: {
      roles,
      dateOrder: order,
      decimalMark: guessDecimalMark(cellsOf('amount', 'debit', 'credit')),
      source: headers.some(isOperatorsColumn) ? 'operator' : 'bank',
      currency:
        sums.map(({ header }) => readCurrency(header)).find((code) => code !== null) ?? fallbackCurrency
    },
    isDateOrderUnsure: isUnsure
  }
}

function roleOf(column: Column): ColumnRole {
  const role = roleByName(column.header)
  if (role === null) return 'ignore'
  if (role === 'description' && column.cells.length > 0 && share(column, isDirection) >= MOST_CELLS)
    return 'direction'
  return holds(column, role) ? role : 'ignore'
}

function holds(column: Column, role: ColumnRole): boolean {
  // A column without a filled cell contradicts nothing.
  if (column.cells.length === 0) return true
  if (role === 'date') return share(column, isDate) >= MOST_CELLS
  if (role === 'amount' || role === 'debit' || role === 'credit') return share(column, isSum) >= MOST_CELLS
  if (role === 'direction') return share(column, isDirection) > 0
  return role !== 'currency' || share(column, (cell) => readCurrency(cell) !== null) >= MOST_CELLS
}

function share({ cells }: Column, fits: (cell: string) => boolean): number {
  return cells.length === 0 ? 0 : cells.filter(fits).length / cells.length
}

const isDirection = (cell: string) => readDirection(cell) !== null
const isDate = (cell: string) =>
  readStatementDate(cell, 'dmy') !== null || readStatementDate(cell, 'mdy') !== null
const isSum = (cell: string) =>
  (['point', 'comma'] as const).some((mark) => typeof readStatementAmount(cell, 'RUB', mark) !== 'string')

/** The first column of each role counts; only descriptions may be several. Debit and credit beat a plain amount as a pair. */
function onePerRole(roles: readonly ColumnRole[]): readonly ColumnRole[] {
  const first = roles.map((role, at) =>
    role === 'description' || roles.indexOf(role) === at ? role : 'ignore'
  )
  const isPair = first.includes('debit') && first.includes('credit')
  if (!first.includes('amount')) return first
  return first.map((role) => {
    if (isPair) return role === 'amount' ? 'ignore' : role
    return role === 'debit' || role === 'credit' ? 'ignore' : role
  })
}

function withFoundByCells(roles: readonly ColumnRole[], columns: readonly Column[]): readonly ColumnRole[] {
  const found = [...roles]
  const free = (at: number) => found[at] === 'ignore' && roleByName(columns[at]?.header ?? '') === null
  const give = (role: ColumnRole, fits: (column: Column) => boolean) => {
    const at = columns.findIndex((column, index) => free(index) && column.cells.length > 0 && fits(column))
    if (at !== -1) found[at] = role
  }
  if (!found.includes('date')) give('date', (column) => share(column, isDate) >= MOST_CELLS)
  if (!found.some((role) => role === 'amount' || role === 'debit' || role === 'credit'))
    give('amount', (column) => share(column, isSum) >= MOST_CELLS && column.cells.some(looksLikeMoney))
  if (!found.includes('description'))
    give('description', (column) => share(column, (cell) => /\p{L}{3}/u.test(cell)) >= MOST_CELLS)
  return found
}

/** A sum has places, a sign or a currency; a card number has none. */
function looksLikeMoney(cell: string): boolean {
  return /[.,]\d{2}(?!\d)|^[+\-−]|[₽¥￥$€]/.test(cell.trim())
}
