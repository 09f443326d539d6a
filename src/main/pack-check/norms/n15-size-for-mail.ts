import { MOST_MAIL_BYTES } from '../../../shared/domain/pack-limits.ts'
import { BYTES_IN_MB } from '../../../shared/domain/recipient-profile.ts'
import { changed, held, notHeld, type NormCheck } from './answer.ts'

/**
 * N15: small enough for the recipient, and for mail where theirs sets no limit; the size itself stands beside the
 * answer. Only what the recipient does not take is a fault: a pack that is handed over otherwise may be large.
 */
export const n15SizeForMail: NormCheck = ({ sizeBytes, manifest }) => {
  const limitMb = manifest?.largestFileMb
  if (limitMb !== undefined && sizeBytes > limitMb * BYTES_IN_MB) return notHeld('N15', 'large-for-recipient')
  if (sizeBytes <= MOST_MAIL_BYTES) return held('N15')
  if (manifest === null) return notHeld('N15', 'large-for-mail')
  return changed('N15', limitMb === undefined ? 'no-size-limit' : 'recipient-size-limit')
}
