/**
 * Places drawn rows have in the page. A row that stays keeps its place, focus and all; one that comes takes the place
 * of one that goes, so that its elements are written anew and not made anew, which takes several times as long.
 */
export interface RowSlots {
  /** The place of each of these rows, in their order. `kept` gives its place to no other: it may have the focus. */
  readonly place: (ids: readonly string[], kept: string | null) => readonly number[]
}

export function rowSlots(): RowSlots {
  let taken: ReadonlyMap<string, number> = new Map()
  let count = 0
  return {
    place(ids, kept) {
      const wanted = new Set(ids)
      const free = [...taken].filter(([id]) => !wanted.has(id) && id !== kept).map(([, slot]) => slot)
      const slots = ids.map((id) => taken.get(id) ?? free.shift() ?? count++)
      taken = new Map(ids.map((id, at) => [id, slots[at] ?? 0]))
      return slots
    }
  }
}
