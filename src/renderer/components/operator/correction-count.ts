import type { OwnOperator } from '../../../shared/domain/operator-data.ts'

/** How many values of the user's stand in place of, or beside, the shipped ones. */
export function correctionCount(own: OwnOperator | null): number {
  if (own === null) return 0
  const waiting = own.followUpDays === null ? 0 : 1
  return Object.keys(own.facts).length + Object.keys(own.channels).length + waiting
}
