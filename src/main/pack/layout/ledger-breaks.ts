/** Height of a carried row: kept free at the foot of every sheet but the last. */
export const CARRIED = 18.4
/** A month that ends with nothing owed is not torn for want of so many rows. */
const BREAK_EARLIER_BY = 3

/**
 * Before which rows a new sheet begins.
 * @param ending height of totals and reconciliation, which stay with the last two rows
 * @param following height of the table of another currency, which may go on below; 0 = none
 */
export function chooseBreaks({
  heights,
  isSettled,
  firstRoom,
  nextRoom,
  ending,
  following = 0
}: {
  readonly heights: readonly number[]
  readonly isSettled: readonly boolean[]
  readonly firstRoom: number
  readonly nextRoom: number
  readonly ending: number
  readonly following?: number
}): ReadonlySet<number> {
  const breaks = new Set<number>()
  const sumOf = (from: number, to?: number) => heights.slice(from, to).reduce((sum, one) => sum + one, 0)
  const leavesRoom = (from: number) => sumOf(from) + ending + following <= nextRoom
  let start = 0
  let room = firstRoom
  let used = 0
  for (let index = 0; index < heights.length; index++) {
    const height = heights[index] ?? 0
    const after = sumOf(index + 1)
    const isEnding = index >= heights.length - 2
    const keep = isEnding ? after + Math.min(ending, nextRoom / 2) : CARRIED
    if (used + height + keep > room && index > start) {
      const earlier = earlierBreak(isSettled, start, index)
      // A month kept whole is not worth another sheet.
      start = leavesRoom(index) && !leavesRoom(earlier) ? index : earlier
      breaks.add(start)
      room = nextRoom
      used = sumOf(start, index)
    }
    used += height
  }
  return breaks
}

function earlierBreak(isSettled: readonly boolean[], start: number, index: number): number {
  for (let earlier = index; earlier >= index - BREAK_EARLIER_BY && earlier > start; earlier--) {
    if (isSettled[earlier - 1] === true) return earlier
  }
  return index
}
