import { MOST_CORE_PAGES } from '../../../shared/domain/core-pack.ts'
import { held, notAsked, notHeld, type NormCheck } from './answer.ts'

/** N27: a core of at most 20 pages, where one was asked for. */
export const n27CorePack: NormCheck = ({ manifest, pages }) => {
  if (manifest?.isCore !== true) return notAsked('N27', 'whole-dossier')
  return pages.length <= MOST_CORE_PAGES ? held('N27') : notHeld('N27', 'core-too-long')
}
