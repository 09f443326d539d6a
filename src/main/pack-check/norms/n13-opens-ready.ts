import { held, notHeld, type NormCheck } from './answer.ts'

/** N13: opens at 100 % with its bookmarks in sight, and a bookmark leaves the reader's zoom alone. */
export const n13OpensReady: NormCheck = ({ showsBookmarks, openingZoom, outline }) => {
  if (!showsBookmarks) return notHeld('N13', 'bookmarks-hidden')
  const zooming = outline.items.filter(({ page, zoom }) => page !== null && zoom !== null)
  if (zooming.length > 0)
    return notHeld(
      'N13',
      'bookmark-zooms',
      zooming.flatMap(({ page }) => page ?? [])
    )
  return openingZoom === 1 ? held('N13') : notHeld('N13', 'opening-zoom-missing')
}
