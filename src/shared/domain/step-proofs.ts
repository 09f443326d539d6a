import { daysBetween } from './calendar.ts'
import { liveExhibits, type Dossier } from './dossier.ts'
import type { Exhibit } from './exhibit.ts'
import { STEP_CATEGORY, type Step } from './step.ts'

/** A paper drawn up this long before the signing belongs to something else; drafts are younger. */
const LONGEST_DRAFT_DAYS = 31

/**
 * The exhibits of a step: those linked to it, and those of its category that are linked to no step at all.
 * Category C holds the contract as well as the agreement on its end: without a link, what is dated on or before
 * the contract, or long before the signing, belongs to the account facts and proves no agreement.
 */
export function proofsOf(dossier: Dossier, step: Step): readonly Exhibit[] {
  return liveExhibits(dossier).filter((exhibit) => {
    const steps = exhibit.proves.filter((target) => target.kind === 'step')
    if (steps.length > 0) return steps.some((target) => target.step === step)
    if (exhibit.number.category !== STEP_CATEGORY[step]) return false
    if (step === 'agreement') return isAboutEnding(dossier, exhibit)
    return step !== 'account' || !isAboutEnding(dossier, exhibit)
  })
}

function isAboutEnding({ agreement, contract }: Dossier, { madeOn }: Exhibit): boolean {
  if (madeOn === null) return true
  if (contract.signedOn !== null && madeOn.on <= contract.signedOn) return false
  return agreement.signedOn === null || daysBetween(madeOn.on, agreement.signedOn) <= LONGEST_DRAFT_DAYS
}
