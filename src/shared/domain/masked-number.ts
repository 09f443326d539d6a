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

/** Words that stand between the series of a document and its number, or before both. */
const NUMBER_WORDS: ReadonlySet<string> = new Set([
  'номер',
  'ном',
  'number',
  'num',
  'no',
  'nr',
  'n',
  '号码',
  '号'
])

/** More signs than this between two characters, and they are no longer one number. */
const WIDEST_GAP = 9

/** Fewer characters stand in texts by chance, as years and sums. */
const SHORTEST_FOUND = 4

interface Found {
  readonly character: string
  readonly at: number
  readonly end: number
}

/** The text with a number masked wherever it stands in it, however it is grouped there; too short a one is not sought. */
export function withoutNumber(text: string, number: string): string {
  const wanted = writtenIn(number).map(({ character }) => character)
  if (wanted.length < SHORTEST_FOUND) return text
  const written = writtenIn(text)
  const masked = maskedNumber(number)
  let shown = ''
  let from = 0
  for (let at = 0; at + wanted.length <= written.length; at++) {
    if (!standsAt(written, at, wanted)) continue
    const [first, last] = [written[at], written[at + wanted.length - 1]]
    if (first === undefined || last === undefined) continue
    shown += text.slice(from, first.at) + masked
    from = last.end
    at += wanted.length - 1
  }
  return shown + text.slice(from)
}

/** Letters and digits as they are compared: small, and no wide forms as Chinese keyboards have them. */
function writtenIn(text: string): readonly Found[] {
  const found: Found[] = []
  for (const { 0: run, index } of text.matchAll(/\p{L}+|\p{N}/gu)) {
    if (NUMBER_WORDS.has(run.toLowerCase())) continue
    let at = index
    for (const character of run) {
      const end = at + character.length
      found.push({ character: character.normalize('NFKC').toLowerCase(), at, end })
      at = end
    }
  }
  return found
}

function standsAt(written: readonly Found[], start: number, wanted: readonly string[]): boolean {
  for (const [index, character] of wanted.entries()) {
    const here = written[start + index]
    if (here?.character !== character) return false
    const before = written[start + index - 1]
    if (index > 0 && before !== undefined && here.at - before.end > WIDEST_GAP) return false
  }
  return (
    !continues(written[start - 1], written[start]) &&
    !continues(written[start + wanted.length - 1], written[start + wanted.length])
  )
}

/** Whether two digits stand side by side: then the number is part of a longer one. */
function continues(left: Found | undefined, right: Found | undefined): boolean {
  if (left === undefined || right === undefined || left.end !== right.at) return false
  return /\p{N}/u.test(left.character) && /\p{N}/u.test(right.character)
}
