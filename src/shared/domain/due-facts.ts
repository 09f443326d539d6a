import { addDays, type IsoDate } from './calendar.ts'
import type { Dossier } from './dossier.ts'
import { promiseDueId } from './due-change.ts'
import { followUps } from './due-follow-ups.ts'
import { expiries, plans } from './due-plans.ts'
import type { LawRule } from './law-rule.ts'
import type { LedgerEntry } from './ledger.ts'
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

/** Everything the facts make due. After the confirmation only what can still hurt or pay. */
export function dueFactsOf(dossier: Dossier, law: readonly LawRule[], today: IsoDate): readonly DueFact[] {
  const isConfirmed = dossier.confirmation.receivedAt !== null
  return [
    ...promises(dossier, isConfirmed),
    ...claimAnswers(dossier, law),
    ...followUps(dossier, isConfirmed),
    ...(isConfirmed ? [] : [...expiries(dossier, today), ...plans(dossier, today)]),
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
      const registeredOn = nextWorkingDay(at.local.slice(0, 10))
      return {
        id: `claim:${id}`,
        on: addDays(registeredOn, days),
        source: { kind: 'claim-answer', contactId: id, ruleId, registeredOn, days },
        place: { kind: 'contact', contactId: id },
        repeatsAfterDone: false
      }
    })
}

/**
 * The oldest payment without a proof stands for all of them: a long import would bury everything else. No day was
 * set for it, so it is due today and never late; the user may set one. Those noted as done stay to be opened again.
 */
function missingProof(dossier: Dossier, today: IsoDate): readonly DueFact[] {
  const proven = provenIds(dossier, 'entry')
  const doneIds = new Set(dossier.dueChanges.filter(({ doneOn }) => doneOn !== null).map(({ id }) => id))
  const unproven = dossier.payments.entries
    .filter((entry) => entry.kind === 'payment' && !proven.has(entry.id))
    .toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
  const open = unproven.filter(({ id }) => !doneIds.has(proofDueId(id)))
  const finished = unproven.filter(({ id }) => doneIds.has(proofDueId(id)))
  return [
    ...open.slice(0, 1).map((entry) => proofFact(entry, open.length - 1, today)),
    ...finished.map((entry) => proofFact(entry, 0, today))
  ]
}

function proofFact({ id, on }: LedgerEntry, others: number, today: IsoDate): DueFact {
  return {
    id: proofDueId(id),
    on: on > today ? on : today,
    source: { kind: 'payment-proof', entryId: id, paidOn: on, others },
    place: { kind: 'entry', entryId: id },
    repeatsAfterDone: false
  }
}

function proofDueId(entryId: string): string {
  return `payment-proof:${entryId}`
}
