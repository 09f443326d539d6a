import { halfWidth } from './half-width.ts'
import { passesLuhn } from './luhn.ts'

/** What does not fit in a card's number. Cards differ, so it is said as a hint and never refused. */
export type SimNumberOddity = 'not-digits' | 'odd-length' | 'odd-check-digit'

/**
 * Looks at a typed ICCID: 19 digits with a Luhn check digit (ITU-T E.118); many cards print a twentieth, which the
 * check digit does not cover. Spaces and hyphens are allowed. null = nothing odd, or nothing typed.
 */
export function oddityOfSimNumber(typed: string): SimNumberOddity | null {
  const digits = halfWidth(typed).replace(/[\s-]/g, '')
  if (digits === '') return null
  // The last sign of a twenty-digit number may be the filler F.
  if (!/^\d+[\dFf]?$/.test(digits)) return 'not-digits'
  if (digits.length !== 19 && digits.length !== 20) return 'odd-length'
  return [digits, digits.slice(0, 19)].some((one) => /^\d+$/.test(one) && passesLuhn(one))
    ? null
    : 'odd-check-digit'
}
