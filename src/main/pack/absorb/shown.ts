import type { SlipReason } from '../../../shared/domain/pack-job.ts'
import type { AbsorbedExhibit, ExhibitPage } from '../plan/absorbed-exhibit.ts'
import type { Absorption } from './absorb-exhibit.ts'

/** What an exhibit shows in the pack. */
export interface Shown {
  readonly pages: readonly ExhibitPage[]
  readonly bookmarks?: AbsorbedExhibit['bookmarks']
  readonly layers: Absorption['layers']
  /** The original as far as it is still in memory. */
  readonly bytes: Buffer | null
  readonly isPageImage: boolean
}

export const NO_LAYERS: Absorption['layers'] = { all: [], off: [] }

/** A page in the place of what cannot be shown. */
export function slip(reason: SlipReason): Shown {
  return { pages: [{ kind: 'slip', reason }], layers: NO_LAYERS, bytes: null, isPageImage: false }
}
