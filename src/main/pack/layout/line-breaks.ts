import { withBoundSpaces } from './bound-spaces.ts'

const HAN_FACE = /[\p{Script=Han}\u3000-\u303f\uff00-\uffef]/u
const HAN = /\p{Script=Han}/u
/** No line begins with these. */
const NO_START = '，。、；：？！）》」』】〉”’…—–·%‰,.;:!?)]}»'
/** No line ends with these. */
const NO_END = '（《「『【〈“‘([{«№'
/** Compound words break after their hyphen, numbers and codes do not: `приёма-|передачи`, but `000-4711` and `B-3`. */
const COMPOUND_BEFORE = /\p{L}{2}-$/u
const COMPOUND_AFTER = /^\p{Ll}{2}/u
/** Positions in the text after which a line may end, the end of the text included. */
export function breakPositions(shown: string): readonly number[] {
  const text = withBoundSpaces(shown)
  const positions: number[] = []
  let previous = ''
  let at = 0
  for (const character of text) {
    if (previous !== '' && mayBreak(text, at, previous, character)) positions.push(at)
    previous = character
    at += character.length
  }
  positions.push(text.length)
  return positions
}

function mayBreak(text: string, at: number, before: string, after: string): boolean {
  if (after === ' ') return false
  if (before === ' ') return !NO_START.includes(after) || after === '…'
  if (before === '-') {
    return (
      COMPOUND_BEFORE.test(text.slice(Math.max(0, at - 4), at)) && COMPOUND_AFTER.test(text.slice(at, at + 4))
    )
  }
  if (!HAN_FACE.test(before) && !HAN_FACE.test(after)) return false
  if (NO_START.includes(after) || NO_END.includes(before) || '\u00a0\u202f'.includes(after + before))
    return false
  if (before === '\u00a0' || after === '\u00a0') return false
  if (/[卢美欧港]/u.test(before) && /[布元]/u.test(after)) return false
  // A date stays whole: 2026年11月30日.
  if (/[年月]/u.test(before) && /\p{N}/u.test(after)) return false
  // A number stays with its unit and with the word that counts: 10月, 第43页.
  if (/[\p{N}%]/u.test(before) && HAN.test(after)) return false
  return !(before === '第' && /\p{N}/u.test(after))
}

/** Where a word that is wider than its column may be cut, best places first. */
export function cutPositions(word: string): { readonly at: number; readonly hyphen: boolean }[] {
  const cuts: { at: number; hyphen: boolean }[] = []
  let at = 0
  let previous = ''
  for (const character of word) {
    if (previous !== '') {
      const isLetters = /\p{L}/u.test(previous) && /\p{L}/u.test(character)
      cuts.push({ at, hyphen: isLetters && !/\p{Script=Han}/u.test(previous + character) })
    }
    previous = character
    at += character.length
  }
  return cuts
}

/** Where what belongs together is broken in a column too narrow for it: at its spaces, and inside a date. */
export function isSeam(word: string, at: number): boolean {
  return ' 年月'.includes(word[at - 1] ?? '\0')
}

/** The joint of an address: a cut after it reads well and needs no hyphen. */
export function isJoint(word: string, at: number): boolean {
  return '@._/\\-'.includes(word[at - 1] ?? '')
}

export function isAfterVowel(word: string, at: number): boolean {
  return /[aeiouyаеёиоуыэюя]/iu.test(word[at - 1] ?? '')
}
