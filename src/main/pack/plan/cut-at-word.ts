/** Whole words of a text on one line, with an ellipsis where some had to go; a single endless word is cut itself. */
export function cutAtWord(text: string, longest: number): string {
  const line = text.trim().replace(/\s+/gu, ' ')
  if (lengthOf(line) <= longest) return line
  const words = piecesThatFit(line, 'word', longest).replace(TAIL, '')
  return `${words === '' ? piecesThatFit(line, 'grapheme', longest) : words}…`
}

/** Marks that announce what was cut off, and spaces. */
const TAIL = /[\s\p{Pd}\p{Ps}\p{Pi},;:，；：、（]+$/u

function piecesThatFit(line: string, granularity: 'word' | 'grapheme', longest: number): string {
  let taken = ''
  let length = 0
  // The root locale, so that a bookmark does not depend on the machine's language.
  for (const { segment } of new Intl.Segmenter('und', { granularity }).segment(line)) {
    length += lengthOf(segment)
    if (length > longest) break
    taken += segment
  }
  return taken
}

function lengthOf(text: string): number {
  return Array.from(text).length
}
