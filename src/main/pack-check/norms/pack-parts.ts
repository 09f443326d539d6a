import type { ManifestExhibit } from '../pack-manifest.ts'
import type { OutlineItem, PackOutline } from '../pack-outline.ts'
import { withoutSpaces, type PackPage } from '../pack-page.ts'
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

/** What the foot of a page says that it belongs to; null where it says nothing, which is for the norm of numbers. */
function namedAt({ pages }: ReadPack, number: number): readonly string[] | null {
  const page = pages[number - (pages[0]?.number ?? 1)]
  if (page === undefined) return []
  const label = withoutSpaces(page.band?.label ?? '')
  return label === '' ? null : label.split('·')
}

/** Whether a part begins on this page, by what its foot says and the one before it does not. */
export function beginsPart(pack: ReadPack, number: number, title: string | null = null): boolean {
  const [named, before] = [namedAt(pack, number), namedAt(pack, number - 1)]
  if (named === null || before === null) return true
  const begun = named.filter((part) => !before.includes(part))
  return title === null ? begun.length > 0 : begun.includes(withoutSpaces(title))
}

/** Whether a part ends on this page. */
export function endsPart(pack: ReadPack, number: number): boolean {
  const [named, after] = [namedAt(pack, number), namedAt(pack, number + 1)]
  return named === null || after === null || named.some((part) => !after.includes(part))
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

/**
 * How many pages the pack has up to the end of this file: numbers go on from file to file, in a supplement from the
 * pack before it.
 */
export function pagesSoFar({ pages, manifest }: ReadPack): number {
  const before = (manifest?.firstPage ?? 1) - 1
  const supplementTo = manifest?.supplementTo ?? null
  // Packs of earlier versions do not say where the one before them ended.
  const sentBefore = supplementTo === null ? 0 : (supplementTo.lastPage ?? before)
  return pages.length + Math.max(0, before - sentBefore)
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
