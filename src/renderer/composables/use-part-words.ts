import { useI18n } from 'vue-i18n'
import type { Dossier } from '../../shared/domain/dossier.ts'
import type { Lack, PartReview, Warning } from '../../shared/domain/part.ts'
import { useFormats } from './use-formats.ts'

export interface PartWords {
  /** What to do about something that is missing, as one line of a list. */
  readonly lack: (lack: Lack, dossier: Dossier) => string
  /** The whole sentence, to stand beside its field. */
  readonly warning: (warning: Warning, dossier: Dossier) => string
  /** The same in few words, for lists. */
  readonly warningShort: (warning: Warning, dossier: Dossier) => string
  /** The line under the part's name in the stepper. */
  readonly sub: (review: PartReview, dossier: Dossier) => string
}

/** What the review of a part says, in the screen's language. */
export function usePartWords(): PartWords {
  const { t } = useI18n()
  const formats = useFormats()

  function facts(what: Lack | Warning, dossier: Dossier): Record<string, string> {
    const { currency, entries } = dossier.payments
    if ('balanceMinor' in what) return { amount: formats.amount(what.balanceMinor, currency) }
    if ('on' in what) return { date: formats.date(what.on, 'sentence') }
    if (!('entryId' in what)) return {}
    const entry = entries.find((one) => one.id === what.entryId)
    return { date: entry === undefined ? '' : formats.date(entry.on, 'sentence') }
  }

  function inProgress(review: PartReview, dossier: Dossier): string {
    const owed = review.lacks.find((lack) => lack.code === 'owed')
    if (owed !== undefined) return t('part.sub.owed', facts(owed, dossier))
    return t('part.sub.missing', review.lacks.length)
  }

  return {
    lack: (lack, dossier) => t(`part.lack.${lack.code}`, facts(lack, dossier)),
    warning: (warning, dossier) => t(`part.warning.${warning.code}`, facts(warning, dossier)),
    warningShort: (warning, dossier) => t(`part.warningShort.${warning.code}`, facts(warning, dossier)),
    sub: (review, dossier) => {
      const [first] = review.warnings
      if (first !== undefined) return t(`part.warningShort.${first.code}`, facts(first, dossier))
      if (review.state === 'in-progress') return inProgress(review, dossier)
      if (review.state !== 'waiting') return t(`part.state.${review.state}`)
      const days = review.waitingDays ?? 0
      return days === 0 ? t('part.sub.waitingToday') : t('part.sub.waiting', days)
    }
  }
}
