import type { SourceValue } from './source-value.ts'

/** Object numbers of a document's layers. */
export interface SourceLayers {
  readonly all: ReadonlySet<number>
  /** Those that are hidden when it is opened. */
  readonly off: ReadonlySet<number>
}

/** ISO 32000-1, 8.11.4. */
export function readSourceLayers(catalog: SourceValue): SourceLayers {
  const properties = catalog.entry('OCProperties')
  const start = properties?.entry('D') ?? null
  const all = numbersOf(properties, 'OCGs')
  const off = numbersOf(start, 'OFF')
  if (start?.entry('BaseState')?.asName() !== 'OFF') return { all, off }
  const on = numbersOf(start, 'ON')
  return { all, off: new Set([...all].filter((number) => !on.has(number))) }
}

function numbersOf(dict: SourceValue | null, name: string): ReadonlySet<number> {
  const items = dict?.entry(name)?.items() ?? []
  return new Set(items.flatMap(({ number }) => number ?? []))
}
