const DOT = '•'
const WRITTEN = /[\p{L}\p{N}]/u
/** Shorter numbers give away too much by four characters. */
const SHORT = 8

/** `45•• ••••78`: the first two and the last two of what is written, its spaces as they are. */
export function maskedNumber(number: string): string {
  const characters = Array.from(number.trim())
  const count = characters.filter((one) => WRITTEN.test(one)).length
  const before = count < SHORT ? 0 : 2
  const behind = count < SHORT / 2 ? 0 : 2
  let index = -1
  return characters
    .map((character) => {
      if (!WRITTEN.test(character)) return character
      index += 1
      return index < before || index >= count - behind ? character : DOT
    })
    .join('')
}

/** What people write between the groups of a number: signs, and at most one word for "number". */
const BETWEEN = '[^\\p{L}\\p{N}]{0,4}(?:(?:номер|number|num|ном|no|nr|n|号码|号)[^\\p{L}\\p{N}]{0,4})?'

/** Fewer characters stand in texts by chance, as years and sums. */
const SHORTEST_FOUND = 4

/** Finds a number in a text however it is grouped there; null for one too short to be told from others. */
export function numberPattern(number: string): RegExp | null {
  const written = Array.from(number.normalize('NFKC')).filter((one) => WRITTEN.test(one))
  if (written.length < SHORTEST_FOUND) return null
  return new RegExp(`(?<!\\p{N})${written.map(anyWidth).join(BETWEEN)}(?!\\p{N})`, 'giu')
}

/** Chinese keyboards have a second, wide form of each letter and digit. */
const WIDE = 0xfee0

function anyWidth(character: string): string {
  const point = character.codePointAt(0) ?? 0
  return point > 0x20 && point < 0x7f ? `[${character}${String.fromCodePoint(point + WIDE)}]` : character
}
