import type { OutlineItem } from '../pack-outline.ts'
import type { ReadPack } from '../read-pack.ts'
import { held, notHeld, type NormCheck } from './answer.ts'
import { beginsPart, isOwnBookmark, ownBookmarks } from './pack-parts.ts'

/** The last number of a title is the page it names. */
const NAMED_PAGE = /(\d+)\D*$/

/** N7: a bookmark for every part and document, with its page in the text, and it leads there. */
export const n7Bookmarks: NormCheck = (pack) => {
  const { outline, manifest } = pack
  const { items, isSound } = outline
  if (items.length === 0) return notHeld('N7', 'bookmark-missing')
  const wrong = items.filter((item) => !leadsWhereNamed(item) || !isOfItsPart(pack, item))
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

const EXHIBIT = /^[A-G]-\d+$/
const SECTION = /^[A-G]$/

/** A part begins where its bookmark leads, and a section with one of its exhibits. */
function isOfItsPart(pack: ReadPack, item: OutlineItem): boolean {
  const { title, page } = item
  const [name = ''] = title.split(' · ')
  if (pack.manifest === null || page === null || !isOwnBookmark(item) || EXHIBIT.test(name)) return true
  if (!SECTION.test(name)) return beginsPart(pack, page, name)
  return pack.manifest.exhibits.some(
    ({ number, pages: { first } }) => number.startsWith(`${name}-`) && first === page
  )
}

/** A bookmark that came with a document need not name its page, only have one. */
function leadsWhereNamed(item: OutlineItem): boolean {
  const { title, page } = item
  return page !== null && (!isOwnBookmark(item) || Number(NAMED_PAGE.exec(title)?.[1]) === page)
}
