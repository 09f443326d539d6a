import type { ManifestExhibit } from '../pack-manifest.ts'
import type { ReadPack } from '../read-pack.ts'
import { heldBut, notAsked, type NormCheck } from './answer.ts'
import { bodyRuns, linesOf, pagesOf } from './pack-parts.ts'

const LETTER = 'message/rfc822'
const TEXT = 'text/plain'
/** RFC 5322, 3.3: a time of day with its zone, `16:42:00 +0300`; the old names of zones as well. */
const ZONED_TIME = /\d{1,2}:\d{2}(:\d{2})?\s*([+-]\d{4}|UT|GMT|[ECMP][SD]T)\b/

/** N21: a letter shows who sent it and when, with the zone; of letters and texts every line can be named. */
export const n21Messages: NormCheck = (pack) => {
  const messages = pack.manifest?.exhibits.filter(({ mediaType }) => [LETTER, TEXT].includes(mediaType)) ?? []
  if (messages.length === 0) return notAsked('N21', 'no-messages')
  return heldBut(
    'N21',
    'message-not-shown',
    messages.filter((message) => !isShown(pack, message)).map(({ pages }) => pages.first)
  )
}

function isShown(pack: ReadPack, message: ManifestExhibit): boolean {
  const pages = pagesOf(message, pack.pages)
  const isNumbered = pages.some((page) =>
    linesOf(page).some((line) => line[0]?.text.trim() === '1' && line.length > 1)
  )
  if (message.mediaType === TEXT || !isNumbered) return isNumbered
  const text = pages.flatMap((page) => bodyRuns(page).map((run) => run.text)).join(' ')
  return text.includes('@') && ZONED_TIME.test(text)
}
