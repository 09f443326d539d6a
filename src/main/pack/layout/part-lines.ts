/**
 * How many lines of a paragraph stay on a sheet where so many fit; 0 = it begins on the next one. No line stands alone,
 * so three lines of which two fit go over together.
 */
export function linesThatStay(count: number, fitting: number): number {
  if (fitting >= count) return count
  const stay = fitting === count - 1 ? fitting - 1 : fitting
  return stay < 2 ? 0 : stay
}
