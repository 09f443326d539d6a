import type { ManifestExhibit } from '../pack-manifest.ts'
import type { OutlineItem, PackOutline } from '../pack-outline.ts'
import type { PackPage } from '../pack-page.ts'
import type { ReadPack } from '../read-pack.ts'
import type { TextRun } from '../page-drawing.ts'

/** The pages of the index: the second part of the pack by what the feet of its pages say. */
export function indexPages({ pages }: ReadPack): readonly PackPage[] {
  const cover = pages[0]?.band?.label
  const start = pages.findIndex(({ band }) => band !== null && band.label !== cover)
  const label = pages[start]?.band?.label
  if (label === undefined) return []
  const end = pages.findIndex(({ band }, index) => index > start && band?.label !== label)
  return pages.slice(start, end === -1 ? undefined : end)
}

/** Pages of the pack's own, which no exhibit gave. */
export function ownPages({ pages, manifest }: ReadPack): readonly PackPage[] {
  const exhibits = manifest?.exhibits ?? []
  const given = new Set(exhibits.flatMap((exhibit) => pagesOf(exhibit, pages).map(({ number }) => number)))
  return pages.filter(({ number }) => !given.has(number))
}

export function pagesOf(
  { pages: { first, last } }: ManifestExhibit,
  all: readonly PackPage[]
): readonly PackPage[] {
  const start = all[0]?.number ?? 1
  return all.slice(Math.max(0, first - start), Math.max(0, last - start + 1))
}

/** Parts and sections are at the top, exhibits below them; what is deeper came with a document. */
export function isOwnBookmark({ depth }: OutlineItem): boolean {
  return depth <= 1
}

export function ownBookmarks({ items }: PackOutline): readonly OutlineItem[] {
  return items.filter(isOwnBookmark)
}

/** Text above the band. */
export function bodyRuns({ runs, band }: PackPage): readonly TextRun[] {
  return band === null ? runs : runs.filter(({ y }) => y >= band.top)
}

/** Runs by their line, each line from left to right. */
export function linesOf(page: PackPage): readonly (readonly TextRun[])[] {
  const lines = new Map<string, TextRun[]>()
  for (const run of page.runs) {
    const key = run.y.toFixed(1)
    const line = lines.get(key)
    if (line === undefined) lines.set(key, [run])
    else line.push(run)
  }
  return [...lines.values()].map((line) => line.toSorted((a, b) => a.x - b.x))
}
