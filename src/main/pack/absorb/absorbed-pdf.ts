import type { ExhibitPage } from '../plan/absorbed-exhibit.ts'
import type { ObjectNumber } from '../write/pdf-syntax.ts'

/** A page's own drawing instructions are never larger; a stream that inflates to more was made to fill memory. */
export const LARGEST_CONTENT = 256 * 1024 * 1024

/** What a foreign PDF gives to the pack. */
export interface AbsorbedPdf {
  readonly pages: readonly ExhibitPage[]
  readonly layers: { readonly all: readonly ObjectNumber[]; readonly off: readonly ObjectNumber[] }
}
