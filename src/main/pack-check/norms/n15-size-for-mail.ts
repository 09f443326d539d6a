import { held, notHeld, type NormCheck } from './answer.ts'

/** What courts take by e-mail: 36 MB, counted the careful way. */
const MOST_MAIL_BYTES = 36_000_000

/** N15: small enough for mail; the size itself stands beside the answer. */
export const n15SizeForMail: NormCheck = ({ sizeBytes }) =>
  sizeBytes <= MOST_MAIL_BYTES ? held('N15') : notHeld('N15', 'large-for-mail')
