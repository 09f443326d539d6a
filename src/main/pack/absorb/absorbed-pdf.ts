import type { ExhibitPage } from '../plan/absorbed-exhibit.ts'
import type { SourceBookmark } from '../plan/absorbed-exhibit.ts'
import type { ObjectNumber } from '../write/pdf-syntax.ts'

/** What a foreign PDF gives to the pack. */
export interface AbsorbedPdf {
  readonly pages: readonly ExhibitPage[]
  readonly bookmarks: readonly SourceBookmark[]
  readonly layers: { readonly all: readonly ObjectNumber[]; readonly off: readonly ObjectNumber[] }
}
