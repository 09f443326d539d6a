import { canShow, type FontKey, type FontSet } from './font-set.ts'

/** A stretch of text in one face, or one character that no face of ours has. */
export type TextPiece =
  | { readonly kind: 'glyphs'; readonly font: FontKey; readonly text: string; readonly gapBefore: boolean }
  | { readonly kind: 'missing'; readonly character: string; readonly code: string }

/**
 * Width in em added between a Han character and a digit or letter beside it; no space stands in the text.
 * From 0.1 em on poppler takes the gap for a space and `10月` is not found any more.
 */
export const HAN_GAP_EM = 0.09

/** The framed code that stands for a character no font has: its size and the padding in em of the text around it. */
export const MISSING_SIZE_EM = 0.62
export const MISSING_PAD_EM = 0.12

const HAN = /\p{Script=Han}/u
const HAN_FACE = /[\p{Script=Han}\u3000-\u303f\uff00-\uffef\u3100-\u312f]/u
/** In a string with Han characters these belong to the Chinese face; in any other they are European. */
const SHARED_MARKS = /[—“”‘’…]/u
/** As in `bank’s`: European whatever text it stands in. */
const APOSTROPHE = /(?<=[\p{Script=Latin}\p{Script=Cyrillic}])’(?=[\p{Script=Latin}\p{Script=Cyrillic}])/gu
const LETTER_OR_DIGIT = /[\p{L}\p{N}]/u
/** Drawn as nothing by every font: joiners, marks of direction, selectors of variants, soft hyphens. */
const INVISIBLE =
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\u{e0000}-\u{e0fff}]/gu

/** Latin and Russian letters, digits and the punctuation between them: nothing to compose and nothing unseen. */
const PLAIN = /^[ -~\u00a0\u00b7\u0410-\u044f\u2010-\u2015\u2026\u2116]*$/

/** Text as it is drawn: composed accents, no invisible characters, every line break and tab a space. */
export function drawnText(text: string): string {
  if (PLAIN.test(text)) return text
  return text
    .normalize('NFC')
    .replace(/[\t\n\r\u2028\u2029]+/gu, ' ')
    .replace(INVISIBLE, '')
}

interface CharacterFacts {
  /** null = no face has it. */
  readonly font: FontKey | null
  readonly isHan: boolean
  readonly isLetter: boolean
}

/** What was found out about the characters and short texts of a set of faces. */
interface Known {
  /** By the style and the kind of string they stand in. */
  readonly characters: readonly Map<string, CharacterFacts>[]
  readonly texts: readonly Map<string, readonly TextPiece[]>[]
  /** By the style: of each code below `PLAIN_CODES` its advance and one more, `NOT_PLAIN`, or 0 = not looked up. */
  readonly plain: readonly Int32Array[]
}

/** Latin, Greek, Cyrillic, their punctuation and marks stand below the first Han signs. */
const PLAIN_CODES = 0x2e80
const NOT_PLAIN = -1
const COMBINING = /\p{M}/u

const known = new WeakMap<FontSet, Known>()

/** Longer texts are paragraphs, which come once. */
const LONGEST_REMEMBERED = 120
/** A pack of ten thousand exhibits has more; those of the page being made are among them. */
const MOST_REMEMBERED = 20_000

function knownOf(fonts: FontSet): Known {
  const found = known.get(fonts)
  if (found !== undefined) return found
  const fresh = {
    characters: [0, 1, 2, 3].map(() => new Map()),
    texts: [new Map(), new Map()],
    plain: [new Int32Array(PLAIN_CODES), new Int32Array(PLAIN_CODES)]
  }
  known.set(fonts, fresh)
  return fresh
}

function findFacts(fonts: FontSet, character: string, isBold: boolean, isHanText: boolean): CharacterFacts {
  const sans: FontKey = isBold ? 'sans-bold' : 'sans-regular'
  const han: FontKey = isBold ? 'han-bold' : 'han-regular'
  const isHanFace = HAN_FACE.test(character) || (isHanText && SHARED_MARKS.test(character))
  const order = isHanFace ? [han, sans] : [sans, han]
  return {
    font: order.find((one) => canShow(fonts[one], character)) ?? null,
    isHan: HAN.test(character),
    isLetter: LETTER_OR_DIGIT.test(character)
  }
}

/**
 * Width in font units of a text that stands in the European face as it is, with nothing to compose, leave out or
 * keep apart; null = it is not so plain.
 */
export function plainWidth(fonts: FontSet, text: string, isBold: boolean): number | null {
  const advances = knownOf(fonts).plain[isBold ? 1 : 0]!
  let units = 0
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    if (code >= PLAIN_CODES) return null
    const known = advances[code]!
    const advance = known === 0 ? (advances[code] = plainAdvance(fonts, code, isBold)) : known
    if (advance === NOT_PLAIN) return null
    units += advance - 1
  }
  return units
}

function plainAdvance(fonts: FontSet, code: number, isBold: boolean): number {
  const character = String.fromCharCode(code)
  const font = isBold ? 'sans-bold' : 'sans-regular'
  const isPlain =
    drawnText(character) === character &&
    !COMBINING.test(character) &&
    findFacts(fonts, character, isBold, false).font === font
  const { sfnt } = fonts[font]
  return isPlain ? sfnt.advanceOf(sfnt.glyphOf(code)) + 1 : NOT_PLAIN
}

/** Cuts a text into stretches of one face each, chosen per character. */
export function textPieces(fonts: FontSet, text: string, isBold: boolean): readonly TextPiece[] {
  if (plainWidth(fonts, text, isBold) !== null) {
    const font = isBold ? 'sans-bold' : 'sans-regular'
    return text === '' ? [] : [{ kind: 'glyphs', font, text, gapBefore: false }]
  }
  if (text.length > LONGEST_REMEMBERED) return cutIntoPieces(fonts, text, isBold)
  const texts = knownOf(fonts).texts[isBold ? 1 : 0]!
  const remembered = texts.get(text)
  if (remembered !== undefined) return remembered
  const pieces = cutIntoPieces(fonts, text, isBold)
  if (texts.size >= MOST_REMEMBERED) texts.clear()
  texts.set(text, pieces)
  return pieces
}

function cutIntoPieces(fonts: FontSet, text: string, isBold: boolean): readonly TextPiece[] {
  const drawn = drawnText(text)
  const isHanText = HAN.test(drawn)
  const apostrophes = new Set(isHanText ? Array.from(drawn.matchAll(APOSTROPHE), ({ index }) => index) : [])
  const { characters } = knownOf(fonts)
  let at = 0
  const pieces: TextPiece[] = []
  let previous: CharacterFacts | null = null
  let run: { font: FontKey; text: string; gapBefore: boolean } | null = null
  const endRun = () => {
    if (run !== null) pieces.push({ kind: 'glyphs', ...run })
    run = null
  }
  for (const character of drawn) {
    const isHanMark = isHanText && !apostrophes.has(at)
    at += character.length
    const facts = characters[(isBold ? 1 : 0) + (isHanMark ? 2 : 0)]!
    const found = facts.get(character) ?? findFacts(fonts, character, isBold, isHanMark)
    facts.set(character, found)
    const gapBefore =
      previous !== null && previous.isHan !== found.isHan && previous.isLetter && found.isLetter
    previous = found
    if (found.font === null) {
      endRun()
      pieces.push({ kind: 'missing', character, code: codeOf(character) })
    } else if (run !== null && run.font === found.font && !gapBefore) run.text += character
    else {
      endRun()
      run = { font: found.font, text: character, gapBefore }
    }
  }
  endRun()
  return pieces
}

/** Whether a little room belongs between two characters, Han and European. */
export function needsGap(before: string, after: string): boolean {
  if (before === '' || HAN.test(before) === HAN.test(after)) return false
  return LETTER_OR_DIGIT.test(before) && LETTER_OR_DIGIT.test(after)
}

function codeOf(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
}
