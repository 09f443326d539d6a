import { CATEGORIES, type Category } from '../../../shared/domain/category.ts'
import { liveExhibits, type Dossier } from '../../../shared/domain/dossier.ts'
import type { Exhibit } from '../../../shared/domain/exhibit.ts'

export interface PlannedSection {
  readonly category: Category
  readonly exhibits: readonly Exhibit[]
}

/** The chosen exhibits by category, each category in the dossier's own order. Trashed and unknown ones are left out. */
export function planPack(dossier: Dossier, exhibitIds: readonly string[]): readonly PlannedSection[] {
  const chosen = new Set(exhibitIds)
  const exhibits = liveExhibits(dossier).filter((exhibit) => chosen.has(exhibit.id))
  return CATEGORIES.map((category) => ({
    category,
    exhibits: exhibits.filter((exhibit) => exhibit.number.category === category)
  })).filter((section) => section.exhibits.length > 0)
}
