import type { ManifestExhibit } from '../pack-manifest.ts'
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

/** What the pages of an export have for each message. */
const CLOCK_TIME = /\b\d{2}:\d{2}:\d{2}\b/

/**
 * N21: a letter shows who sent it and when, with the zone, and messages of a phone show when each was sent; of letters,
 * messages and texts every line can be named.
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

function isMessage({ mediaType, notShownBecause }: ManifestExhibit): boolean {
  return [LETTER, TEXT].includes(mediaType) || (mediaType === EXPORT && notShownBecause === null)
}

function isShown(pack: ReadPack, message: ManifestExhibit): boolean {
  const pages = pagesOf(message, pack.pages)
  const isNumbered = pages.some((page) =>
    linesOf(page).some((line) => line[0]?.text.trim() === '1' && line.length > 1)
  )
  if (message.mediaType === TEXT || !isNumbered) return isNumbered
  const text = pages.flatMap((page) => bodyRuns(page).map((run) => run.text)).join(' ')
  return message.mediaType === EXPORT ? CLOCK_TIME.test(text) : text.includes('@') && ZONED_TIME.test(text)
}
