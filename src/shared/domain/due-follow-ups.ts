import { addDays, type IsoDate } from './calendar.ts'
import type { Contact, ContactPurpose } from './contact.ts'
import type { Dossier } from './dossier.ts'
import type { DueFact } from './due-facts.ts'
import { followUpDaysOf } from './operator-data.ts'
import type { Step } from './step.ts'

/** Channels that are answered later, not at once. */
const WRITTEN: readonly Contact['channel'][] = ['email', 'letter', 'chat', 'sms', 'other']
const ASKING: readonly ContactPurpose[] = ['closing', 'refund', 'documents']

type FollowUpAbout = 'agreement' | 'confirmation' | 'request'

/** The due date of asking again for what only the operator can send. */
function followUpDueId(about: 'agreement' | 'confirmation'): string {
  return `follow-up:${about}`
}

/** When to ask again, after the waiting time set for the operator. */
export function followUps(dossier: Dossier, isConfirmed: boolean): readonly DueFact[] {
  return [...unanswered(dossier, isConfirmed), ...(isConfirmed ? [] : agreementAndConfirmation(dossier))]
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
    return [followUp(dossier, `answer:${last.id}`, 'request', dayOf(last), days, last.id)]
  })
}

function agreementAndConfirmation(dossier: Dossier): readonly DueFact[] {
  const { appliedOn, signedOn, effectiveOn } = dossier.agreement
  const days = followUpDaysOf(dossier.operatorData)
  const lacksAgreement = appliedOn !== null && signedOn === null && effectiveOn === null
  return [
    ...(lacksAgreement
      ? [followUp(dossier, followUpDueId('agreement'), 'agreement', appliedOn, days, null)]
      : []),
    ...(effectiveOn === null
      ? []
      : [followUp(dossier, followUpDueId('confirmation'), 'confirmation', effectiveOn, days, null)])
  ]
}

/** Until when to wait for it: as counted from the last asking, or as the user moved or put it off. */
export function askAgainOn(dossier: Dossier, about: 'agreement' | 'confirmation', begun: IsoDate): IsoDate {
  const change = dossier.dueChanges.find(({ id }) => id === followUpDueId(about))
  const computedOn = addDays(
    waitsSince(dossier, followUpDueId(about), about, begun),
    followUpDaysOf(dossier.operatorData)
  )
  const on = change?.on ?? computedOn
  const laterUntil = change?.laterUntil ?? null
  return laterUntil !== null && laterUntil > on ? laterUntil : on
}

/** Asking once more, noted as done or logged as a contact, begins the wait anew. */
function waitsSince(dossier: Dossier, id: string, about: FollowUpAbout, begun: IsoDate): IsoDate {
  const askedOn = dossier.dueChanges.find((change) => change.id === id)?.doneOn ?? null
  const loggedOn = dossier.contacts
    .filter(({ direction, purpose }) => direction === 'out' && purpose === 'closing' && about !== 'request')
    .map(dayOf)
  return [askedOn ?? begun, ...loggedOn].reduce((latest, on) => (on > latest ? on : latest), begun)
}

function followUp(
  dossier: Dossier,
  id: string,
  about: FollowUpAbout,
  begun: IsoDate,
  days: number,
  contactId: string | null
): DueFact {
  const since = waitsSince(dossier, id, about, begun)
  const step: Step = about === 'request' ? 'contact' : about
  return {
    id,
    on: addDays(since, days),
    source: { kind: 'follow-up', about, since, days, contactId },
    place: contactId === null ? { kind: 'step', step } : { kind: 'contact', contactId },
    repeatsAfterDone: true
  }
}

function dayOf({ at }: Contact): IsoDate {
  return at.local.slice(0, 10)
}
