import type { ManifestExhibit } from '../pack-manifest.ts'
import { withoutSpaces, type PackPage } from '../pack-page.ts'
import type { ReadPack } from '../read-pack.ts'
import { held, notAsked, notHeld, type NormCheck } from './answer.ts'
import { bodyRuns, pagesOf } from './pack-parts.ts'

/** The line above a document has up to five runs; a page that shows neither it nor more text is empty. */
const MOST_CAPTION_RUNS = 5

/** N26: every chosen exhibit has its pages; one that cannot be shown has a page that says so. */
export const n26NothingLost: NormCheck = (pack, { exhibits }) => {
  const { manifest } = pack
  if (manifest === null) return notAsked('N26', 'no-manifest')
  const listed = new Set(manifest.exhibits.map(({ number }) => number))
  if (exhibits?.some((number) => !listed.has(number)) ?? false) return notHeld('N26', 'exhibit-without-pages')
  const without = manifest.exhibits.filter((exhibit) => !isWhole(pack, exhibit))
  if (without.length > 0)
    return notHeld(
      'N26',
      'exhibit-without-pages',
      without.map(({ pages }) => pages.first)
    )
  const short = manifest.exhibits.filter((exhibit) => hasLostPages(pack, exhibit))
  if (short.length > 0)
    return notHeld(
      'N26',
      'pages-lost',
      short.map(({ pages }) => pages.first)
    )
  const foreign = manifest.exhibits.flatMap((exhibit) =>
    pagesOf(exhibit, pack.pages).filter((page) => !isOf(exhibit, page))
  )
  if (foreign.length > 0)
    return notHeld(
      'N26',
      'page-of-another',
      foreign.map(({ number }) => number)
    )
  const empty = manifest.exhibits.flatMap((exhibit) => pagesOf(exhibit, pack.pages).filter(isEmpty))
  return empty.length === 0
    ? held('N26')
    : notHeld(
        'N26',
        'page-empty',
        empty.map(({ number }) => number)
      )
}

function isWhole({ pages }: ReadPack, exhibit: ManifestExhibit): boolean {
  const { first, last } = exhibit.pages
  return last >= first && pagesOf(exhibit, pages).length === last - first + 1
}

/** A document that is shown has at least the pages of its own file. */
function hasLostPages(
  { sourcePages }: ReadPack,
  { number, pages, notShownBecause }: ManifestExhibit
): boolean {
  const own = sourcePages.get(number)?.length ?? 0
  return notShownBecause === null && pages.last - pages.first + 1 < own
}

/**
 * The foot names the exhibit and, behind it, which of its pages this is and of how many. A page without a band is for
 * the norm of numbers to say.
 */
function isOf({ number, pages: { first, last } }: ManifestExhibit, page: PackPage): boolean {
  if (page.band === null) return true
  const named = /([A-G]-\d+)\D+(\d+)\D+(\d+)/.exec(withoutSpaces(page.band.label))?.slice(1) ?? []
  return named.join() === [number, page.number - first + 1, last - first + 1].join()
}

function isEmpty(page: PackPage): boolean {
  return page.shown.length === 0 && bodyRuns(page).length <= MOST_CAPTION_RUNS
}
