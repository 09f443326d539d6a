import { MOST_CORE_PAGES } from '../../../shared/domain/core-pack.ts'
import { held, notAsked, notHeld, type NormCheck } from './answer.ts'
import { pagesSoFar } from './pack-parts.ts'

/**
 * N27: a core of at most 20 pages, where one was asked for. What of a whole dossier is to the point no program can
 * tell, so of that nothing is said. Numbers go on from file to file: those of the last one count them all.
 */
export const n27CorePack: NormCheck = (pack) => {
  if (pack.manifest?.isCore !== true) return notAsked('N27', 'whole-dossier')
  return pagesSoFar(pack) <= MOST_CORE_PAGES ? held('N27') : notHeld('N27', 'core-too-long')
}
