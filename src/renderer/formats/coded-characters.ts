/** Enough to know which text they come from; the pack shows the code of each in its place. */
const MOST = 6

/** Characters with their codes, since the screen may have no font for them either: `𠮷 U+20BB7`. */
export function codedCharacters(characters: string): string {
  const all = [...characters]
  const shown = all.slice(0, MOST).map((character) => {
    const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')
    return `${character}\u00a0U+${code}`
  })
  return [...shown, ...(all.length > MOST ? ['…'] : [])].join(', ')
}
