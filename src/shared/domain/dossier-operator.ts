import type { Instant } from './calendar.ts'
import type { Dossier } from './dossier.ts'
import type { OperatorRef } from './operator.ts'
import type { OperatorData } from './operator-data.ts'
import { isSameValue } from './same-value.ts'

/** The facts of the operator a dossier names; null for one known by name alone. */
export function dataOf(operator: OperatorRef, known: readonly OperatorData[]): OperatorData | null {
  return known.find(({ id }) => id === operator.id) ?? null
}

/** After an edit: another operator brings its own facts, the same one keeps those it had. */
export function withItsOperatorData(
  before: Dossier,
  after: Dossier,
  known: readonly OperatorData[]
): Dossier {
  if (before.operator.id === after.operator.id) return after
  return { ...after, operatorData: dataOf(after.operator, known) }
}

/** Takes over newer facts; the same dossier where they do not differ or there are none. */
export function takeOperatorData(dossier: Dossier, known: readonly OperatorData[], at: Instant): Dossier {
  if (!hasOtherOperatorData(dossier, known)) return dossier
  const operatorData = dataOf(dossier.operator, known)
  return { ...dossier, operatorData, revision: dossier.revision + 1, changedAt: at }
}

/** The operator's facts have changed since the dossier took them over. */
export function hasOtherOperatorData(dossier: Dossier, known: readonly OperatorData[]): boolean {
  const now = dataOf(dossier.operator, known)
  return now !== null && !isSameValue(now, dossier.operatorData)
}
