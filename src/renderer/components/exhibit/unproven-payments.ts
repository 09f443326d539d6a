import { liveExhibits, type Dossier } from '../../../shared/domain/dossier.ts'
import type { LedgerEntry } from '../../../shared/domain/ledger.ts'

/** Payments that no exhibit of the dossier proves, oldest first. */
export function unprovenPayments(dossier: Dossier): readonly LedgerEntry[] {
  const live = new Set(liveExhibits(dossier).map((exhibit) => exhibit.id))
  return dossier.payments.entries
    .filter((entry) => entry.kind === 'payment' && (entry.exhibitId === null || !live.has(entry.exhibitId)))
    .toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
}
