import type { IsoDate } from './calendar.ts'

export const ENTRY_KINDS = ['bill', 'arrears', 'penalty', 'fee', 'payment', 'refund'] as const
export type EntryKind = (typeof ENTRY_KINDS)[number]

export interface LedgerEntry {
  readonly id: string
  readonly on: IsoDate
  readonly kind: EntryKind
  /** Whole minor units, always positive: the kind gives the direction. */
  readonly amountMinor: number
  readonly note: string
  /** The exhibit that proves it, where there is one. */
  readonly exhibitId: string | null
}

/** The dated entries between subscriber and operator, in one currency. */
export interface Ledger {
  /** ISO 4217. */
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

export interface LedgerSummary {
  readonly rows: readonly LedgerRow[]
  readonly chargedMinor: number
  readonly paidMinor: number
  /** Charged less paid: always computed, never typed. */
  readonly balanceMinor: number
}

/** The ledger by date with its running balance. Entries of one day keep the order in which they were added. */
export function summariseLedger(ledger: Ledger): LedgerSummary {
  const ordered = ledger.entries.toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
  let chargedMinor = 0
  let paidMinor = 0
  const rows = ordered.map((entry) => {
    if (isCharge(entry.kind)) chargedMinor += entry.amountMinor
    else paidMinor += entry.amountMinor
    return { entry, balanceMinor: chargedMinor - paidMinor }
  })
  return { rows, chargedMinor, paidMinor, balanceMinor: chargedMinor - paidMinor }
}
