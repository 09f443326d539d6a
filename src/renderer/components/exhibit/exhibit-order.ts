import type { Category } from '../../../shared/domain/category.ts'
import { liveExhibits, type Dossier } from '../../../shared/domain/dossier.ts'
import type { Exhibit } from '../../../shared/domain/exhibit.ts'

export interface ExhibitMove {
  readonly exhibitId: string
  /** null = behind all others. */
  readonly beforeId: string | null
}

/** The exhibits of one category in the user's order. */
export function exhibitsIn(dossier: Dossier, category: Category): readonly Exhibit[] {
  return liveExhibits(dossier).filter((exhibit) => exhibit.number.category === category)
}

/** The move that puts an exhibit one place up (`-1`) or down (`1`) in its category; null at the end of the way. */
export function moveByOne(
  exhibits: readonly Exhibit[],
  exhibitId: string,
  direction: -1 | 1
): ExhibitMove | null {
  const at = exhibits.findIndex((exhibit) => exhibit.id === exhibitId)
  const neighbour = exhibits[at + direction]
  if (at === -1 || neighbour === undefined) return null
  const before = direction === -1 ? neighbour : exhibits[at + 2]
  return { exhibitId, beforeId: before?.id ?? null }
}

/** By the day the document was made; those without a day keep their order behind the others. */
export function byDate(exhibits: readonly Exhibit[]): readonly Exhibit[] {
  return exhibits.toSorted((a, b) => {
    const [first, second] = [a.madeOn?.on ?? '9999', b.madeOn?.on ?? '9999']
    return first < second ? -1 : first > second ? 1 : 0
  })
}

/**
 * The moves that turn one order into another: as few as there can be, since each is a saved revision.
 * What already stands in the right order among itself stays; everything else is put behind its new neighbour's place,
 * from the last to the first.
 */
export function movesBetween(from: readonly string[], to: readonly string[]): readonly ExhibitMove[] {
  const placeOf = new Map(from.map((id, place) => [id, place]))
  const staying = longestRising(to.map((id) => placeOf.get(id) ?? -1))
  return to
    .flatMap((exhibitId, index): readonly ExhibitMove[] =>
      staying.has(index) ? [] : [{ exhibitId, beforeId: to[index + 1] ?? null }]
    )
    .toReversed()
}

/** Indices of a longest rising subsequence, by patience sorting. */
function longestRising(values: readonly number[]): ReadonlySet<number> {
  const tails: number[] = []
  const previous: number[] = []
  values.forEach((value, index) => {
    let low = 0
    let high = tails.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((values[tails[middle] ?? 0] ?? 0) < value) low = middle + 1
      else high = middle
    }
    previous[index] = low > 0 ? (tails[low - 1] ?? -1) : -1
    tails[low] = index
  })
  const found = new Set<number>()
  for (let index = tails.at(-1) ?? -1; index >= 0; index = previous[index] ?? -1) found.add(index)
  return found
}
