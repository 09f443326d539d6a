import type { IsoDate } from './calendar.ts'
import type { EntryKind } from './ledger.ts'

/** A statement = a bank's or an operator's list of movements, as a text table. */
export const STATEMENT_ENCODINGS = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1251', 'gb18030'] as const
export type StatementEncoding = (typeof STATEMENT_ENCODINGS)[number]

export const DELIMITERS = ['comma', 'semicolon', 'tab', 'pipe'] as const
export type Delimiter = (typeof DELIMITERS)[number]

/** `direction` says in words whether money went out or came in; `debit` and `credit` hold one sum each. */
export const COLUMN_ROLES = [
  'ignore',
  'date',
  'amount',
  'debit',
  'credit',
  'direction',
  'description',
  'counterparty',
  'currency'
] as const
export type ColumnRole = (typeof COLUMN_ROLES)[number]

export const DATE_ORDERS = ['ymd', 'dmy', 'mdy'] as const
export type DateOrder = (typeof DATE_ORDERS)[number]

export const DECIMAL_MARKS = ['comma', 'point'] as const
export type DecimalMark = (typeof DECIMAL_MARKS)[number]

/** Whose movements these are: money that leaves a bank account comes in at the operator's. */
export const STATEMENT_SOURCES = ['bank', 'operator'] as const
export type StatementSource = (typeof STATEMENT_SOURCES)[number]

export const LARGEST_STATEMENT_BYTES = 50 * 1024 * 1024
export const MOST_COLUMNS = 200
export const LONGEST_FILTER = 200
/** Nobody looks through more rows than this in a dialog; the filter finds the rest. */
export const MOST_PROPOSALS = 500

/** Why a chosen file is no table of movements. */
export const STATEMENT_FAILURES = [
  'empty-file',
  'statement-too-large',
  'statement-is-spreadsheet',
  'statement-is-pdf',
  'statement-not-text',
  'statement-gone',
  'is-link',
  'is-folder',
  'not-a-file',
  'vanished',
  'changed-while-read',
  'no-permission',
  'read-failed',
  'quoting-broken',
  'dossier-gone'
] as const
export type StatementFailure = (typeof STATEMENT_FAILURES)[number]

/** How the file is to be read; null = as the app takes it to be. */
export interface StatementReading {
  readonly encoding: StatementEncoding | null
  readonly delimiter: Delimiter | null
  /** Line of the file that holds the column names; 0 = there is none; null = found by the app. */
  readonly headerLine: number | null
}

export const QUOTING_PROBLEMS = ['stray-quote', 'unclosed-quote', 'row-too-long', 'too-many-columns'] as const
/** A row that breaks the rules of quoting, and the line where it does. */
export interface QuotingProblem {
  readonly code: (typeof QUOTING_PROBLEMS)[number]
  readonly line: number
}

/** `likely` was decided by the letters, `unsure` needs the user's eyes. */
export type EncodingConfidence = 'certain' | 'likely' | 'unsure'

export interface StatementCell {
  readonly text: string
  /** A spreadsheet would run it; here it stays text. */
  readonly isFormula: boolean
}

export interface StatementRow {
  readonly line: number
  readonly cells: readonly StatementCell[]
}

export interface StatementColumn {
  readonly header: string
  readonly role: ColumnRole
}

/** How rows become entries; proposed by the app, changed by the user. */
export interface StatementMapping {
  /** One role a column, in the file's order. */
  readonly roles: readonly ColumnRole[]
  readonly dateOrder: DateOrder
  readonly decimalMark: DecimalMark
  readonly source: StatementSource
  /** For rows that name none, ISO 4217. */
  readonly currency: string
}

/** A file as it was read, for the user to look through. */
export interface StatementPreview {
  readonly fileName: string
  readonly sizeBytes: number
  readonly encoding: StatementEncoding
  readonly encodingConfidence: EncodingConfidence
  /** Characters that are not of this encoding, shown as �. */
  readonly unreadableCount: number
  readonly delimiter: Delimiter
  readonly headerLine: number
  /** Rows above the column names: addressee, account, period. */
  readonly linesBefore: number
  readonly columns: readonly StatementColumn[]
  /** The first rows below the column names. */
  readonly rows: readonly StatementRow[]
  readonly rowCount: number
  readonly formulaCount: number
  readonly quotingCount: number
  /** The first of them. */
  readonly quoting: readonly QuotingProblem[]
  readonly mapping: StatementMapping
  /** Every date could be read in another order as well. */
  readonly isDateOrderUnsure: boolean
}

export const ROW_PROBLEMS = [
  'date-needed',
  'date-not-a-date',
  'amount-needed',
  'amount-not-a-number',
  'amount-too-precise',
  'amount-too-large',
  'currency-unknown'
] as const
/** Why a row cannot become an entry. */
export interface RowProblem {
  readonly line: number
  readonly code: (typeof ROW_PROBLEMS)[number]
  /** The cell it is about. */
  readonly text: string
}

/** A row as the entry it could become. */
export interface EntryProposal {
  readonly line: number
  readonly on: IsoDate
  readonly kind: EntryKind
  readonly amountMinor: number
  readonly currency: string
  readonly note: string
  readonly isFormula: boolean
  /** The entry of the ledger with this day, sum and currency; null where the row is new. */
  readonly knownId: string | null
}

export interface StatementProposals {
  /** The first {@link MOST_PROPOSALS}. */
  readonly proposals: readonly EntryProposal[]
  /** Rows that could become entries, those beyond the first included. */
  readonly proposalCount: number
  readonly rowCount: number
  /** Rows the filter left out. */
  readonly filteredCount: number
  readonly problemCount: number
  readonly problems: readonly RowProblem[]
}
