import type { SourcePlace } from '../plan/absorbed-exhibit.ts'
import type { SourceValue } from './source-value.ts'

const MOST_NAMES = 10_000

/** ISO 32000-1, table 151: where the left and the upper edge of a place stand among its numbers, by its kind. */
const EDGES: Readonly<Record<string, readonly [left: number | null, top: number | null]>> = {
  XYZ: [0, 1],
  FitH: [null, 0],
  FitBH: [null, 0],
  FitV: [0, null],
  FitBV: [0, null],
  FitR: [0, 3]
}

/** Places of a document that links and bookmarks lead to. */
export interface SourcePlaces {
  /** Where a link or bookmark leads: by its place, or by an action that only goes to one of the same document. */
  readonly of: (from: SourceValue) => SourcePlace | null
}

/** @param pageNumbers object numbers of its pages; null for one that is no object of its own */
export function sourcePlaces(catalog: SourceValue, pageNumbers: readonly (number | null)[]): SourcePlaces {
  // Of a page that stands there several times the first counts.
  const pages = new Map(pageNumbers.map((number, index) => [number, index] as const).toReversed())
  let names: ReadonlyMap<string, SourceValue> | null = null

  const placeOf = (value: SourceValue | null, isNamed = false): SourcePlace | null => {
    if (value === null) return null
    const items = value.items()
    if (items !== null) return explicitPlace(items)
    if (isNamed) return placeOf(value.entry('D'))
    const name = value.asName() ?? value.asText()
    if (name === null) return null
    names ??= namedPlaces(catalog)
    return placeOf(names.get(name) ?? null, true)
  }
  const explicitPlace = ([target, kind, ...rest]: readonly SourceValue[]): SourcePlace | null => {
    // Some programs count pages, as is right only for other documents.
    const counted = target?.number === null ? target.asNumber() : null
    const page = target?.number == null ? counted : (pages.get(target.number) ?? null)
    if (page === null || pageNumbers[page] === undefined) return null
    const [left = null, top = null] = EDGES[kind?.asName() ?? ''] ?? []
    const at = (edge: number | null) => (edge === null ? null : (rest[edge]?.asNumber() ?? null))
    return { page, left: at(left), top: at(top) }
  }
  return {
    of: (from) => {
      const action = from.entry('A')
      const isJump = action?.entry('S')?.asName() === 'GoTo'
      return placeOf(from.entry('Dest') ?? (isJump ? action.entry('D') : null))
    }
  }
}

/** Named places: the old dictionary of names, and the tree of strings (ISO 32000-1, 12.3.2.3). */
function namedPlaces(catalog: SourceValue): ReadonlyMap<string, SourceValue> {
  const named = new Map<string, SourceValue>()
  const add = (name: string | null | undefined, value: SourceValue | null | undefined) => {
    if (name != null && value != null && named.size < MOST_NAMES && !named.has(name)) named.set(name, value)
  }
  const waiting = [catalog.entry('Names')?.entry('Dests')]
  const seen = new Set<number>()
  let nodes = 0
  for (let node = waiting.pop(); node != null && nodes < MOST_NAMES; node = waiting.pop()) {
    nodes += 1
    if (node.number !== null && seen.has(node.number)) continue
    if (node.number !== null) seen.add(node.number)
    waiting.push(...(node.entry('Kids')?.items() ?? []).slice(0, MOST_NAMES))
    const pairs = node.entry('Names')?.items() ?? []
    for (let at = 0; at + 1 < pairs.length; at += 2) add(pairs[at]?.asText(), pairs[at + 1])
  }
  const old = catalog.entry('Dests')
  for (const name of old?.keys().slice(0, MOST_NAMES) ?? []) add(name, old?.entry(name))
  return named
}
