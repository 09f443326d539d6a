/** Text made comparable: case, accents, ё, full-width signs and kinds of hyphens no longer count. */
export function fold(text: string): string {
  const plain = text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/\u2010/g, '-')
  return plain.toLowerCase().replace(/\s+/g, ' ').trim()
}

const LATIN_KEYS = "qwertyuiop[]asdfghjkl;'zxcvbnm,.`"
// eslint-disable-next-line no-restricted-syntax -- keys of a keyboard, no text
const RUSSIAN_KEYS = 'йцукенгшщзхъфывапролджэячсмитьбюё'

function retyped(text: string, from: string, to: string): string {
  return [...text.toLowerCase()].map((sign) => to[from.indexOf(sign)] ?? sign).join('')
}

/** A query as lists of words, one list for each keyboard layout it may have been typed in. */
export type Query = readonly (readonly string[])[]

/** Reads what was typed. `ыуеештпы` typed in a Russian layout asks for "settings" as well. */
export function readQuery(typed: string): Query {
  const readings = [typed, retyped(typed, LATIN_KEYS, RUSSIAN_KEYS), retyped(typed, RUSSIAN_KEYS, LATIN_KEYS)]
  const unique = new Set(readings.map(fold).filter((text) => text !== ''))
  return [...unique].map((text) => text.split(' '))
}

/** Signs of a number as people write them: a search for the bare digits finds it, too. */
export function digitsOf(text: string): string {
  return text.replace(/\D/g, '')
}

/**
 * How well folded texts answer a query; null where they do not. Every word must be found in one of them.
 * @param texts folded, the title first: what is found there counts more
 */
export function scoreOf(query: Query, texts: readonly string[]): number | null {
  let best: number | null = null
  for (const [index, words] of query.entries()) {
    const score = scoreOfWords(words, texts)
    // The layout as typed wins over the others where both are found.
    if (score !== null && (best === null || score - index > best)) best = score - index
  }
  return best
}

function scoreOfWords(words: readonly string[], texts: readonly string[]): number | null {
  let sum = 0
  for (const word of words) {
    let best = 0
    for (const [index, text] of texts.entries()) {
      const found = scoreOfWord(word, text, index === 0)
      if (found > 0) best = Math.max(best, found - index * 2)
    }
    if (best === 0) return null
    sum += best
  }
  return sum / words.length
}

function scoreOfWord(word: string, text: string, isTitle: boolean): number {
  const at = text.indexOf(word)
  if (at === 0) return 100
  if (at > 0) return isWordStart(text, at) ? 80 : 60
  return isTitle && word.length > 2 && startsWordsOf(word, text) ? 30 : 0
}

function isWordStart(text: string, at: number): boolean {
  return !/[\p{L}\p{N}]/u.test(text[at - 1] ?? ' ')
}

/** Whether the letters stand in this order, each at the start of a word or right after the one before: `expa` in "export pack". */
function startsWordsOf(letters: string, text: string): boolean {
  const seek = (letter: number, from: number): boolean => {
    if (letter === letters.length) return true
    for (let at = from; at < text.length; at += 1) {
      const isNext = letter > 0 && at === from
      if (text[at] === letters[letter] && (isNext || isWordStart(text, at)) && seek(letter + 1, at + 1))
        return true
    }
    return false
  }
  return seek(0, 0)
}
