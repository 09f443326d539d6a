import type { IsoDate } from './calendar.ts'
import { promiseDueId } from './due-change.ts'
import type { Step } from './step.ts'

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
      /** `request` = a contact was not answered. */
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

/** What a due date is known by, the same as long as what makes it due is there. */
export function dueIdOf(source: DueSource): string {
  switch (source.kind) {
    case 'promise':
      return promiseDueId(source.contactId)
    case 'claim-answer':
      return `claim:${source.contactId}`
    case 'follow-up':
      return source.contactId === null ? `follow-up:${source.about}` : `answer:${source.contactId}`
    case 'document-expiry':
      return `expiry:${source.documentId}`
    case 'attorney-expiry':
      return 'expiry:attorney'
    case 'payment-proof':
      return `payment-proof:${source.entryId}`
    case 'reminder':
      return `reminder:${source.reminderId}`
    case 'planned-closing':
    case 'notice':
    case 'term-end':
      return source.kind
  }
}

/** Where it leads to. */
export function duePlaceOf(source: DueSource): DuePlace {
  switch (source.kind) {
    case 'promise':
    case 'claim-answer':
      return { kind: 'contact', contactId: source.contactId }
    case 'follow-up':
      if (source.contactId !== null) return { kind: 'contact', contactId: source.contactId }
      return { kind: 'step', step: source.about === 'request' ? 'contact' : source.about }
    case 'document-expiry':
    case 'attorney-expiry':
      return { kind: 'step', step: 'identity' }
    case 'planned-closing':
      return { kind: 'step', step: 'account' }
    case 'notice':
      return { kind: 'step', step: 'agreement' }
    case 'term-end':
      return { kind: 'precaution', precaution: 'terms' }
    case 'payment-proof':
      return { kind: 'entry', entryId: source.entryId }
    case 'reminder':
      return { kind: 'reminder', reminderId: source.reminderId }
  }
}

/** Whether "done" means asked once more: the wait begins anew that day, and the fact already counts from it. */
export function beginsAnew({ kind }: DueSource): boolean {
  return kind === 'follow-up'
}
