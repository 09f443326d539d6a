import { addDays, type IsoDate } from './calendar.ts'
import type { Contact, ContactPurpose } from './contact.ts'
import type { Dossier } from './dossier.ts'
import { promiseDueId } from './due-change.ts'
import type { LawRule } from './law-rule.ts'
import { followUpDaysOf } from './operator-data.ts'
import { provenIds } from './proof-target.ts'
import type { Step } from './step.ts'
import { nextWorkingDay } from './working-day.ts'

/** Why a day is due. */
export type DueSource =
  /** The operator promised something until then. */
  | { readonly kind: 'promise'; readonly contactId: string }
  /** The law gives the operator so many days from the registration of a claim. */
  | {
      readonly kind: 'claim-answer'
      readonly contactId: string
      readonly ruleId: string
      /** The latest day of registration if no public holiday lies in between. */
      readonly registeredOn: IsoDate
      readonly days: number
    }
  /** The waiting time set for the operator is over: ask again. */
  | {
      readonly kind: 'follow-up'
      readonly about: 'agreement' | 'confirmation' | 'request'
      readonly since: IsoDate
      readonly days: number
      /** What was not answered; null where the wait does not begin with a contact. */
      readonly contactId: string | null
    }
  | { readonly kind: 'document-expiry'; readonly documentId: string }
  | { readonly kind: 'attorney-expiry' }
  | { readonly kind: 'planned-closing' }
  /** The last day to apply so that the notice is over by the planned day. */
  | { readonly kind: 'notice'; readonly days: number; readonly plannedOn: IsoDate }
  /** From this day on the contract's minimum term is over. */
  | { readonly kind: 'term-end' }
  /** A payment without a proof; `others` more wait behind it. */
  | {
      readonly kind: 'payment-proof'
      readonly entryId: string
      readonly paidOn: IsoDate
      readonly others: number
    }
  | { readonly kind: 'reminder'; readonly reminderId: string }

/** The place in the dossier where it is dealt with. */
export type DuePlace =
  | { readonly kind: 'step'; readonly step: Step }
  | { readonly kind: 'contact'; readonly contactId: string }
  | { readonly kind: 'entry'; readonly entryId: string }
  | { readonly kind: 'precaution'; readonly precaution: 'terms' }
  | { readonly kind: 'reminder'; readonly reminderId: string }

/** A due date as the facts alone make it, before the user's changes. */
export interface DueFact {
  readonly id: string
  readonly on: IsoDate
  readonly source: DueSource
  readonly place: DuePlace
  /** "Done" means asked once more: the wait begins anew that day, and the fact already counts from it. */
  readonly repeatsAfterDone: boolean
}

/** A closing takes weeks: a paper that is good for another year sets no day in it. */
const FAR_EXPIRY_DAYS = 365

/** Channels that are answered later, not at once. */
const WRITTEN: readonly Contact['channel'][] = ['email', 'letter', 'chat', 'sms', 'other']
const ASKING: readonly ContactPurpose[] = ['closing', 'refund', 'documents']

/** Everything the facts make due. After the confirmation only what can still hurt or pay. */
export function dueFactsOf(dossier: Dossier, law: readonly LawRule[], today: IsoDate): readonly DueFact[] {
  const isConfirmed = dossier.confirmation.receivedAt !== null
  return [
    ...promises(dossier, isConfirmed),
    ...claimAnswers(dossier, law),
    ...unanswered(dossier, isConfirmed),
    ...(isConfirmed ? [] : beforeConfirmation(dossier, today)),
    ...missingProof(dossier, today),
    ...dossier.reminders.map(({ id, on }): DueFact => ({
      id: `reminder:${id}`,
      on,
      source: { kind: 'reminder', reminderId: id },
      place: { kind: 'reminder', reminderId: id },
      repeatsAfterDone: false
    }))
  ]
}

function beforeConfirmation(dossier: Dossier, today: IsoDate): readonly DueFact[] {
  return [...agreementAndConfirmation(dossier), ...expiries(dossier, today), ...plans(dossier, today)]
}

function promises({ contacts }: Dossier, isConfirmed: boolean): readonly DueFact[] {
  return contacts.flatMap(({ id, promisedBy, purpose }): readonly DueFact[] =>
    promisedBy === null || (isConfirmed && purpose === 'closing')
      ? []
      : [
          {
            id: promiseDueId(id),
            on: promisedBy,
            source: { kind: 'promise', contactId: id },
            place: { kind: 'contact', contactId: id },
            repeatsAfterDone: false
          }
        ]
  )
}

function claimAnswers({ contacts }: Dossier, law: readonly LawRule[]): readonly DueFact[] {
  const rule = law.find(({ id, from }) => id === 'claim-answer' && from === 'claim-registered')
  if (rule === undefined || rule.days === null) return []
  const { id: ruleId, days } = rule
  return contacts
    .filter(({ purpose, direction }) => purpose === 'claim' && direction === 'out')
    .map(({ id, at }): DueFact => {
      const registeredOn = nextWorkingDay(dayOf(at.local))
      return {
        id: `claim:${id}`,
        on: addDays(registeredOn, days),
        source: { kind: 'claim-answer', contactId: id, ruleId, registeredOn, days },
        place: { kind: 'contact', contactId: id },
        repeatsAfterDone: false
      }
    })
}

/** The newest written request of each purpose, as long as nothing came back and no day was promised. */
function unanswered(dossier: Dossier, isConfirmed: boolean): readonly DueFact[] {
  const { appliedOn, signedOn, effectiveOn } = dossier.agreement
  const isPastAsking = isConfirmed || [appliedOn, signedOn, effectiveOn].some((on) => on !== null)
  const days = followUpDaysOf(dossier.operatorData)
  return ASKING.flatMap((purpose): readonly DueFact[] => {
    if (purpose === 'closing' && isPastAsking) return []
    const last = dossier.contacts
      .filter((contact) => contact.purpose === purpose)
      .toSorted((a, b) => (a.at.local < b.at.local ? -1 : a.at.local > b.at.local ? 1 : 0))
      .at(-1)
    if (last === undefined || last.direction === 'in' || last.promisedBy !== null) return []
    if (!WRITTEN.includes(last.channel)) return []
    return [followUp(dossier, `answer:${last.id}`, 'request', dayOf(last.at.local), days, last.id)]
  })
}

function agreementAndConfirmation(dossier: Dossier): readonly DueFact[] {
  const { appliedOn, signedOn, effectiveOn } = dossier.agreement
  const days = followUpDaysOf(dossier.operatorData)
  const lacksAgreement = appliedOn !== null && signedOn === null && effectiveOn === null
  return [
    ...(lacksAgreement ? [followUp(dossier, 'follow-up:agreement', 'agreement', appliedOn, days, null)] : []),
    ...(effectiveOn === null
      ? []
      : [followUp(dossier, 'follow-up:confirmation', 'confirmation', effectiveOn, days, null)])
  ]
}

/** Asking once more, noted as done or logged as a contact, begins the wait anew. */
function followUp(
  dossier: Dossier,
  id: string,
  about: 'agreement' | 'confirmation' | 'request',
  begun: IsoDate,
  days: number,
  contactId: string | null
): DueFact {
  const askedOn = dossier.dueChanges.find((change) => change.id === id)?.doneOn ?? null
  const loggedOn = dossier.contacts
    .filter(({ direction, purpose }) => direction === 'out' && purpose === 'closing' && about !== 'request')
    .map(({ at }) => dayOf(at.local))
  const since = [askedOn ?? begun, ...loggedOn].reduce((latest, on) => (on > latest ? on : latest), begun)
  const step: Step = about === 'request' ? 'contact' : about
  return {
    id,
    on: addDays(since, days),
    source: { kind: 'follow-up', about, since, days, contactId },
    place: contactId === null ? { kind: 'step', step } : { kind: 'contact', contactId },
    repeatsAfterDone: true
  }
}

function expiries({ identity, closing, agreement }: Dossier, today: IsoDate): readonly DueFact[] {
  const last = [today, closing.plannedOn, agreement.effectiveOn].reduce<IsoDate>(
    (latest, on) => (on !== null && on > latest ? on : latest),
    today
  )
  const isNear = (on: IsoDate | null): on is IsoDate => on !== null && on <= addDays(last, FAR_EXPIRY_DAYS)
  const place: DuePlace = { kind: 'step', step: 'identity' }
  const attorneyOn = identity.representative?.expiresOn ?? null
  return [
    ...identity.documents.flatMap(({ id, expiresOn }): readonly DueFact[] =>
      isNear(expiresOn)
        ? [
            {
              id: `expiry:${id}`,
              on: expiresOn,
              source: { kind: 'document-expiry', documentId: id },
              place,
              repeatsAfterDone: false
            }
          ]
        : []
    ),
    ...(isNear(attorneyOn)
      ? [
          {
            id: 'expiry:attorney',
            on: attorneyOn,
            source: { kind: 'attorney-expiry' },
            place,
            repeatsAfterDone: false
          } as const
        ]
      : [])
  ]
}

/** What was planned, as long as no agreement has set the real day. */
function plans({ closing, terms, agreement }: Dossier, today: IsoDate): readonly DueFact[] {
  if (agreement.signedOn !== null || agreement.effectiveOn !== null) return []
  const facts: DueFact[] = []
  const { plannedOn } = closing
  if (plannedOn !== null) {
    facts.push({
      id: 'planned-closing',
      on: plannedOn,
      source: { kind: 'planned-closing' },
      place: { kind: 'step', step: 'account' },
      repeatsAfterDone: false
    })
  }
  const days = terms.noticeDays ?? 0
  if (plannedOn !== null && days > 0 && agreement.appliedOn === null) {
    facts.push({
      id: 'notice',
      on: addDays(plannedOn, -days),
      source: { kind: 'notice', days, plannedOn },
      place: { kind: 'step', step: 'agreement' },
      repeatsAfterDone: false
    })
  }
  // Nothing has to be done by that day: once it is over it is no longer due.
  if (terms.endsOn !== null && terms.endsOn >= today) {
    facts.push({
      id: 'term-end',
      on: terms.endsOn,
      source: { kind: 'term-end' },
      place: { kind: 'precaution', precaution: 'terms' },
      repeatsAfterDone: false
    })
  }
  return facts
}

/**
 * The oldest payment without a proof stands for all of them: a long import would bury everything else. No day was
 * set for it, so it is due today and never late; the user may set one.
 */
function missingProof(dossier: Dossier, today: IsoDate): readonly DueFact[] {
  const proven = provenIds(dossier, 'entry')
  const doneIds = new Set(dossier.dueChanges.filter(({ doneOn }) => doneOn !== null).map(({ id }) => id))
  const unproven = dossier.payments.entries
    .filter((entry) => entry.kind === 'payment' && !proven.has(entry.id))
    .filter(({ id }) => !doneIds.has(proofDueId(id)))
    .toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
  const [first] = unproven
  if (first === undefined) return []
  return [
    {
      id: proofDueId(first.id),
      on: first.on > today ? first.on : today,
      source: { kind: 'payment-proof', entryId: first.id, paidOn: first.on, others: unproven.length - 1 },
      place: { kind: 'entry', entryId: first.id },
      repeatsAfterDone: false
    }
  ]
}

function proofDueId(entryId: string): string {
  return `payment-proof:${entryId}`
}

function dayOf(local: string): IsoDate {
  return local.slice(0, 10)
}
