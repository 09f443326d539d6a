import type { ExhibitPage, ForeignPage } from '../plan/absorbed-exhibit.ts'
import type { Box, DrawOp, Matrix, PlaceBeyond, Target } from './drawing.ts'
import { placeForeign } from './foreign-page.ts'
import type { PaperShape } from './geometry.ts'

/** The links that a page of a foreign document has to others of it, where both came to lie. */
export function foreignLinks(
  { links }: ForeignPage,
  matrix: Matrix,
  target: Target,
  { pages, paper }: { readonly pages: readonly ExhibitPage[]; readonly paper: PaperShape }
): readonly DrawOp[] {
  return links.flatMap(({ box, place }) => {
    const page = pages[place.page]
    if (page?.kind !== 'foreign' && page?.kind !== 'rendered') return []
    const beyond = placeOn(page, place, paper)
    return [
      {
        kind: 'link',
        box: placedBox(matrix, box),
        target,
        place: { pageOffset: place.page, ...beyond },
        text: '',
        ops: []
      }
    ]
  })
}

/** What a link does not say is the upper left corner of the page. */
function placeOn(
  page: ForeignPage,
  { left, top }: ForeignPage['links'][number]['place'],
  paper: PaperShape
): Omit<PlaceBeyond, 'pageOffset'> {
  const { matrix, box, isLandscape } = placeForeign(page, paper)
  const shift = isLandscape ? 0 : paper.shift
  // Both, or the other one could be any: on a page that was turned they change places.
  if (left === null && top === null) return { x: shift, y: isLandscape ? paper.width : paper.height }
  const [x0, , , y1] = page.visible
  const [x, y] = placed(matrix, left ?? x0, top ?? y1)
  const [within, above] = [Math.min(Math.max(x, box.x), box.x + box.width), Math.max(y, box.y)]
  return { x: within + shift, y: Math.min(above, box.y + box.height) }
}

function placedBox(matrix: Matrix, [x0, y0, x1, y1]: ForeignPage['links'][number]['box']): Box {
  const [ax, ay] = placed(matrix, x0, y0)
  const [bx, by] = placed(matrix, x1, y1)
  return { x: Math.min(ax, bx), y: Math.min(ay, by), width: Math.abs(bx - ax), height: Math.abs(by - ay) }
}

function placed([a, b, c, d, e, f]: Matrix, x: number, y: number): readonly [number, number] {
  return [a * x + c * y + e, b * x + d * y + f]
}
