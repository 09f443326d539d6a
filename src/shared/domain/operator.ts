import type { InEachLanguage } from './fact.ts'
import type { ScreenLanguage } from './settings.ts'

/** The operator whose number is closed: one from the data file by `id`, or another one by name alone. */
export interface OperatorRef {
  /** Key in the operator data file, or null for an operator named by the user. */
  readonly id: string | null
  readonly name: string
}

/** An operator in a list: what to call it and how to draw its mark. */
export interface Operator {
  readonly id: string
  /** As the operator writes itself: what a dossier keeps and a pack says. */
  readonly name: string
  /** As readers of each language know it. */
  readonly names: InEachLanguage
  /** One to four letters for the operator mark. */
  readonly mark: string
  readonly colour: { readonly light: string; readonly dark: string }
}

/**
 * What the window calls an operator, wherever it does: as its readers know it. Only packs call it as it writes itself.
 *
 * @param known the operator in the list; undefined where the user named another one
 */
export function operatorName(
  operator: OperatorRef,
  known: Operator | undefined,
  language: ScreenLanguage
): string {
  return known?.names[language] ?? operator.name
}
