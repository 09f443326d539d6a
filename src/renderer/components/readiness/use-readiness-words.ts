import { useI18n } from 'vue-i18n'
import type { Dossier } from '../../../shared/domain/dossier.ts'
import type { ObligationReview, ReadinessReason } from '../../../shared/domain/readiness.ts'
import { useFormats } from '../../composables/use-formats.ts'

export interface ReadinessWords {
  /** Why the level is what it is, in sentences a layman acts on. */
  readonly reason: (review: ObligationReview, dossier: Dossier) => string
}

/** What the review of the obligations says, in the screen's language. */
export function useReadinessWords(): ReadinessWords {
  const { t, n } = useI18n()
  const formats = useFormats()

  /** Empty where the plain sentence of the obligation says it. */
  function own(reason: ReadinessReason, dossier: Dossier): string {
    switch (reason.code) {
      case 'document-expires':
        return t('readiness.reason.document-expires', { date: formats.date(reason.on, 'sentence') })
      case 'still-owed': {
        const amount = reason.owed.map((one) => formats.amount(one.amountMinor, one.currency)).join(' + ')
        return t('readiness.reason.still-owed', { amount })
      }
      case 'payment-unproven': {
        const [first] = reason.entryIds
        const entry = dossier.payments.entries.find(({ id }) => id === first)
        if (entry === undefined || reason.entryIds.length > 1) {
          return t(
            'readiness.reason.payments-unproven',
            { n: n(reason.entryIds.length) },
            reason.entryIds.length
          )
        }
        return t('readiness.reason.payment-unproven', {
          amount: formats.amount(entry.amountMinor, entry.currency),
          date: formats.date(entry.on, 'sentence')
        })
      }
      case 'device-unproven': {
        const device = dossier.equipment.devices.find(({ id }) => id === reason.deviceIds[0])
        const kind = t(`equipment.kinds.${device?.kind ?? 'other'}`)
        return t('readiness.reason.device-unproven', { device: device?.model || kind })
      }
      case 'nothing-to-return':
        return t('readiness.reason.nothing-to-return')
      case 'nothing':
      case 'only-stated':
      case 'one-document':
      case 'corroborated':
        return ''
    }
  }

  return {
    reason: (review, dossier) => {
      const plain = t(`readiness.plain.${review.obligation}.${review.level}`)
      const said = review.reasons.map((reason) => own(reason, dossier)).filter((text) => text !== '')
      return [...said, plain].join(t('readiness.between'))
    }
  }
}
