import type { Dossier } from '../../../shared/domain/dossier.ts'
import { packSections, type PackOrder, type PackSection } from '../../../shared/domain/pack-order.ts'

export type PlannedSection = PackSection

/** The chosen exhibits by category, in the order asked for. Trashed and unknown ones are left out. */
export function planPack(
  dossier: Dossier,
  exhibitIds: readonly string[],
  order: PackOrder
): readonly PlannedSection[] {
  const chosen = new Set(exhibitIds)
  return packSections(dossier, order)
    .map(({ category, exhibits }) => ({ category, exhibits: exhibits.filter(({ id }) => chosen.has(id)) }))
    .filter((section) => section.exhibits.length > 0)
}
