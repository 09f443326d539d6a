import {
  BadgeAlert,
  Banknote,
  CalendarClock,
  Check,
  CircleAlert,
  Copy,
  FileText,
  FolderPlus,
  Footprints,
  Hourglass,
  Pen,
  ReceiptText,
  TriangleAlert,
  Wallet
} from '@lucide/vue'
import type { Component } from 'vue'
import { useI18n } from 'vue-i18n'
import type { Dossier } from '../../../shared/domain/dossier.ts'
import { isAwaited } from '../../../shared/domain/due-date.ts'
import type { EntryKind } from '../../../shared/domain/ledger.ts'
import type { ServiceUse } from '../../../shared/domain/precaution.ts'
import { SERVICE_CATALOGUE } from '../../../shared/domain/service-catalogue.ts'
import type { TimelineFact, TimelineItem } from '../../../shared/domain/timeline.ts'
import type { Contradiction } from '../../../shared/domain/timeline-contradictions.ts'
import { useFormats } from '../../composables/use-formats.ts'
import { useLanguage } from '../../composables/use-language.ts'
import { useStepWords } from '../../composables/use-step-words.ts'
import { clocksOf } from '../../formats/clocks.ts'
import { useContactWords } from '../contact/use-contact-words.ts'
import { useDueWords } from '../due/use-due-words.ts'
import { useExhibitWords } from '../exhibit/use-exhibit-words.ts'

export type TimelineTone = 'plain' | 'waiting' | 'overdue' | 'warning' | 'done'

export interface TimelineWords {
  readonly title: (item: TimelineItem, dossier: Dossier) => string
  readonly second: (item: TimelineItem) => string
  readonly contradiction: (what: Contradiction, dossier: Dossier) => string
  readonly tone: (item: TimelineItem, isUnproven: boolean) => TimelineTone
  /** null = a contact, whose icon is that of its channel. */
  readonly icon: (fact: TimelineFact) => Component | null
}

const ENTRY_ICONS: Readonly<Record<EntryKind, Component>> = {
  bill: ReceiptText,
  arrears: ReceiptText,
  penalty: CircleAlert,
  fee: ReceiptText,
  payment: Wallet,
  refund: Banknote
}
/** What brings the closing forward is ticked off. */
const MILESTONES: readonly string[] = ['signed', 'effective', 'confirmed', 'device-returned']

/** What a line of the timeline says. */
export function useTimelineWords(today: () => string): TimelineWords {
  const { t } = useI18n()
  const formats = useFormats()
  const language = useLanguage()
  const steps = useStepWords()
  const contacts = useContactWords()
  const exhibits = useExhibitWords()
  const dues = useDueWords(today)

  function title({ fact }: TimelineItem, dossier: Dossier): string {
    if (fact.kind === 'contact') return contacts.title(fact.contact)
    if (fact.kind === 'exhibit') return exhibits.title(fact.exhibit)
    if (fact.kind === 'due') return dues.title(fact.due, dossier)
    if (fact.kind === 'step') return stepTitle(fact)
    const { kind, amountMinor, currency, note } = fact.entry
    const deed = `${t(`ledger.kinds.${kind}`)} ${formats.amount(amountMinor, currency)}`
    return note === '' ? deed : `${deed}${t('contacts.comma')}${note}`
  }

  function stepTitle(fact: Extract<TimelineFact, { kind: 'step' }>): string {
    const event = t(`timeline.event.${fact.event}`)
    const what = subject(fact)
    return what === '' ? event : t('timeline.about', { event, what })
  }

  function subject(fact: Extract<TimelineFact, { kind: 'step' }>): string {
    if (fact.event === 'document-issued') return t(`identity.kinds.${fact.document.kind ?? 'other'}`)
    if (fact.event === 'device-returned') return fact.device.model
    if (fact.event === 'saved') return fact.backup.what
    if (fact.event === 'moved') return serviceName(fact.service)
    if (fact.event === 'pack-made') return fact.pack.code
    return fact.event === 'overridden' ? t(`step.name.${fact.step}`) : ''
  }

  /** One of the ready list is kept by its key alone. */
  function serviceName({ key, name }: ServiceUse): string {
    const listed = SERVICE_CATALOGUE.find((one) => one.key === key)
    return listed === undefined ? name : t(`service.names.${listed.key}`)
  }

  function second({ fact, at }: TimelineItem): string {
    if (fact.kind === 'contact') return contacts.second(fact.contact)
    if (fact.kind === 'due') return dues.source(fact.due)
    if (fact.kind === 'exhibit') {
      return [t('timeline.made'), exhibits.type(fact.exhibit.file.mediaType)].join(' · ')
    }
    if (fact.kind === 'entry') {
      return t('timeline.balance', { amount: formats.amount(fact.balanceMinor, fact.entry.currency) })
    }
    const clocks = at === null ? [] : clocksOf(at, language.value)
    if (fact.event === 'overridden') return [...clocks, fact.override.reason].join(' · ')
    const isPlaced = fact.step !== null && fact.event !== 'created'
    return [...clocks, ...(isPlaced ? [t(`step.name.${fact.step}`)] : [])].join(' · ')
  }

  function contradiction(what: Contradiction, dossier: Dossier): string {
    return what.code === 'in-the-future' || what.code === 'before-created'
      ? t(`timeline.contradiction.${what.code}`)
      : steps.warning(what, dossier)
  }

  function tone({ fact, contradictions, on }: TimelineItem, isUnproven: boolean): TimelineTone {
    if (fact.kind === 'due') {
      if (fact.due.state === 'done') return 'done'
      if (fact.due.isOverdue) return 'overdue'
      if (isAwaited(fact.due)) return 'waiting'
      return fact.due.daysLeft <= 0 ? 'warning' : 'plain'
    }
    if (contradictions.length > 0 || isUnproven) return 'warning'
    return fact.kind === 'step' && MILESTONES.includes(fact.event) && on <= today() ? 'done' : 'plain'
  }

  return { title, second, contradiction, tone, icon: iconOf }
}

function iconOf(fact: TimelineFact): Component | null {
  switch (fact.kind) {
    case 'contact':
      return null
    case 'entry':
      return ENTRY_ICONS[fact.entry.kind]
    case 'exhibit':
      return FileText
    case 'due':
      if (fact.due.state === 'done') return Check
      if (fact.due.isOverdue) return BadgeAlert
      if (isAwaited(fact.due)) return Hourglass
      return fact.due.daysLeft === 0 ? TriangleAlert : CalendarClock
    case 'step':
      if (fact.event === 'created') return FolderPlus
      if (fact.event === 'pack-made') return Copy
      if (fact.event === 'overridden') return Pen
      return MILESTONES.includes(fact.event) ? Check : Footprints
  }
}
