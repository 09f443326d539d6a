import type { InEachLanguage } from './fact.ts'

/** The operator whose number is closed: one from the data file by `id`, or another one by name alone. */
export interface OperatorRef {
  /** Key in the operator data file, or null for an operator named by the user. */
  readonly id: string | null
  readonly name: string
}

/** An operator in a list: what to call it and how to draw its mark. */
export interface Operator {
  readonly id: string
  /** As the operator writes itself, for dossiers and packs. */
  readonly name: string
  /** As the reader of a choice knows it. */
  readonly names: InEachLanguage
  /** One to four letters for the operator mark. */
  readonly mark: string
  readonly colour: { readonly light: string; readonly dark: string }
}
