/**
 * A value of a foreign document, whichever reader reads it. What a reference leads to is looked up when it is asked
 * for; what is not what it is taken for answers null.
 */
export interface SourceValue {
  /** Of the object it refers to; null where the value stands in place. */
  readonly number: number | null
  /** What a dictionary has under a key. */
  readonly entry: (key: string) => SourceValue | null
  readonly keys: () => readonly string[]
  /** Whether it is a dictionary with bytes under it. */
  readonly isStream: () => boolean
  readonly items: () => readonly SourceValue[] | null
  readonly asNumber: () => number | null
  readonly asName: () => string | null
  /** A text string, decoded. */
  readonly asText: () => string | null
  readonly asFlag: () => boolean
}

/** Numbers of an array. */
export function numbersIn(value: SourceValue | null): readonly (number | null)[] {
  return value?.items()?.map((item) => item.asNumber()) ?? []
}
