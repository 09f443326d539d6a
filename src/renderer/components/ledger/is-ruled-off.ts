import type { LedgerSection } from '../../../shared/domain/ledger.ts'

/** Whether an account stands over the double rule: nothing is open and every payment has its proof. */
export function isRuledOff({ rows, balanceMinor }: LedgerSection, provenIds: ReadonlySet<string>): boolean {
  return (
    rows.length > 0 &&
    balanceMinor === 0 &&
    rows.every(({ entry }) => entry.kind !== 'payment' || provenIds.has(entry.id))
  )
}
