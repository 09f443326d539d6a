import { addDays, type IsoDate } from './calendar.ts'
import { closingRequests } from './closing-requests.ts'
import type { Contact, ContactPurpose } from './contact.ts'
import { contactsInOrder } from './contact-order.ts'
import type { Dossier } from './dossier.ts'
import type { DueChange } from './due-change.ts'
import type { DueFact } from './due-facts.ts'
import { dueIdOf, type DueSource } from './due-source.ts'
import { followUpDaysOf } from './operator-data.ts'

/** Channels that are answered later, not at once. */
const WRITTEN: readonly Contact['channel'][] = ['email', 'letter', 'chat', 'sms', 'other']
const ASKING: readonly ContactPurpose[] = ['closing', 'refund', 'documents']

type FollowUp = Extract<DueSource, { kind: 'follow-up' }>
/** What the operator owes an answer to: a paper, or a contact that was not answered. */
type Asked = Pick<FollowUp, 'about' | 'contactId'>

/** When to ask again, after the waiting time set for the operator. */
export function followUps(dossier: Dossier, isConfirmed: boolean): readonly DueFact[] {
  return [...unanswered(dossier, isConfirmed), ...(isConfirmed ? [] : agreementAndConfirmation(dossier))]
}

/** The newest written request of each purpose, as long as nothing came back and no day was promised. */
function unanswered(dossier: Dossier, isConfirmed: boolean): readonly DueFact[] {
  const { appliedOn, signedOn, effectiveOn } = dossier.agreement
  const isPastAsking = isConfirmed || [appliedOn, signedOn, effectiveOn].some((on) => on !== null)
  const days = followUpDaysOf(dossier.operatorData)
  const contacts = contactsInOrder(dossier.contacts)
  return ASKING.flatMap((purpose): readonly DueFact[] => {
    if (purpose === 'closing' && isPastAsking) return []
    const last = contacts.findLast((contact) => contact.purpose === purpose)
    if (last === undefined || last.direction === 'in' || last.promisedBy !== null) return []
    if (!WRITTEN.includes(last.channel)) return []
    return [followUp(dossier, { about: 'request', contactId: last.id }, dayOf(last), days)]
  })
}

function agreementAndConfirmation(dossier: Dossier): readonly DueFact[] {
  const { appliedOn, signedOn, effectiveOn } = dossier.agreement
  const days = followUpDaysOf(dossier.operatorData)
  const lacksAgreement = appliedOn !== null && signedOn === null && effectiveOn === null
  return [
    ...(lacksAgreement ? [followUp(dossier, paper('agreement'), appliedOn, days)] : []),
    ...(effectiveOn === null ? [] : [followUp(dossier, paper('confirmation'), effectiveOn, days)])
  ]
}

/** Until when to wait for it: as counted from the last asking, or as the user moved or put it off. */
export function askAgainOn(dossier: Dossier, about: 'agreement' | 'confirmation', begun: IsoDate): IsoDate {
  const fact = followUp(dossier, paper(about), begun, followUpDaysOf(dossier.operatorData))
  const change = changeOf(dossier, fact.source)
  const on = change?.on ?? fact.on
  const laterUntil = change?.laterUntil ?? null
  return laterUntil !== null && laterUntil > on ? laterUntil : on
}

function paper(about: 'agreement' | 'confirmation'): Asked {
  return { about, contactId: null }
}

/** Asking once more, noted as done or logged as a contact, begins the wait anew. */
function followUp(dossier: Dossier, asked: Asked, begun: IsoDate, days: number): DueFact {
  const source: FollowUp = { kind: 'follow-up', ...asked, since: begun, days }
  const askedOn = changeOf(dossier, source)?.doneOn ?? null
  const loggedOn = asked.about === 'request' ? [] : closingRequests(dossier).map(dayOf)
  const since = [askedOn ?? begun, ...loggedOn].reduce((latest, on) => (on > latest ? on : latest), begun)
  return { on: addDays(since, days), source: { ...source, since } }
}

function changeOf(dossier: Dossier, source: DueSource): DueChange | undefined {
  return dossier.dueChanges.find(({ id }) => id === dueIdOf(source))
}

function dayOf({ at }: Contact): IsoDate {
  return at.local.slice(0, 10)
}
