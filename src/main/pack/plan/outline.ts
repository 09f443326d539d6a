import { formatExhibitNumber } from '../../../shared/domain/exhibit.ts'
import { shownName } from '../../../shared/domain/file-name.ts'
import type { OutlineEntry } from '../write/pack-document.ts'
import type { Words } from '../words/words.ts'
import { cutAtWord } from './cut-at-word.ts'
import type { AbsorbedExhibit, SourceBookmark } from './absorbed-exhibit.ts'
import type { FrontPart, OwnPart } from './own-parts.ts'
import type { PlannedSection } from './plan-pack.ts'

/** A bookmark is a signpost; the index has the whole caption. */
const LONGEST_CAPTION = 90

/** The pages of our own that a file has. */
interface OwnParts {
  readonly frontParts: readonly FrontPart[]
  readonly backParts: readonly OwnPart[]
}

/**
 * Bookmarks for every part and exhibit, each with its page in the text, and below an exhibit those it came with.
 * @param titleOf what may be shown of a foreign title
 */
export function planOutline(
  words: Words,
  { frontParts, backParts }: OwnParts,
  sections: readonly PlannedSection[],
  absorbed: ReadonlyMap<string, AbsorbedExhibit>,
  pageOf: (target: string) => number,
  titleOf: (title: string) => string
): readonly OutlineEntry[] {
  const entry = (title: string, target: string, children: readonly OutlineEntry[] = []): OutlineEntry => ({
    title: `${title} · ${words.bookmarkPage(pageOf(target))}`,
    target,
    children
  })
  const own = (part: OwnPart) => entry(words.parts[part], part)
  const exhibits = sections.flatMap((section) => {
    const children = section.exhibits
      .filter((exhibit) => absorbed.has(exhibit.id))
      .map((exhibit) => {
        const caption =
          exhibit.caption.trim() === '' ? words.exhibit.untitled : cutAtWord(exhibit.caption, LONGEST_CAPTION)
        const target = `exhibit:${exhibit.id}`
        const below = foreignEntries(absorbed.get(exhibit.id)?.bookmarks ?? [], target, titleOf)
        const own = entry(`${formatExhibitNumber(exhibit.number)} · ${caption}`, target, below)
        return { ...own, isClosed: true }
      })
    const [first] = children
    return first === undefined
      ? []
      : [entry(`${section.category} · ${words.categories[section.category]}`, first.target, children)]
  })
  return [...frontParts.map(own), ...exhibits, ...backParts.map(own)]
}

/** Bookmarks a document came with, in its own words below its number. */
function foreignEntries(
  bookmarks: readonly SourceBookmark[],
  target: string,
  titleOf: (title: string) => string
): readonly OutlineEntry[] {
  return bookmarks.map(({ title, page, children }) => ({
    title: cutAtWord(shownName(titleOf(title)), LONGEST_CAPTION),
    target,
    pageOffset: page,
    isClosed: true,
    children: foreignEntries(children, target, titleOf)
  }))
}
