import type { RawDocument } from '../../pdf-reading/raw-document.ts'
import {
  entriesOf,
  isThere,
  isTrue,
  itemsOf,
  nameOf,
  numberOf,
  refOf,
  textOf,
  type RawValue
} from '../../pdf-reading/raw-value.ts'
import type { SourceValue } from './source-value.ts'

/** A value as the strict reader reads it, which throws `PdfOdd` where it is damaged. */
export function rawSourceValue(source: RawDocument, value: RawValue): SourceValue {
  // An object is read where it stands as often as it is resolved.
  let known: RawValue | null | undefined
  const found = () => (known === undefined ? (known = source.resolve(value)) : known)
  const read = <Answer>(take: (from: RawValue) => Answer | null): Answer | null => {
    const from = found()
    return from === null ? null : take(from)
  }
  const entries = () => read(entriesOf)
  return {
    number: refOf(value),
    entry: (key) => {
      const entry = entries()?.get(key)
      return isThere(entry) ? rawSourceValue(source, entry) : null
    },
    keys: () => [...(entries()?.keys() ?? [])],
    isStream: () => read(({ object, cell }) => cell === 0 && source.streamOf(object) !== null) ?? false,
    items: () => read(itemsOf)?.map((item) => rawSourceValue(source, item)) ?? null,
    asNumber: () => read(numberOf),
    asName: () => read(nameOf),
    asText: () => read(textOf),
    asFlag: () => read(isTrue) ?? false
  }
}
