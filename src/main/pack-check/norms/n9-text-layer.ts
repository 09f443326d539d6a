import { changed, held, notHeld, type NormCheck } from './answer.ts'
import { bodyRuns, ownPages } from './pack-parts.ts'

/** N9: what is typed is text; pages that are pictures only are named. */
export const n9TextLayer: NormCheck = (pack) => {
  const silent = ownPages(pack).filter((page) => bodyRuns(page).length === 0)
  if (silent.length > 0)
    return notHeld(
      'N9',
      'text-missing',
      silent.map(({ number }) => number)
    )
  const pictures = pack.pages.filter(
    ({ shown }) => shown.length > 0 && shown.every(({ hasText }) => !hasText)
  )
  return pictures.length === 0
    ? held('N9')
    : changed(
        'N9',
        'pages-are-pictures',
        pictures.map(({ number }) => number)
      )
}
