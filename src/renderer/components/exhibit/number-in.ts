import type { Category } from '../../../shared/domain/category.ts'
import type { Dossier } from '../../../shared/domain/dossier.ts'
import type { Exhibit, ExhibitNumber } from '../../../shared/domain/exhibit.ts'

/** The number an exhibit would get in another category: its own former one there, else the next. */
export function numberIn(
  dossier: Dossier,
  exhibit: Exhibit,
  category: Category
): { readonly number: ExhibitNumber; readonly isFormer: boolean } {
  const former = exhibit.formerNumbers.find((number) => number.category === category)
  return former === undefined
    ? { number: { category, serial: dossier.lastSerials[category] + 1 }, isFormer: false }
    : { number: former, isFormer: true }
}
