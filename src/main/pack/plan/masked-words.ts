import type { HiddenWord } from './absorbed-exhibit.ts'

/** In sizes of the letters: further off the baseline is another line. */
const FARTHEST_OFF = 0.3

/**
 * The words under a page as a recipient may read them. What is masked is searched for in whole lines, since a number is
 * often printed in groups; a line with something to mask is laid down as one run. Where the mask would still find
 * something over the end of a line, the page is left without words.
 */
export function maskedWords(
  words: readonly HiddenWord[],
  mask: (text: string) => string
): readonly HiddenWord[] {
  const shown = linesOf(words).flatMap((line) => {
    const text = textOf(line)
    const masked = mask(text)
    return masked === text ? line : [oneRun(line, masked)]
  })
  const isClean = (text: string) => mask(text) === text
  const isHidden = isClean(textOf(shown)) && isClean(shown.map(({ text }) => text.trim()).join(' '))
  return isHidden ? shown : []
}

function linesOf(words: readonly HiddenWord[]): readonly (readonly HiddenWord[])[] {
  const lines: HiddenWord[][] = []
  for (const word of words) {
    const line = lines.at(-1)
    const last = line?.at(-1)
    if (line !== undefined && last !== undefined && isOnLine(last, word)) line.push(word)
    else lines.push([word])
  }
  return lines
}

function isOnLine(last: HiddenWord, word: HiddenWord): boolean {
  if (word.degrees !== last.degrees) return false
  return Math.abs(from(last, word).off) < FARTHEST_OFF * Math.max(last.size, word.size)
}

/** How far a word begins from where another one does: along its baseline and off it. */
function from(one: HiddenWord, other: HiddenWord): { readonly along: number; readonly off: number } {
  const angle = (one.degrees * Math.PI) / 180
  const [dx, dy] = [other.x - one.x, other.y - one.y]
  const [cosine, sine] = [Math.cos(angle), Math.sin(angle)]
  return { along: dx * cosine + dy * sine, off: dy * cosine - dx * sine }
}

function oneRun(line: readonly HiddenWord[], text: string): HiddenWord {
  const [first, last] = [line[0]!, line.at(-1)!]
  return { ...first, text, width: Math.max(from(first, last).along + last.width, first.width) }
}

function textOf(words: readonly HiddenWord[]): string {
  return words.map(({ text }) => text).join('')
}
