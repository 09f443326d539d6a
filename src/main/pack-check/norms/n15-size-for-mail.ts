import { MOST_MAIL_BYTES } from '../../../shared/domain/pack-limits.ts'
import { held, notHeld, type NormCheck } from './answer.ts'

/** N15: small enough for mail; the size itself stands beside the answer. */
export const n15SizeForMail: NormCheck = ({ sizeBytes }) =>
  sizeBytes <= MOST_MAIL_BYTES ? held('N15') : notHeld('N15', 'large-for-mail')
