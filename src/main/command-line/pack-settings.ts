import {
  DELIVERIES,
  LEAST_LIMIT_MB,
  MOST_LIMIT_MB,
  PACK_FORMS,
  settingsOf,
  type PackSettings,
  type RecipientProfile
} from '../../shared/domain/recipient-profile.ts'
import { UsageError, type Terminal } from './terminal.ts'

/** The profile's settings, but for what was asked for otherwise. */
export function chosenSettings(
  profile: RecipientProfile,
  values: { readonly delivery?: string; readonly 'largest-mb'?: string; readonly form?: string },
  { words }: Terminal
): PackSettings {
  const usual = settingsOf(profile)
  const form = PACK_FORMS.find((one) => one === (values.form ?? usual.form))
  if (form === undefined) throw new UsageError(words.usage.badChoice('--form', PACK_FORMS.join(', ')))
  const settings = { ...usual, form }
  const delivery = DELIVERIES.find((one) => one === (values.delivery ?? settings.delivery))
  if (delivery === undefined) throw new UsageError(words.usage.badChoice('--delivery', DELIVERIES.join(', ')))
  const limit = values['largest-mb']
  if (limit === undefined) return { ...settings, delivery }
  const megabytes = limit === 'none' ? null : Number(limit)
  const isLimit = megabytes === null || (megabytes >= LEAST_LIMIT_MB && megabytes <= MOST_LIMIT_MB)
  if (!isLimit) {
    throw new UsageError(words.usage.badChoice('--largest-mb', `${LEAST_LIMIT_MB}–${MOST_LIMIT_MB}, none`))
  }
  return { ...settings, delivery, largestFileMb: megabytes }
}
