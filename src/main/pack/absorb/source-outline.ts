import { PdfOdd } from '../../pdf-reading/pdf-odd.ts'
import type { RawDocument } from '../../pdf-reading/raw-document.ts'
import type { SourceBookmark } from '../plan/absorbed-exhibit.ts'
import { itemsOf, nameOf, refOf, textOf, type RawValue } from '../../pdf-reading/raw-value.ts'

/** More is no signpost any more, and a cycle of bookmarks has no end of its own. */
const MOST_BOOKMARKS = 1_000
const DEEPEST = 4
const MOST_NAMES = 10_000

type Entries = ReadonlyMap<string, RawValue>

/**
 * The bookmarks of a document whose pages have these object numbers (ISO 32000-1, 12.3.3). What leads to no page of it
 * is left out, and what is below it moves up. Where anything of them is damaged there are none: pages do not need them.
 */
export function readSourceOutline(
  source: RawDocument,
  pageNumbers: readonly number[]
): readonly SourceBookmark[] {
  const pages = new Map(pageNumbers.map((number, index) => [number, index] as const).toReversed())
  const seen = new Set<number>()
  let names: ReadonlyMap<string, RawValue> | null = null
  try {
    return readLevel(source.entries(source.catalog.get('Outlines')), 0)
  } catch (error) {
    if (error instanceof PdfOdd) return []
    throw error
  }

  function readLevel(parent: Entries | null, depth: number): readonly SourceBookmark[] {
    const level: SourceBookmark[] = []
    let at = parent?.get('First')
    while (at !== undefined) {
      const number = refOf(at)
      const entries = source.entries(at)
      if (number === null || entries === null || seen.has(number) || seen.size >= MOST_BOOKMARKS) break
      seen.add(number)
      const children = depth + 1 < DEEPEST ? readLevel(entries, depth + 1) : []
      const page = pageOf(entries)
      const title = textOf(source.resolve(entries.get('Title')))?.trim() ?? ''
      if (page === undefined || title === '') level.push(...children)
      else level.push({ title, page, children })
      at = entries.get('Next')
    }
    return level
  }

  /** By `Dest`, or by an action that only goes to a place of the same document. */
  function pageOf(entries: Entries): number | undefined {
    const action = source.entries(entries.get('A'))
    const goes = action === null ? null : source.resolve(action.get('S'))
    const told =
      entries.get('Dest') ?? (goes !== null && nameOf(goes) === 'GoTo' ? action?.get('D') : undefined)
    return placeOf(source.resolve(told))
  }

  function placeOf(value: RawValue | null, isNamed = false): number | undefined {
    if (value === null) return undefined
    const [page] = itemsOf(value) ?? []
    if (page !== undefined) return pages.get(refOf(page) ?? -1)
    if (isNamed) return placeOf(source.resolve(source.entries(value)?.get('D')))
    const name = nameOf(value) ?? textOf(value)
    if (name === null) return undefined
    names ??= namedPlaces(source)
    return placeOf(source.resolve(names.get(name)), true)
  }
}

/** Named destinations: the old dictionary of names, and the tree of strings (ISO 32000-1, 12.3.2.3). */
function namedPlaces(source: RawDocument): ReadonlyMap<string, RawValue> {
  const named = new Map(source.entries(source.catalog.get('Dests')) ?? [])
  const waiting = [source.entries(source.catalog.get('Names'))?.get('Dests')]
  const seen = new Set<number>()
  while (waiting.length > 0 && named.size < MOST_NAMES && seen.size < MOST_NAMES) {
    const node = waiting.pop()
    const number = node === undefined ? null : refOf(node)
    if (number !== null && seen.has(number)) continue
    if (number !== null) seen.add(number)
    const entries = source.entries(node)
    const kids = source.resolve(entries?.get('Kids'))
    waiting.push(...(kids === null ? [] : (itemsOf(kids) ?? []).slice(0, MOST_NAMES)))
    const list = source.resolve(entries?.get('Names'))
    const pairs = list === null ? [] : (itemsOf(list) ?? [])
    for (let at = 0; at + 1 < pairs.length; at += 2) {
      const name = textOf(source.resolve(pairs[at]))
      const value = pairs[at + 1]
      if (name !== null && value !== undefined) named.set(name, value)
    }
  }
  return named
}
