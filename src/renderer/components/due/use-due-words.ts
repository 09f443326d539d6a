import { useI18n } from 'vue-i18n'
import type { IsoDate } from '../../../shared/domain/calendar.ts'
import type { Dossier } from '../../../shared/domain/dossier.ts'
import { aboutOf } from '../../../shared/domain/dossier-summary.ts'
import type { DueDate } from '../../../shared/domain/due-date.ts'
import { factText } from '../../../shared/domain/fact.ts'
import { useFormats } from '../../composables/use-formats.ts'
import { useLanguage } from '../../composables/use-language.ts'
import { unbroken } from '../../formats/unbroken.ts'
import { useDossiersStore } from '../../stores/dossiers.ts'
import { useHomeWords, type DayWords } from '../home/use-home-words.ts'

export interface DueWords {
  readonly title: (due: DueDate, dossier: Dossier) => string
  /** null where nobody set one. */
  readonly day: (due: DueDate) => DayWords | null
  /** Where the day comes from, as a sentence. */
  readonly source: (due: DueDate) => string
}

/** What is said about a due date inside its dossier. */
export function useDueWords(today: () => IsoDate): DueWords {
  const { t, n } = useI18n()
  const formats = useFormats()
  const language = useLanguage()
  const dossiers = useDossiersStore()
  const home = useHomeWords(today)

  function source(due: DueDate): string {
    return [reason(due), moved(due)].filter((part) => part !== '').join(t('readiness.between'))
  }

  function moved({ source: from, on, computedOn }: DueDate): string {
    // No day was computed for a payment's proof: there is none to tell of.
    if (on === computedOn || from.kind === 'payment-proof') return ''
    // The day of a promise is named with it.
    if (from.kind === 'promise') return t('due.movedTo', { date: formats.date(on, 'sentence') })
    return t('due.moved', { date: formats.date(computedOn, 'sentence') })
  }

  function reason({ source: from, computedOn, isUndated }: DueDate): string {
    if (from.kind === 'promise') {
      return t('due.source.promise', { date: formats.date(computedOn, 'sentence') })
    }
    if (from.kind === 'claim-answer') {
      const rule = dossiers.rules.law.find(({ id }) => id === from.ruleId)
      return t('due.source.claim-answer', {
        n: n(from.days),
        date: formats.date(from.registeredOn, 'sentence'),
        article: rule === undefined ? '' : unbroken(factText(rule.article, language.value))
      })
    }
    if (from.kind === 'follow-up') {
      return t(
        'due.source.follow-up',
        { date: formats.date(from.since, 'sentence'), n: n(from.days) },
        from.days
      )
    }
    if (from.kind === 'notice') {
      return t(
        'due.source.notice',
        { date: formats.date(from.plannedOn, 'sentence'), n: n(from.days) },
        from.days
      )
    }
    if (from.kind === 'payment-proof') {
      if (from.others > 0) return t('due.source.payment-proofs', { n: n(from.others) }, from.others)
      return isUndated ? t('due.source.payment-proof') : ''
    }
    return t(`due.source.${from.kind}`)
  }

  return {
    title: ({ on, source: from }, dossier) => home.due({ on, source: from, about: aboutOf(dossier, from) }),
    day: home.dayOfDue,
    source
  }
}
