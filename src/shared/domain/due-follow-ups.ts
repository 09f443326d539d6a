import { addDays, type IsoDate } from './calendar.ts'
import type { Contact, ContactPurpose } from './contact.ts'
import type { Dossier } from './dossier.ts'
import type { DueFact } from './due-facts.ts'
import { followUpDaysOf } from './operator-data.ts'
import type { Step } from './step.ts'

/** Channels that are answered later, not at once. */
const WRITTEN: readonly Contact['channel'][] = ['email', 'letter', 'chat', 'sms', 'other']
const ASKING: readonly ContactPurpose[] = ['closing', 'refund', 'documents']

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
    .map(dayOf)
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

function dayOf({ at }: Contact): IsoDate {
  return at.local.slice(0, 10)
}
