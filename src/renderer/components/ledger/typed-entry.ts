import type { EntryKind, LedgerEntry } from '../../../shared/domain/ledger.ts'
import { parseAmount } from '../../../shared/domain/money.ts'
import type { ScreenLanguage } from '../../../shared/domain/settings.ts'
import { LONGEST_LINE } from '../../../shared/domain/limits.ts'
import { formatFigure } from '../../formats/amounts.ts'
import { formatDate } from '../../formats/dates.ts'
import { faultOfDate, parseReaderDate } from '../../formats/reader-date.ts'

/** A ledger entry as its fields hold it. */
export type TypedEntry = Readonly<Record<'on' | 'note' | 'amount' | 'currency', string>> & {
  readonly kind: EntryKind
  /** What proves a new entry; empty where there is nothing yet. */
  readonly exhibitId: string
}

export interface EntryErrors {
  readonly on?: string
  readonly note?: string
  readonly amount?: string
}

export function typedEntry(entry: LedgerEntry, language: ScreenLanguage): TypedEntry {
  return {
    kind: entry.kind,
    on: formatDate(entry.on, language, 'table'),
    note: entry.note,
    amount: formatFigure(entry.amountMinor, entry.currency, language),
    currency: entry.currency,
    exhibitId: ''
  }
}

/** The entry where everything is right, and a code beside every field where it is not. */
export function checkEntry(
  typed: TypedEntry,
  id: string
): { readonly entry: LedgerEntry | null; readonly errors: EntryErrors } {
  const { kind, currency } = typed
  const on = parseReaderDate(typed.on)
  const amount = typed.amount.trim() === '' ? 0 : parseAmount(typed.amount, currency)
  const note = typed.note.trim()
  const errors: EntryErrors = {
    ...(on === null ? { on: typed.on.trim() === '' ? 'date-needed' : faultOfDate(typed.on) } : {}),
    ...(note.length > LONGEST_LINE ? { note: 'text-too-long' } : {}),
    ...(amount === 0 ? { amount: 'amount-needed' } : typeof amount === 'string' ? { amount } : {})
  }
  if (on === null || typeof amount === 'string' || Object.keys(errors).length > 0)
    return { entry: null, errors }
  return { entry: { id, on, kind, amountMinor: amount, currency, note }, errors }
}
