import { useI18n } from 'vue-i18n'
import type { IsoDate } from '../../shared/domain/calendar.ts'
import { closingRequests } from '../../shared/domain/closing-requests.ts'
import type { Dossier } from '../../shared/domain/dossier.ts'
import type { Step } from '../../shared/domain/step.ts'
import type { Lack, StepReview, Waiting } from '../../shared/domain/step-review.ts'
import type { Warning } from '../../shared/domain/step-warnings.ts'
import { useFormats } from './use-formats.ts'

export interface StepWords {
  /** What to do about something that is missing, as one line of a list. */
  readonly lack: (lack: Lack, dossier: Dossier) => string
  /** The whole sentence, to stand beside its field. */
  readonly warning: (warning: Warning, dossier: Dossier) => string
  /** The same in few words, for lists. */
  readonly warningShort: (warning: Warning, dossier: Dossier) => string
  /** The line under the step's name in the stepper: its state and the reason for it. */
  readonly sub: (review: StepReview, dossier: Dossier) => string
}

/** What the review of a step says, in the screen's language. */
export function useStepWords(): StepWords {
  const { t, n } = useI18n()
  const formats = useFormats()
  const day = (on: IsoDate) => formats.date(on, 'sentence')

  function facts(what: Lack | Warning, dossier: Dossier): Record<string, string> {
    if ('owed' in what) return { amount: formats.amount(what.owed.amountMinor, what.owed.currency) }
    if ('deviceId' in what) {
      const device = dossier.equipment.devices.find((one) => one.id === what.deviceId)
      if (device === undefined) return { device: t('equipment.kinds.other') }
      return { device: device.model === '' ? t(`equipment.kinds.${device.kind}`) : device.model }
    }
    if ('documentId' in what) return documentFacts(what, dossier)
    if ('earliest' in what) return { date: day(what.earliest) }
    if ('on' in what) return { date: day(what.on) }
    if (!('entryId' in what)) return {}
    const entry = dossier.payments.entries.find((one) => one.id === what.entryId)
    return { date: entry === undefined ? '' : day(entry.on) }
  }

  function documentFacts(
    what: Extract<Warning, { readonly documentId: string }>,
    { identity }: Dossier
  ): Record<string, string> {
    const kind = identity.documents.find(({ id }) => id === what.documentId)?.kind ?? 'other'
    return {
      document: kind === 'other' ? t('step.document') : t(`identity.kinds.${kind}`),
      ...('on' in what ? { date: day(what.on) } : {}),
      ...('neededOn' in what ? { neededOn: day(what.neededOn) } : {})
    }
  }

  function inProgress(review: StepReview, dossier: Dossier): string {
    const owed = review.lacks.find((lack) => lack.code === 'owed')
    if (owed !== undefined) return t('step.sub.owed', facts(owed, dossier))
    return review.lacks.length === 0
      ? t('step.state.in-progress')
      : t('step.sub.missing', review.lacks.length)
  }

  function short(warning: Warning, dossier: Dossier): string {
    const isOfOne = warning.code === 'document-expired' || warning.code === 'document-expires-early'
    return t(`step.${isOfOne ? 'documentShort' : 'warningShort'}.${warning.code}`, facts(warning, dossier))
  }

  function waiting(what: Waiting): string {
    if (what.code === 'answer') {
      return what.daysLeft === 0 ? t('step.sub.answerToday') : t('step.sub.answer', { date: day(what.until) })
    }
    return what.days === 0
      ? t(`step.sub.${what.code}Today`)
      : t(`step.sub.${what.code}`, { n: n(what.days) }, what.days)
  }

  function finished({ step, state }: StepReview, dossier: Dossier): string {
    if (state === 'not-needed') return t('step.sub.nothingToReturn')
    const on = finishedOn(step, dossier)
    return on === null ? t('step.state.done') : t('step.sub.doneOn', { date: day(on) })
  }

  function computedSub(review: StepReview, dossier: Dossier): string {
    const { state, warnings, waiting: awaited } = review
    if (state === 'overdue' && awaited !== null) {
      const days = awaited.code === 'answer' ? -awaited.daysLeft : awaited.daysOver
      return t('step.sub.overdue', { n: n(days) }, days)
    }
    if (state === 'warning' && warnings[0] !== undefined) {
      return short(warnings[0], dossier)
    }
    if (state === 'waiting' && awaited !== null) return waiting(awaited)
    if (state === 'in-progress') return inProgress(review, dossier)
    return state === 'done' || state === 'not-needed' ? finished(review, dossier) : t(`step.state.${state}`)
  }

  return {
    lack: (lack, dossier) => t(`step.lack.${lack.code}`, facts(lack, dossier)),
    warning: (warning, dossier) => t(`step.warning.${warning.code}`, facts(warning, dossier)),
    warningShort: short,
    sub: (review, dossier) =>
      review.override === null
        ? computedSub(review, dossier)
        : t('step.sub.override', { state: t(`step.state.${review.state}`) })
  }
}

/** The day on which a step was finished, where its facts tell one. */
function finishedOn(step: Step, dossier: Dossier) {
  const { payments, agreement, equipment, confirmation } = dossier
  const days: Readonly<Record<Step, readonly (IsoDate | null | undefined)[]>> = {
    account: [],
    identity: [],
    contact: closingRequests(dossier).map(({ at }) => at.local.slice(0, 10)),
    payments: payments.entries.map(({ on }) => on),
    agreement: [agreement.signedOn],
    equipment: equipment.devices.map(({ returnedOn }) => returnedOn),
    confirmation: [confirmation.receivedAt?.local.slice(0, 10)]
  }
  return days[step].reduce<IsoDate | null>(
    (latest, on) => (on != null && (latest === null || on > latest) ? on : latest),
    null
  )
}
