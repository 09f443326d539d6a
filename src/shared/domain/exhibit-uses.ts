import type { Dossier } from './dossier.ts'
import type { Exhibit } from './exhibit.ts'
import type { ProofTarget } from './proof-target.ts'
import { STEPS } from './step.ts'
import { proofsOf } from './step-proofs.ts'

/** One thing an exhibit proves. */
export interface ExhibitUse {
  readonly target: ProofTarget
  /** By its category and date alone; the user linked nothing. */
  readonly isImplied: boolean
}

/** What an exhibit proves: what it is linked to, and the steps that count it without a link. */
export function usesOf(dossier: Dossier, exhibit: Exhibit): readonly ExhibitUse[] {
  const linked = exhibit.proves.map((target): ExhibitUse => ({ target, isImplied: false }))
  if (linked.length > 0) return linked
  const alone = { ...dossier, exhibits: [exhibit] }
  return STEPS.filter((step) => countsByCategory(dossier, step) && proofsOf(alone, step).length > 0).map(
    (step): ExhibitUse => ({ target: { kind: 'step', step }, isImplied: true })
  )
}

/** A receipt proves a payment or nothing, and the same holds of devices: which one is for the user to say. */
function countsByCategory({ equipment }: Dossier, step: (typeof STEPS)[number]): boolean {
  return step !== 'payments' && (step !== 'equipment' || equipment.devices.length === 0)
}

/** Exhibits that prove nothing yet, in the dossier's order; trashed ones need no use. */
export function unusedExhibits(dossier: Dossier): readonly Exhibit[] {
  return dossier.exhibits.filter(
    (exhibit) => exhibit.trashedAt === null && usesOf(dossier, exhibit).length === 0
  )
}
