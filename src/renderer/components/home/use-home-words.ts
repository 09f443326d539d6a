import {
  Bell,
  CalendarDays,
  Copy,
  FileClock,
  Hourglass,
  ListTodo,
  Paperclip,
  Phone,
  Send,
  Smartphone,
  TriangleAlert,
  Wallet
} from '@lucide/vue'
import type { Component } from 'vue'
import { useI18n } from 'vue-i18n'
import { daysBetween, type IsoDate } from '../../../shared/domain/calendar.ts'
import type { DossierSummary, ListedDue } from '../../../shared/domain/dossier-summary.ts'
import type { DueKind } from '../../../shared/domain/due-date.ts'
import type { DueSource } from '../../../shared/domain/due-source.ts'
import type { Lack } from '../../../shared/domain/step-review.ts'
import type { Warning } from '../../../shared/domain/step-warnings.ts'
import { useFormats } from '../../composables/use-formats.ts'

/** A day beside today, in words, with the colour of its urgency. */
export interface DayWords {
  readonly tone: 'over' | 'today' | 'ahead'
  readonly text: string
}

export interface NextWords {
  readonly icon: Component
  readonly text: string
}

export interface HomeWords {
  readonly day: (on: IsoDate) => DayWords
  /** The day of a due date; null where nobody set one. */
  readonly dayOfDue: (due: Pick<ListedDue, 'on' | 'isUndated'>) => DayWords | null
  /** What to do about a due date. */
  readonly due: (due: Pick<ListedDue, 'on' | 'source' | 'about'>) => string
  /** What comes next in a dossier. */
  readonly next: (summary: DossierSummary) => NextWords
}

const DUE_ICONS: Readonly<Record<DueKind, Component>> = {
  promise: Hourglass,
  'claim-answer': Hourglass,
  'follow-up': Send,
  'document-expiry': FileClock,
  'attorney-expiry': FileClock,
  'planned-closing': CalendarDays,
  notice: CalendarDays,
  'term-end': CalendarDays,
  'payment-proof': Paperclip,
  reminder: Bell
}

/** What the list of dossiers says about days and next steps, in the screen's language. */
export function useHomeWords(today: () => IsoDate): HomeWords {
  const { t, n } = useI18n()
  const formats = useFormats()
  const sentence = (on: IsoDate) => formats.date(on, 'sentence')

  function day(on: IsoDate): DayWords {
    const daysLeft = daysBetween(today(), on)
    if (daysLeft < 0) return { tone: 'over', text: t('home.overdue', { n: n(-daysLeft) }, -daysLeft) }
    if (daysLeft === 0) return { tone: 'today', text: t('home.dueToday') }
    return { tone: 'ahead', text: sentence(on) }
  }

  function due({ on, source, about }: Pick<ListedDue, 'on' | 'source' | 'about'>): string {
    // Before its day somebody else's answer is waited for, from then on it is asked for.
    const turn = on > today() ? 'wait' : 'ask'
    switch (source.kind) {
      case 'promise':
        return about === '' ? t(`home.due.${turn}.promise`) : t(`home.due.${turn}.promised`, { about })
      case 'claim-answer':
        return t(`home.due.${turn}.claim`)
      case 'follow-up':
        return followUp(source, turn)
      case 'payment-proof':
        return t('home.due.proof', { date: sentence(source.paidOn) })
      case 'reminder':
        return about
      case 'document-expiry':
      case 'attorney-expiry':
      case 'planned-closing':
      case 'notice':
      case 'term-end':
        return t(`home.due.${source.kind}`)
    }
  }

  function followUp(source: Extract<DueSource, { kind: 'follow-up' }>, turn: 'wait' | 'ask'): string {
    const days = Math.max(0, daysBetween(source.since, today()))
    return t(`home.due.${turn}.${source.about}`, { n: n(days) }, days)
  }

  function facts(what: Lack | Warning, about: string): Record<string, string> {
    if ('owed' in what) return { amount: formats.amount(what.owed.amountMinor, what.owed.currency) }
    if ('deviceId' in what) return { device: about === '' ? t('step.device') : about }
    if ('neededOn' in what) return { date: sentence(what.on), neededOn: sentence(what.neededOn) }
    if ('earliest' in what) return { date: sentence(what.earliest) }
    if ('on' in what) return { date: sentence(what.on) }
    return { date: about === '' ? '' : sentence(about) }
  }

  function next({ next: what, pack }: DossierSummary): NextWords {
    if (what === null) {
      return {
        icon: Copy,
        text: pack === null ? t('home.packNext') : t('home.packDone', { n: n(pack.pages) }, pack.pages)
      }
    }
    const { about } = what
    if (what.kind === 'due') {
      return { icon: iconOf(what.due.source.kind, what.on > today()), text: due(what.due) }
    }
    if (what.kind === 'warning') {
      const { warning } = what
      return { icon: TriangleAlert, text: t(`step.warningShort.${warning.code}`, facts(warning, about)) }
    }
    return {
      icon: iconOfLack(what.lack),
      text: t(`step.lack.${what.lack.code}`, facts(what.lack, about))
    }
  }

  return { day, dayOfDue: ({ on, isUndated }) => (isUndated ? null : day(on)), due, next }
}

function iconOf(kind: DueKind, isAhead: boolean): Component {
  if (kind === 'follow-up') return isAhead ? Hourglass : Send
  return (kind === 'promise' || kind === 'claim-answer') && !isAhead ? Send : DUE_ICONS[kind]
}

function iconOfLack({ code }: Lack): Component {
  if (code === 'owed') return Wallet
  if (code === 'request') return Phone
  if (code.startsWith('device') || code.startsWith('equipment')) return Smartphone
  return code.endsWith('proof') ? Paperclip : ListTodo
}
