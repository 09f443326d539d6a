/** Two lines of a list; the whole stands where it was written. */
const LONGEST_BEGINNING = 120

/** A text of the user's as one short line: up to the last whole word that fits, and a sign that there is more. */
export function beginningOf(text: string): string {
  const line = text.trim().replace(/\s+/g, ' ')
  const signs = Array.from(line)
  if (signs.length <= LONGEST_BEGINNING) return line
  const cut = signs.slice(0, LONGEST_BEGINNING - 1).join('')
  const space = cut.lastIndexOf(' ')
  return `${space > LONGEST_BEGINNING / 2 ? cut.slice(0, space) : cut}…`
}
