import type { ManifestExhibit } from '../pack-manifest.ts'
import { withoutSpaces } from '../pack-page.ts'
import type { ReadPack } from '../read-pack.ts'
import { changed, held, notAsked, notHeld, type NormCheck } from './answer.ts'
import { indexPages, ownBookmarks } from './pack-parts.ts'

type Likeness = 'same' | 'cut' | 'other'

/** N8: index, bookmark and the document's own page carry the same title; a cut one ends with an ellipsis. */
export const n8SameTitles: NormCheck = (pack) => {
  const { manifest } = pack
  if (manifest === null) return notAsked('N8', 'no-manifest')
  const compare = comparison(pack)
  const found = manifest.exhibits.map((exhibit) => ({ page: exhibit.pages.first, like: compare(exhibit) }))
  const pagesOf = (wanted: Likeness) => found.flatMap(({ page, like }) => (like === wanted ? [page] : []))
  if (pagesOf('other').length > 0) return notHeld('N8', 'title-differs', pagesOf('other'))
  const cut = pagesOf('cut')
  return cut.length === 0 ? held('N8') : changed('N8', 'long-titles-cut', cut)
}

function comparison(pack: ReadPack): (exhibit: ManifestExhibit) => Likeness {
  // What no face of ours has is drawn as a code in a frame and compared nowhere.
  const drawn = new Set(pack.pages.flatMap(({ text }) => [...new Set(text)]))
  const plain = (text: string) => [...withoutSpaces(text)].filter((letter) => drawn.has(letter)).join('')
  const index = indexPages(pack)
    .map(({ text }) => text)
    .join('')
  const bookmarks = new Map(
    ownBookmarks(pack.outline).map(({ title }) => [title.split(' · ')[0] ?? '', title])
  )
  const start = pack.pages[0]?.number ?? 1
  let from = 0
  return ({ number, caption, pages: { first } }) => {
    const bookmark = bookmarks.get(number)
    const page = pack.pages[first - start]
    // No bookmark or no page is for other norms to say.
    if (bookmark === undefined || page === undefined) return 'same'
    const named = plain(bookmark.slice(number.length + 3, Math.max(0, bookmark.lastIndexOf(' · '))))
    const title = caption.trim() === '' ? named : plain(caption)
    const at = index.indexOf(title, from)
    if (at >= 0) from = at
    if (at < 0 && !index.includes(title)) return 'other'
    return worst(likeness(named, title), likenessOnPage(page.text, title))
  }
}

function likeness(shown: string, title: string): Likeness {
  if (shown === title) return 'same'
  return isCut(shown) && title.startsWith(shown.slice(0, shown.lastIndexOf(ELLIPSIS))) ? 'cut' : 'other'
}

/** NFKC writes the ellipsis as three dots. */
const ELLIPSIS = '...'
/** Fewer letters of a title tell nothing. */
const SHORTEST_CUT = 3

function isCut(shown: string): boolean {
  return shown.endsWith(ELLIPSIS) && shown.length >= SHORTEST_CUT + ELLIPSIS.length
}

/** How a page shows a title: whole, or cut with an ellipsis at its end. */
export function likenessOnPage(text: string, title: string): Likeness {
  if (text.includes(title)) return 'same'
  for (let at = text.indexOf(ELLIPSIS); at >= 0; at = text.indexOf(ELLIPSIS, at + 1)) {
    const start = text.lastIndexOf(title.slice(0, SHORTEST_CUT), at)
    if (start >= 0 && at - start >= SHORTEST_CUT && title.startsWith(text.slice(start, at))) return 'cut'
  }
  return 'other'
}

function worst(a: Likeness, b: Likeness): Likeness {
  if (a === 'other' || b === 'other') return 'other'
  return a === 'cut' || b === 'cut' ? 'cut' : 'same'
}
