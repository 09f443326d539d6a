type PageBox = readonly [x0: number, y0: number, x1: number, y1: number]

/** More pages than this are no exhibit but an archive. */
export const MOST_PAGES = 5000

/** Nodes of the page tree that are walked, pages included: a tree may double at every level and never reach a page. */
export const MOST_NODES = 4 * MOST_PAGES

/** Levels of the page tree; balanced ones of a million pages have three or four. */
export const DEEPEST_TREE = 100

/** Which part of a page is shown, and how. */
export interface PageShape {
  readonly visible: PageBox
  readonly rotation: 0 | 90 | 180 | 270
  readonly userUnit: number
}

/** What a page says of its shape, as far as it says it. */
interface ToldShape {
  readonly mediaBox: PageBox | null
  readonly cropBox: PageBox | null
  readonly rotate: number | null
  readonly userUnit: number | null
}

/** What viewers make of it, whatever nonsense it says. */
export function pageShape({ mediaBox, cropBox, rotate, userUnit }: ToldShape): PageShape {
  const media = usable(mediaBox) ?? ([0, 0, 612, 792] as const)
  // What is no number of quarters turns nothing: so it is on the screen, where bars are drawn on it.
  const quarters = (rotate ?? 0) / 90
  const turns = Number.isSafeInteger(quarters) ? ((quarters % 4) + 4) % 4 : 0
  return {
    visible: usable(cropBox === null ? null : intersect(cropBox, media)) ?? media,
    rotation: (turns * 90) as PageShape['rotation'],
    userUnit: userUnit !== null && userUnit > 0 ? userUnit : 1
  }
}

/** Four numbers as a box with its corners in order; null when one is missing. */
export function orderedBox(numbers: readonly (number | null | undefined)[]): PageBox | null {
  const [a, b, c, d] = numbers
  if (a == null || b == null || c == null || d == null) return null
  return [Math.min(a, c), Math.min(b, d), Math.max(a, c), Math.max(b, d)]
}

function intersect(a: PageBox, b: PageBox): PageBox {
  return [Math.max(a[0], b[0]), Math.max(a[1], b[1]), Math.min(a[2], b[2]), Math.min(a[3], b[3])]
}

/** A box with an area a page can have. */
function usable(box: PageBox | null): PageBox | null {
  if (box === null) return null
  const [width, height] = [box[2] - box[0], box[3] - box[1]]
  return width >= 1 && height >= 1 && width < 1e6 && height < 1e6 ? box : null
}
