import type { IsoDate } from './calendar.ts'

export const ENTRY_KINDS = ['bill', 'arrears', 'penalty', 'fee', 'payment', 'refund'] as const
export type EntryKind = (typeof ENTRY_KINDS)[number]

export interface LedgerEntry {
  readonly id: string
  readonly on: IsoDate
  readonly kind: EntryKind
  /** Whole minor units, always positive: the kind gives the direction. */
  readonly amountMinor: number
  /** ISO 4217. */
  readonly currency: string
  readonly note: string
}

/** The dated entries between subscriber and operator. */
export interface Ledger {
  /** ISO 4217: what a new entry is in, and what the sums of the agreement are in. */
  readonly currency: string
  readonly entries: readonly LedgerEntry[]
}

/**
 * A payment lowers what is owed; everything else raises it. A refund raises it too:
 * it returns a credit of the subscriber, which stood as a negative balance.
 */
export function isCharge(kind: EntryKind): boolean {
  return kind !== 'payment'
}

export interface LedgerRow {
  readonly entry: LedgerEntry
  /** What is owed after this entry, in minor units; negative = credit of the subscriber. */
  readonly balanceMinor: number
}

/** The entries of one currency. Currencies are never added up together. */
export interface LedgerSection {
  readonly currency: string
  readonly rows: readonly LedgerRow[]
  readonly chargedMinor: number
  readonly paidMinor: number
  /** Charged less paid: always computed, never typed. */
  readonly balanceMinor: number
}

/**
 * The ledger by date with its running balance, one section for each currency: the ledger's own first, there
 * even while it is empty, then the others by code. Entries of one day keep the order in which they were added.
 */
export function summariseLedger(ledger: Ledger): readonly [LedgerSection, ...LedgerSection[]] {
  const others = new Set(ledger.entries.map((entry) => entry.currency))
  others.delete(ledger.currency)
  const section = (currency: string) =>
    summariseEntries(
      currency,
      ledger.entries.filter((entry) => entry.currency === currency)
    )
  return [section(ledger.currency), ...[...others].toSorted().map(section)]
}

function summariseEntries(currency: string, entries: readonly LedgerEntry[]): LedgerSection {
  const ordered = entries.toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
  let chargedMinor = 0
  let paidMinor = 0
  const rows = ordered.map((entry) => {
    if (isCharge(entry.kind)) chargedMinor += entry.amountMinor
    else paidMinor += entry.amountMinor
    return { entry, balanceMinor: chargedMinor - paidMinor }
  })
  return { currency, rows, chargedMinor, paidMinor, balanceMinor: chargedMinor - paidMinor }
}

/** A sum that is open. */
export interface Owed {
  readonly currency: string
  readonly amountMinor: number
}

/**
 * What the subscriber owes, one sum for each currency in which something is owed.
 * @param until only entries up to and including this day
 */
export function owedIn(ledger: Ledger, until: IsoDate | null = null): readonly Owed[] {
  const entries = until === null ? ledger.entries : ledger.entries.filter((entry) => entry.on <= until)
  return summariseLedger({ ...ledger, entries })
    .filter((section) => section.balanceMinor > 0)
    .map(({ currency, balanceMinor }) => ({ currency, amountMinor: balanceMinor }))
}
