import { LONG_PAGES, VERY_LONG_PAGES } from '../../../shared/domain/pack-limits.ts'
import { held, notHeld, type NormCheck } from './answer.ts'

/** N16: not longer than is read. */
export const n16Length: NormCheck = ({ pages }) => {
  if (pages.length > VERY_LONG_PAGES) return notHeld('N16', 'very-long')
  return pages.length > LONG_PAGES ? notHeld('N16', 'long') : held('N16')
}
