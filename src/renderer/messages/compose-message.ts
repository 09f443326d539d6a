import { daysBetween, type IsoDate, type ZonedMoment } from '../../shared/domain/calendar.ts'
import type { Contact } from '../../shared/domain/contact.ts'
import { namesFor, type Dossier } from '../../shared/domain/dossier.ts'
import { formatPhoneNumber } from '../../shared/domain/phone-number.ts'
import type { ScreenLanguage } from '../../shared/domain/settings.ts'
import { instantOf, movedTo } from '../../shared/domain/zoned-moment.ts'
import { MOSCOW } from '../formats/clocks.ts'
import { formatDate } from '../formats/dates.ts'
import { numberFormatter } from '../formats/formatters.ts'
import type { MessageKind } from './message-kind.ts'

export interface Message {
  readonly subject: string
  readonly body: string
}

export interface MessageFacts {
  readonly dossier: Dossier
  /** Needed for what is about one contact. */
  readonly contact: Contact | null
  readonly language: ScreenLanguage
  readonly today: IsoDate
  /** Texts of that language, whatever the screen’s is. */
  readonly t: (key: string, named?: Readonly<Record<string, string | number>>, plural?: number) => string
}

/** A message to the operator, filled from the dossier. It says only what is noted there. */
export function composeMessage(kind: MessageKind, facts: MessageFacts): Message {
  const { dossier, t, language } = facts
  const phone = formatPhoneNumber(dossier.phoneNumber)
  const paragraphs = [t('message.greeting'), ...bodies[kind](facts), ...reach(facts), signature(facts)]
  const day =
    kind === 'conversation' && facts.contact !== null
      ? formatDate(dayOf(facts.contact.at), language, 'full')
      : ''
  return {
    subject: t(`message.subject.${kind}`, { phone, date: day }),
    body: paragraphs.filter((paragraph) => paragraph !== '').join('\n\n')
  }
}

type Body = (facts: MessageFacts) => readonly string[]

const bodies: Readonly<Record<MessageKind, Body>> = {
  conversation: (facts) => [...happened(facts), facts.t('message.pleaseConfirm')],
  promise: (facts) => {
    const { contact, t } = facts
    return [
      ...happened(facts),
      ...(contact?.promisedBy == null ? [] : [passed('message.passed', contact.promisedBy, facts)]),
      t('message.pleaseKeep')
    ]
  },
  agreement: (facts) => {
    const { dossier, t, language } = facts
    const { appliedOn } = dossier.agreement
    if (appliedOn === null) return []
    return [
      t('message.applied', { date: formatDate(appliedOn, language, 'full'), what: what(facts) }),
      passed('message.passedNoAgreement', appliedOn, facts),
      t('message.pleaseAgree')
    ]
  },
  confirmation: (facts) => {
    const { dossier, t, language } = facts
    const { effectiveOn, number } = dossier.agreement
    if (effectiveOn === null) return []
    const named = { date: formatDate(effectiveOn, language, 'full'), what: what(facts), number }
    return [
      t(number === '' ? 'message.ended' : 'message.endedBy', named),
      passed('message.passedNoConfirmation', effectiveOn, facts),
      list(facts)
    ]
  },
  certificate: (facts) => [facts.t('message.concerning', { what: what(facts) }), list(facts)]
}

/** The number, and the contract where it is known. */
function what({ dossier, t }: MessageFacts): string {
  const phone = formatPhoneNumber(dossier.phoneNumber)
  const { number } = dossier.contract
  return number === '' ? t('message.number', { phone }) : t('message.contract', { phone, contract: number })
}

/** What the contact was, and what was said in it. */
function happened(facts: MessageFacts): readonly string[] {
  const { contact, t, language } = facts
  if (contact === null) return []
  const { direction, channel, counterpart, person, reference, said, promised, promisedBy } = contact
  const event = t(`message.event.${direction}.${channel}`)
  const first = t('message.happened', {
    date: formatDate(dayOf(contact.at), language, 'full'),
    time: clock(contact.at, facts),
    event: counterpart === '' ? event : t('message.at', { event, counterpart }),
    what: what(facts)
  })
  const lines = [
    first,
    person === '' ? '' : t('message.person', { person }),
    reference === '' ? '' : t('message.reference', { reference })
  ]
  const until = promisedBy === null ? '' : formatDate(promisedBy, language, 'full')
  return [
    lines.filter((line) => line !== '').join('\n'),
    said === '' ? '' : `${t('message.said')}\n${said}`,
    promised === ''
      ? ''
      : `${t(until === '' ? 'message.promised' : 'message.promisedBy', { until })}\n${promised}`
  ]
}

/** The clock of the contact; Moscow’s beside it where it shows something else. */
function clock(at: ZonedMoment, { t, language }: MessageFacts): string {
  const time = at.local.slice(11)
  const named = { time, offset: offsetOf(at) }
  const moscow = movedTo(at, MOSCOW)
  if (moscow.local === at.local) return t('message.clock', named)
  const day = dayOf(moscow) === dayOf(at) ? '' : `${formatDate(dayOf(moscow), language, 'full')}, `
  return t('message.clockMoscow', { ...named, moscow: `${day}${moscow.local.slice(11)}` })
}

/** `UTC+3`, `UTC−3:30`: unlike names of zones it is understood everywhere. */
function offsetOf(at: ZonedMoment): string {
  const minutes = Math.round((Date.parse(`${at.local}Z`) - Date.parse(instantOf(at))) / 60_000)
  const size = Math.abs(minutes)
  const rest = size % 60 === 0 ? '' : `:${String(size % 60).padStart(2, '0')}`
  return minutes === 0 ? 'UTC' : `UTC${minutes < 0 ? '\u2212' : '+'}${Math.floor(size / 60)}${rest}`
}

function passed(key: string, since: IsoDate, { t, today, language }: MessageFacts): string {
  const days = daysBetween(since, today)
  return t(
    key,
    { n: numberFormatter(language, {}).format(days), date: formatDate(since, language, 'full') },
    days
  )
}

/** What a written confirmation has to say to be of use later. */
function list({ t, dossier }: MessageFacts): string {
  const { accountNumber } = dossier.contract
  const points = [
    t('message.point.ended'),
    t('message.point.disconnected'),
    accountNumber === '' ? t('message.point.owed') : t('message.point.owedOn', { account: accountNumber }),
    t('message.point.balance')
  ]
  return [t('message.pleaseState'), ...points.map((point, index) => `${index + 1}. ${point}`)].join('\n')
}

function reach({ dossier, t }: MessageFacts): readonly string[] {
  const { email, phone, address } = dossier.contactDetails
  const ways = [email, phone, address].filter((way) => way !== '')
  return ways.length === 0 ? [] : [t('message.reach', { ways: ways.join('; ') })]
}

function signature({ dossier, language, t }: MessageFacts): string {
  const [name = ''] = namesFor(dossier.subscriber, language)
  return [name, t('message.subscriber', { phone: formatPhoneNumber(dossier.phoneNumber) })]
    .filter((line) => line !== '')
    .join('\n')
}

function dayOf({ local }: ZonedMoment): IsoDate {
  return local.slice(0, 10)
}
