import { LONG_PAGES, VERY_LONG_PAGES } from '../../../shared/domain/pack-limits.ts'
import { held, notHeld, type NormCheck } from './answer.ts'
import { pagesSoFar } from './pack-parts.ts'

/** N16: not longer than is read, through all its volumes: whoever decides has to read them all. */
export const n16Length: NormCheck = (pack) => {
  const count = pagesSoFar(pack)
  if (count > VERY_LONG_PAGES) return notHeld('N16', 'very-long')
  return count > LONG_PAGES ? notHeld('N16', 'long') : held('N16')
}
