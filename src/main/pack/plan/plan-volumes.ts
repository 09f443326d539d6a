/** An exhibit by what it takes in a file. */
export interface SizedExhibit {
  readonly id: string
  /** Its pages, with all that is written about it. */
  readonly shownBytes: number
  /** Its original beside them; 0 = none is attached. */
  readonly originalBytes: number
}

/** What a volume may hold, and what our own pages take of that. */
export interface VolumeRoom {
  readonly largest: number
  /** In the first volume, which has the pages about the case. */
  readonly first: number
  readonly later: number
}

export interface VolumePlan {
  /** Ids of exhibits in the order of the pack. Only the first volume may have none. */
  readonly volumes: readonly (readonly string[])[]
  /** Whose original would lead the volume beyond the limit, and goes separately. */
  readonly apart: ReadonlySet<string>
  /** Who are larger than a volume may be, each in one of its own. */
  readonly above: ReadonlySet<string>
}

/** Deals exhibits out to volumes in their order: each goes into the last one as long as that stays below the limit. */
export function planVolumes(exhibits: readonly SizedExhibit[], room: VolumeRoom): VolumePlan {
  const apart = new Set<string>()
  const above = new Set<string>()
  const volumes: string[][] = [[]]
  let left = room.largest - room.first
  for (const { id, shownBytes, originalBytes } of exhibits) {
    const alone = room.largest - room.later
    const isApart = originalBytes > 0 && shownBytes <= alone && shownBytes + originalBytes > alone
    const bytes = isApart ? shownBytes : shownBytes + originalBytes
    if (isApart) apart.add(id)
    if (bytes > alone) above.add(id)
    if (bytes > left) {
      volumes.push([])
      left = alone
    }
    volumes.at(-1)?.push(id)
    // Nothing joins what is too large already.
    left = bytes > alone ? -1 : left - bytes
  }
  return { volumes, apart, above }
}
