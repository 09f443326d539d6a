/** `1 day`, `2 days`; the count does not stand alone at the end of a line. */
export function countedInEnglish(count: number, one: string, many = `${one}s`): string {
  return `${count}\u00a0${count === 1 ? one : many}`
}

/** `p. 17` or `pp. 13–14`. */
export function pagesInEnglish(range: string): string {
  return `${range.includes('–') ? 'pp.' : 'p.'}\u00a0${range}`
}
