import type { EntryKind, LedgerEntry } from '../../shared/domain/ledger.ts'
import { done, failed, type Result } from '../../shared/domain/result.ts'
import {
  type ColumnRole,
  type EntryProposal,
  MOST_PROPOSALS,
  type RowProblem,
  type StatementFailure,
  type StatementMapping,
  type StatementProposals,
  type StatementReading
} from '../../shared/domain/statement.ts'
import { LONGEST_LINE } from '../../shared/domain/limits.ts'
import { readDirection } from './column-words.ts'
import type { CsvRow } from './csv-row.ts'
import { isFormula } from './formula-cell.ts'
import { readTable, type StatementTable } from './read-table.ts'
import { readCurrency, readStatementAmount, type SignedAmount } from './statement-amount.ts'
import { readStatementDate } from './statement-date.ts'
import { withoutBlocking } from './without-blocking.ts'

const SHOWN_PROBLEMS = 200
const SHOWN_TEXT_CHARS = 80

export interface ProposeRequest {
  readonly bytes: Uint8Array
  readonly reading: StatementReading
  readonly mapping: StatementMapping
  /** Rows with broken quotes are taken as they were repaired; else the whole file is refused. */
  readonly repairQuotes: boolean
  /** Words, one of which a row must hold; empty = every row. */
  readonly filter: string
  /** The ledger as it is, to find what is in it already. */
  readonly entries: readonly LedgerEntry[]
}

/** Turns rows into entries the user may add. */
export async function proposeEntries(
  request: ProposeRequest
): Promise<Result<StatementProposals, { readonly code: StatementFailure }>> {
  const { mapping, filter } = request
  const table = readTable(request.bytes, request.reading)
  if (table === null) return failed({ code: 'statement-not-text' })
  const passes = filterOf(filter)
  const knownId = knownEntries(request.entries)
  const read = rowReader(mapping, table)
  const proposals: EntryProposal[] = []
  const problems: RowProblem[] = []
  let hasBrokenQuotes = false
  const seen = { proposalCount: 0, rowCount: 0, filteredCount: 0, problemCount: 0 }
  await withoutBlocking(table.rows(), (row) => {
    seen.rowCount += 1
    hasBrokenQuotes ||= row.problems.length > 0
    if (!passes(row.cells)) {
      seen.filteredCount += 1
      return
    }
    const found = read(row)
    if ('code' in found) {
      seen.problemCount += 1
      if (problems.length < SHOWN_PROBLEMS) problems.push(found)
      return
    }
    seen.proposalCount += 1
    if (proposals.length < MOST_PROPOSALS) proposals.push({ ...found, knownId: knownId(found) })
  })
  if (hasBrokenQuotes && !request.repairQuotes) return failed({ code: 'quoting-broken' })
  return done({ proposals, problems, ...seen })
}

function filterOf(filter: string): (cells: readonly string[]) => boolean {
  const words = filter
    .split(/[,;，；]/)
    .map((word) => word.trim().toLocaleLowerCase())
    .filter((word) => word !== '')
  if (words.length === 0) return () => true
  return (cells) => {
    const text = cells.join('\n').toLocaleLowerCase()
    return words.some((word) => text.includes(word))
  }
}

type FoundEntry = Omit<EntryProposal, 'knownId'>

/** Each entry of the ledger answers for one row only: two equal payments of one day are two. */
function knownEntries(entries: readonly LedgerEntry[]): (found: FoundEntry) => string | null {
  const keyOf = (one: Pick<LedgerEntry, 'on' | 'amountMinor' | 'currency'>) =>
    `${one.on} ${String(one.amountMinor)} ${one.currency}`
  const left = new Map<string, string[]>()
  for (const entry of entries) left.set(keyOf(entry), [...(left.get(keyOf(entry)) ?? []), entry.id])
  return (found) => left.get(keyOf(found))?.shift() ?? null
}

function rowReader(
  mapping: StatementMapping,
  table: StatementTable
): (row: CsvRow) => FoundEntry | RowProblem {
  const at = (role: ColumnRole) => mapping.roles.indexOf(role)
  const told = mapping.roles.flatMap((role, index) => (role === 'description' ? [index] : []))
  const counterparty = at('counterparty')
  const noted = counterparty === -1 ? told : [...told, counterparty]
  const isSigned = table.sample.some(({ cells }) => {
    const amount = readStatementAmount(cells[at('amount')] ?? '', mapping.currency, mapping.decimalMark)
    return typeof amount !== 'string' && amount.hasSign
  })
  return ({ line, cells }) => {
    const problem = (code: RowProblem['code'], text = ''): RowProblem => ({
      line,
      code,
      text: text.trim().slice(0, SHOWN_TEXT_CHARS)
    })
    const cell = (role: ColumnRole) => (cells[at(role)] ?? '').trim()
    const on = readStatementDate(cell('date'), mapping.dateOrder)
    if (on === null) return problem(cell('date') === '' ? 'date-needed' : 'date-not-a-date', cell('date'))
    const currency = cell('currency') === '' ? mapping.currency : readCurrency(cell('currency'))
    if (currency === null) return problem('currency-unknown', cell('currency'))
    const sum = readSum(mapping, cell, currency, isSigned)
    if ('code' in sum) return problem(sum.code, sum.text)
    const note = noteOf(noted.map((index) => cells[index] ?? ''))
    return {
      line,
      on,
      kind: kindOf(mapping, sum.way),
      amountMinor: sum.amount.amountMinor,
      currency: sum.amount.currency ?? currency,
      note,
      isFormula: noted.some((index) => isFormula(cells[index] ?? ''))
    }
  }
}

type Way = 'out' | 'in'
interface Sum {
  readonly amount: SignedAmount
  /** null where nothing says it. */
  readonly way: Way | null
}

function readSum(
  mapping: StatementMapping,
  cell: (role: ColumnRole) => string,
  currency: string,
  isSigned: boolean
): Sum | Pick<RowProblem, 'code' | 'text'> {
  const { roles, decimalMark } = mapping
  let empty = ''
  for (const role of ['debit', 'credit', 'amount'] as const) {
    if (!roles.includes(role) || cell(role) === '') continue
    const amount = readStatementAmount(cell(role), currency, decimalMark)
    if (typeof amount === 'string') return { code: amount, text: cell(role) }
    // The other one of debit and credit is often a nought.
    if (amount.amountMinor === 0) {
      empty = cell(role)
      continue
    }
    if (role !== 'amount') return { amount, way: role === 'debit' ? 'out' : 'in' }
    const signed = isSigned || amount.isNegative ? (amount.isNegative ? 'out' : 'in') : null
    return { amount, way: readDirection(cell('direction')) ?? signed }
  }
  return { code: 'amount-needed', text: empty }
}

/** What leaves a bank account is a payment to the operator; what an operator takes from its account is a bill. */
function kindOf({ source }: StatementMapping, way: Way | null): EntryKind {
  if (way === null) return 'payment'
  if (source === 'bank') return way === 'out' ? 'payment' : 'refund'
  return way === 'out' ? 'bill' : 'payment'
}

/** One line of plain text: what a cell holds is shown and never run. */
function noteOf(cells: readonly string[]): string {
  const parts = cells.map((cell) => cell.replace(/[\s\p{Cc}]+/gu, ' ').trim()).filter((cell) => cell !== '')
  const note = [...new Set(parts)].join(' · ')
  return note.length <= LONGEST_LINE ? note : `${note.slice(0, LONGEST_LINE - 1)}…`
}
