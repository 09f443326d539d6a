import type { PackPage, ShownObject } from '../pack-page.ts'
import { changed, held, heldBut, notHeld, type NormCheck } from './answer.ts'

/** In points. */
const PAPERS = { A4: [595.28, 841.89], Letter: [612, 792] } as const
const SIZE_ROUNDING = 1
const PROPORTION_ROUNDING = 0.01

/** N12: one paper for all pages, upright or turned, and nothing on them is stretched. */
export const n12OnePaper: NormCheck = ({ pages }) => {
  const stretched = pages.filter(({ shown }) => mainObjects(shown).some(isStretched))
  if (stretched.length > 0)
    return notHeld(
      'N12',
      'proportion-lost',
      stretched.map(({ number }) => number)
    )
  const other = pages.filter((page) => !isOn('A4', page))
  if (other.length === 0) return held('N12')
  return pages.every((page) => isOn('Letter', page))
    ? changed('N12', 'letter-paper')
    : heldBut(
        'N12',
        'page-size-mixed',
        other.map(({ number }) => number)
      )
}

function isOn(paper: keyof typeof PAPERS, { width, height }: PackPage): boolean {
  const [short, long] = PAPERS[paper]
  const [least, most] = [Math.min(width, height), Math.max(width, height)]
  return Math.abs(least - short) <= SIZE_ROUNDING && Math.abs(most - long) <= SIZE_ROUNDING
}

/** The first form of a page is the page; those after it are remarks laid over it, which may be stretched. */
function mainObjects(shown: readonly ShownObject[]): readonly ShownObject[] {
  const page = shown.find(({ kind }) => kind === 'form')
  return shown.filter((one) => one.kind === 'picture' || one === page)
}

/** A picture fills the unit square, a form its own units. */
function isStretched({ kind, matrix, width, height }: ShownObject): boolean {
  const [a, b, c, d] = matrix
  const [across, up] = [Math.hypot(a, b), Math.hypot(c, d)]
  const wanted = kind === 'picture' ? width / height : 1
  return Number.isFinite(wanted) && wanted > 0 && Math.abs(across / up / wanted - 1) > PROPORTION_ROUNDING
}
