/** A run of neighbouring pages, both ends in it. */
export interface PageRange {
  readonly first: number
  readonly last: number
}

/** Page numbers as runs: 5, 6, 7, 9 are two. */
export function pageRangesOf(pages: readonly number[]): readonly PageRange[] {
  const ranges: PageRange[] = []
  for (const page of [...new Set(pages)].toSorted((a, b) => a - b)) {
    const before = ranges.at(-1)
    if (before?.last === page - 1) ranges[ranges.length - 1] = { first: before.first, last: page }
    else ranges.push({ first: page, last: page })
  }
  return ranges
}

/** `5–7, 9` */
export function writtenRanges(ranges: readonly PageRange[]): string {
  return ranges.map(({ first, last }) => (first === last ? String(first) : `${first}–${last}`)).join(', ')
}
