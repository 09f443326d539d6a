import type { ManifestExhibit } from '../pack-manifest.ts'
import type { PackPage } from '../pack-page.ts'
import type { ReadPack } from '../read-pack.ts'
import { heldBut, notAsked, type NormCheck } from './answer.ts'
import { bodyRuns, linesOf, pagesOf } from './pack-parts.ts'

const LETTER = 'message/rfc822'
const TEXT = 'text/plain'
/** Of XML only the messages of a phone are shown. */
const EXPORT = 'application/xml'
/**
 * A time of day with its distance from UTC, or as the letter has it where that is no date the program can read
 * (RFC 5322, 3.3).
 */
const ZONED_TIME = /\d{1,2}:\d{2}(:\d{2})?\s*([(（]UTC[+\u2212]\d|([+-]\d{4}|UT|GMT|[ECMP][SD]T)\b)/

/** What the pages of an export have for each message, beside the number of its line. */
const CLOCK_TIME = /^\d{2}:\d{2}:\d{2}$/
/** Numbers of lines stand left of this, times of messages left of that, as shares of the width. */
const NUMBER_COLUMN = 0.15
const TIME_COLUMN = 0.3

/**
 * N21: a letter shows who sent it and when, with the zone; messages of a phone are all shown, each with its time and
 * all with the zone; of letters, messages and texts every line can be named.
 */
export const n21Messages: NormCheck = (pack) => {
  const messages = pack.manifest?.exhibits.filter(isMessage) ?? []
  if (messages.length === 0) return notAsked('N21', 'no-messages')
  return heldBut(
    'N21',
    'message-not-shown',
    messages.filter((message) => !isShown(pack, message)).map(({ pages }) => pages.first)
  )
}

/** Of a text that is none and an export of another kind a page of their own says so. */
function isMessage({ mediaType, notShownBecause }: ManifestExhibit): boolean {
  return mediaType === LETTER || ([TEXT, EXPORT].includes(mediaType) && notShownBecause === null)
}

function isShown(pack: ReadPack, message: ManifestExhibit): boolean {
  const pages = pagesOf(message, pack.pages)
  const numbers = lineNumbers(pages)
  // A message may be a picture without a word.
  if (!areRising(numbers) || (numbers.length === 0 && message.mediaType !== EXPORT)) return false
  if (message.mediaType === TEXT) return true
  const text = pages.flatMap((page) => bodyRuns(page).map((run) => run.text)).join(' ')
  if (message.mediaType === LETTER) return text.includes('@') && ZONED_TIME.test(text)
  return text.includes('UTC') && isWhole(pages, pack.sourceMessages.get(message.number) ?? null)
}

/** Numbers of lines begin with 1 and rise through all pages of an exhibit, so that each is there once. */
function areRising(numbers: readonly number[]): boolean {
  return numbers.every((number, index) => (index === 0 ? number === 1 : number > (numbers[index - 1] ?? 0)))
}

function lineNumbers(pages: readonly PackPage[]): readonly number[] {
  const first = pages.flatMap((page) => linesOf(page).map(([run]) => ({ run, page })))
  return first.flatMap(({ run, page }) =>
    run !== undefined && run.x < page.width * NUMBER_COLUMN && /^\d+$/.test(run.text) ? Number(run.text) : []
  )
}

/**
 * As many messages have their time as the file holds. Where some cannot be read or are too many, a note behind the last
 * one says how many.
 */
function isWhole(pages: readonly PackPage[], inFile: number | null): boolean {
  const lines = pages.flatMap((page) => linesOf(page).map((runs) => ({ page, runs })))
  const isTimed = ({ page, runs }: (typeof lines)[number]) =>
    runs.some(({ x, text }) => x < page.width * TIME_COLUMN && CLOCK_TIME.test(text.trim()))
  const shown = lines.filter(isTimed).length
  if (inFile === shown) return true
  const note = lines
    .slice(lines.findLastIndex(isTimed) + 1)
    .flatMap(({ runs }) => runs.map(({ text }) => text))
  const said = new Set(numbersIn(note.join(' ')))
  if (inFile === null) return said.has(shown)
  return shown < inFile && said.has(shown) && (said.has(inFile - shown) || said.has(inFile))
}

/** `1 234` and `1,234` are one number; dates and names of files hold none. */
function numbersIn(text: string): readonly number[] {
  return [...text.matchAll(/(?<![\w.-])\d+(?:[\s,]\d{3})*(?![\w.]*\w)/g)].map(([written]) =>
    Number(written.replace(/\D/g, ''))
  )
}
