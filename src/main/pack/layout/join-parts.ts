import type { OwnPart } from '../plan/own-parts.ts'
import { pagesOf, type OwnSheet } from './own-sheets.ts'
import { FRAME } from './geometry.ts'

/** Between the end of a part and the title of the next. */
const GAP = 28
/** A part that ends so high leaves a page nearly empty: the next one goes on there. */
const SHORT_TAIL = 1 / 3
/** Less room than this is none to begin a part in: its title, a head and some rows. */
const LEAST_ROOM = 125
/** So much of a part must come to stand on the page it shares, or its title would stand there alone. */
const LEAST_BEGINNING = 105
/** A long part is not laid out twice to spare one page. */
const MOST_TRIED = 5
/** Page numbers are wide or narrow, and so lines: what shares a page is settled before they are. */
const ROUNDS_OF_CHOICE = 3
/** Whoever looks for these finds them on pages of their own. */
const ALONE: ReadonlySet<OwnPart> = new Set(['cover', 'index'])

type LayPart = (part: OwnPart, beginsAt: number | null) => readonly OwnSheet[]

/**
 * Lays out parts one after the other, round by round. Each begins a page, unless the one before left its last page
 * nearly empty, or both need a page less together, or leave the next one to need a page less.
 * @param top upper edge of the frame
 */
export function joiningParts(parts: readonly OwnPart[], top: number) {
  const choices = new Map<OwnPart, boolean>()
  let round = 0
  return (lay: LayPart): readonly OwnSheet[] => {
    round += 1
    const sheets: OwnSheet[] = []
    for (const [index, part] of parts.entries()) {
      const before = parts[index - 1]
      const last = sheets.at(-1)?.foot
      const mayShare = before !== undefined && !ALONE.has(before) && last !== undefined
      const chosen = round > ROUNDS_OF_CHOICE ? choices.get(part) : undefined
      const setting = { lay, top, chosen, next: parts[index + 1] ?? null }
      const laid = mayShare ? layAfter(part, last.y - GAP, setting) : lay(part, null)
      choices.set(part, laid[0]?.isRest === true)
      sheets.push(...laid)
    }
    return sheets
  }
}

interface Setting {
  readonly lay: LayPart
  readonly top: number
  /** Whether it shares a page, where that is settled. */
  readonly chosen: boolean | undefined
  /** The part behind it. */
  readonly next: OwnPart | null
}

function layAfter(part: OwnPart, beginsAt: number, setting: Setting): readonly OwnSheet[] {
  const { lay, top, chosen } = setting
  const room = beginsAt - FRAME.bottom
  if (chosen !== undefined) return lay(part, chosen ? beginsAt : null)
  if (room < LEAST_ROOM) return lay(part, null)
  const isTail = isShortTail(beginsAt + GAP, top)
  const alone = isTail ? null : lay(part, null)
  if (alone !== null && alone.length > MOST_TRIED) return alone
  const joined = lay(part, beginsAt)
  const [first] = joined
  const isBegun = joined.length === 1 || beginsAt - (first?.foot?.y ?? beginsAt) >= LEAST_BEGINNING
  if (!isBegun) return alone ?? lay(part, null)
  if (alone === null || pagesOf(joined) < pagesOf(alone)) return joined
  return sparesLater(alone, joined, setting) ? joined : alone
}

/** Whether the next part needs a page less behind the joined sheets, because only they leave their last one to it. */
function sparesLater(alone: readonly OwnSheet[], joined: readonly OwnSheet[], setting: Setting): boolean {
  const { lay, top, next } = setting
  const [aloneFoot, joinedFoot] = [alone.at(-1)?.foot, joined.at(-1)?.foot]
  if (next === null || aloneFoot === undefined || joinedFoot === undefined) return false
  if (pagesOf(joined) > pagesOf(alone) || isShortTail(aloneFoot.y, top) || !isShortTail(joinedFoot.y, top))
    return false
  const pagesBehind = ({ y }: { readonly y: number }) =>
    pagesOf(layAfter(next, y - GAP, { lay, top, chosen: undefined, next: null }))
  return pagesBehind(joinedFoot) < pagesBehind(aloneFoot)
}

function isShortTail(foot: number, top: number): boolean {
  return top - foot <= SHORT_TAIL * (top - FRAME.bottom)
}
