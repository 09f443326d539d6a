import type { OutlineItem } from '../pack-outline.ts'
import { held, notHeld, type NormCheck } from './answer.ts'
import { isOwnBookmark, ownBookmarks } from './pack-parts.ts'

/** The last number of a title is the page it names. */
const NAMED_PAGE = /(\d+)\D*$/

/** N7: a bookmark for every part and document, with its page in the text, and it leads there. */
export const n7Bookmarks: NormCheck = ({ outline, manifest }) => {
  const { items, isSound } = outline
  if (items.length === 0) return notHeld('N7', 'bookmark-missing')
  const wrong = items.filter((item) => !leadsWhereNamed(item))
  if (wrong.length > 0)
    return notHeld(
      'N7',
      'bookmark-wrong',
      wrong.flatMap(({ page }) => page ?? [])
    )
  const firstPages = new Map(
    ownBookmarks(outline).map(({ title, page }) => [title.split(' · ')[0] ?? '', page])
  )
  const missing = (manifest?.exhibits ?? []).filter(
    ({ number, pages: { first } }) => firstPages.get(number) !== first
  )
  if (missing.length > 0)
    return notHeld(
      'N7',
      'bookmark-missing',
      missing.map(({ pages: { first } }) => first)
    )
  return isSound ? held('N7') : notHeld('N7', 'bookmark-chain-broken')
}

/** A bookmark that came with a document need not name its page, only have one. */
function leadsWhereNamed(item: OutlineItem): boolean {
  const { title, page } = item
  return page !== null && (!isOwnBookmark(item) || Number(NAMED_PAGE.exec(title)?.[1]) === page)
}
