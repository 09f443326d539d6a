/** The operator whose number is closed: one from the data file by `id`, or another one by name alone. */
export interface OperatorRef {
  /** Key in the operator data file, or null for an operator named by the user. */
  readonly id: string | null
  readonly name: string
}

/** A row of the operator data file. Facts carry their source; what is not known stays null. */
export interface Operator {
  readonly id: string
  /** As the operator writes itself, for lists and packs. */
  readonly name: string
  /** Two to three letters for the operator mark. */
  readonly mark: string
  readonly colour: { readonly light: string; readonly dark: string }
  readonly legalName: Fact | null
  readonly taxNumber: Fact | null
}

export interface Fact {
  readonly value: string
  readonly source: string
  readonly readOn: string
  readonly certainty: 'verified' | 'second-hand'
}
