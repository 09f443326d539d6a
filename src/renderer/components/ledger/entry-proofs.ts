import { CATEGORY_WORDS } from '../../../shared/domain/category.ts'
import { liveExhibits, type Dossier } from '../../../shared/domain/dossier.ts'
import type { Exhibit } from '../../../shared/domain/exhibit.ts'
import { unusedExhibits } from '../../../shared/domain/exhibit-uses.ts'

/** The exhibits of each entry that has any, by the entry's id. */
export function proofsByEntry(dossier: Dossier): ReadonlyMap<string, readonly Exhibit[]> {
  const proofs = new Map<string, Exhibit[]>()
  for (const exhibit of liveExhibits(dossier)) {
    for (const target of exhibit.proves) {
      if (target.kind !== 'entry') continue
      const known = proofs.get(target.id)
      if (known === undefined) proofs.set(target.id, [exhibit])
      else known.push(exhibit)
    }
  }
  return proofs
}

/** What an entry can be linked to: everything about payments, and what is linked to some entry already. */
export function linkableExhibits(dossier: Dossier): readonly Exhibit[] {
  return liveExhibits(dossier).filter(
    ({ number, proves }) =>
      number.category === CATEGORY_WORDS.payments || proves.some((target) => target.kind === 'entry')
  )
}

/** Papers about payments that prove nothing yet: proofs without a payment. */
export function looseProofs(dossier: Dossier): readonly Exhibit[] {
  return unusedExhibits(dossier).filter(({ number }) => number.category === CATEGORY_WORDS.payments)
}
