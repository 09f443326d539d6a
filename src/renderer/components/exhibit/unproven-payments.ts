import type { Dossier } from '../../../shared/domain/dossier.ts'
import type { LedgerEntry } from '../../../shared/domain/ledger.ts'
import { provenIds } from '../../../shared/domain/proof-target.ts'

/** Payments that no exhibit of the dossier proves, oldest first. */
export function unprovenPayments(dossier: Dossier): readonly LedgerEntry[] {
  const proven = provenIds(dossier, 'entry')
  return dossier.payments.entries
    .filter((entry) => entry.kind === 'payment' && !proven.has(entry.id))
    .toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
}
