import { CATEGORIES, type Category } from './category.ts'
import { liveExhibits, type Dossier } from './dossier.ts'
import type { Exhibit } from './exhibit.ts'

/** How exhibits stand inside their section of a pack: by their dates, or as the dossier lists them. */
export const PACK_ORDERS = ['date', 'own'] as const
export type PackOrder = (typeof PACK_ORDERS)[number]

/**
 * Chronology inside a section is what recipients expect (norm N17); an order of one's own has to be asked for. Neither
 * changes the number of an exhibit.
 */
export const USUAL_PACK_ORDER: PackOrder = 'date'

export interface PackSection {
  readonly category: Category
  readonly exhibits: readonly Exhibit[]
}

/** The exhibits of a dossier as a pack has them: by category, trashed ones left out. Sections without any are not there. */
export function packSections(dossier: Dossier, order: PackOrder): readonly PackSection[] {
  const live = liveExhibits(dossier)
  return CATEGORIES.flatMap((category) => {
    const exhibits = live.filter((exhibit) => exhibit.number.category === category)
    if (exhibits.length === 0) return []
    return [{ category, exhibits: order === 'date' ? byDate(exhibits) : exhibits }]
  })
}

/** Whether the user has moved exhibits, so that there is an order of their own to choose. */
export function hasOwnOrder(dossier: Dossier): boolean {
  return packSections(dossier, 'own').some(({ exhibits }) =>
    exhibits.some(({ number }, index) => number.serial < (exhibits[index - 1]?.number.serial ?? 0))
  )
}

/** Earliest first; of one day as the dossier has them; undated ones last. */
function byDate(exhibits: readonly Exhibit[]): readonly Exhibit[] {
  return exhibits.toSorted((a, b) => {
    const [left, right] = [a.madeOn?.on ?? null, b.madeOn?.on ?? null]
    if (left === right) return 0
    if (left === null || right === null) return left === null ? 1 : -1
    return left < right ? -1 : 1
  })
}
