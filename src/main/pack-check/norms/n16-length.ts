import { held, notHeld, type NormCheck } from './answer.ts'

/** Family courts of England ask for at most 350 pages; above some 600 readers give up. */
const LONG = 350
const VERY_LONG = 600

/** N16: not longer than is read. */
export const n16Length: NormCheck = ({ pages }) => {
  if (pages.length > VERY_LONG) return notHeld('N16', 'very-long')
  return pages.length > LONG ? notHeld('N16', 'long') : held('N16')
}
