import { PdfOdd } from '../../pdf-reading/pdf-odd.ts'
import type { SourceBookmark } from '../plan/absorbed-exhibit.ts'
import type { SourcePlaces } from './source-places.ts'
import type { SourceValue } from './source-value.ts'

/** More is no signpost any more, and a cycle of bookmarks has no end of its own. */
const MOST_BOOKMARKS = 1_000
const DEEPEST = 4

/**
 * The bookmarks of a document (ISO 32000-1, 12.3.3). What leads to no page of it is left out, and what is below it moves
 * up. Where anything of them is damaged there are none: pages do not need them.
 */
export function readSourceOutline(catalog: SourceValue, places: SourcePlaces): readonly SourceBookmark[] {
  const seen = new Set<number>()
  try {
    return readLevel(catalog.entry('Outlines'), 0)
  } catch (error) {
    if (error instanceof PdfOdd) return []
    throw error
  }

  function readLevel(parent: SourceValue | null, depth: number): readonly SourceBookmark[] {
    const level: SourceBookmark[] = []
    for (let at = parent?.entry('First') ?? null; at !== null; at = at.entry('Next')) {
      if (at.number === null || seen.has(at.number) || seen.size >= MOST_BOOKMARKS) break
      seen.add(at.number)
      const children = depth + 1 < DEEPEST ? readLevel(at, depth + 1) : []
      const page = places.of(at)?.page
      const title = at.entry('Title')?.asText()?.trim() ?? ''
      if (page === undefined || title === '') level.push(...children)
      else level.push({ title, page, children })
    }
    return level
  }
}
