import type { Dossier } from '../../shared/domain/dossier.ts'
import { reviewSteps } from '../../shared/domain/step-review.ts'
import type { Warning } from '../../shared/domain/step-warnings.ts'
import { warningSentence } from './review-words.ts'
import type { Terminal } from './terminal.ts'

/** Says what contradicts itself since this change: dates in the wrong order, a debt on the day of signing. */
export function warnOfNew(before: Dossier, after: Dossier, { err, language, now }: Terminal): boolean {
  const today = now().slice(0, 10)
  const warningsOf = (dossier: Dossier) =>
    reviewSteps(dossier, today).flatMap(({ step, warnings }) =>
      warnings.map((warning) => ({ step, warning, key: `${step} ${keyOf(warning)}` }))
    )
  const known = new Set(warningsOf(before).map(({ key }) => key))
  const fresh = warningsOf(after).filter(({ key }) => !known.has(key))
  for (const { step, warning } of fresh) err(`${step}: ${warningSentence(warning, after, language)}`)
  return fresh.length > 0
}

/** The same for the same trouble with the same thing, whatever its dates and amounts have become. */
function keyOf(warning: Warning): string {
  const { code } = warning
  if ('documentId' in warning) return `${code} ${warning.documentId}`
  if ('entryId' in warning) return `${code} ${warning.entryId}`
  return 'deviceId' in warning ? `${code} ${warning.deviceId}` : code
}
