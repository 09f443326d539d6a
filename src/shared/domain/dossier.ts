import type { Instant, IsoDate, ZonedMoment } from './calendar.ts'
import type { Category } from './category.ts'
import type { Contact } from './contact.ts'
import type { DueChange, Reminder } from './due-change.ts'
import type { Equipment } from './equipment.ts'
import type { Exhibit } from './exhibit.ts'
import type { Identity } from './identity.ts'
import type { Ledger } from './ledger.ts'
import type { OperatorRef } from './operator.ts'
import type { OperatorData } from './operator-data.ts'
import type { PackRecord } from './pack-record.ts'
import type { Backup, ServiceUse, Terms } from './precaution.ts'
import type { SettableState, Step } from './step.ts'

/** The holder of the contract in up to three scripts; at least one is filled. */
export interface SubscriberNames {
  readonly latin: string
  readonly cyrillic: string
  readonly chinese: string
}

/** The contract that is closed. */
export interface Contract {
  readonly number: string
  readonly signedOn: IsoDate | null
  readonly accountNumber: string
  /** ICCID, as printed on the card. */
  readonly simNumber: string
  readonly tariff: string
}

/** How the subscriber can be reached once the number is gone. */
export interface ContactDetails {
  readonly email: string
  readonly phone: string
  readonly address: string
}

/** The application for closing and the agreement on it. */
export interface Agreement {
  readonly number: string
  /** When the application was handed in. */
  readonly appliedOn: IsoDate | null
  readonly signedOn: IsoDate | null
  readonly effectiveOn: IsoDate | null
  /** Early-termination penalty in minor units of the ledger's currency; 0 = none agreed, null = not known. */
  readonly penaltyMinor: number | null
  readonly notes: string
}

export const CONFIRMATION_CHANNELS = ['email', 'sms', 'letter', 'chat', 'shop', 'call', 'other'] as const
export type ConfirmationChannel = (typeof CONFIRMATION_CHANNELS)[number]

export interface Confirmation {
  readonly channel: ConfirmationChannel | null
  readonly sender: string
  readonly receivedAt: ZonedMoment | null
  readonly text: string
}

export const CLOSING_REASONS = ['moving', 'new-number', 'not-used', 'cost', 'other'] as const
export type ClosingReason = (typeof CLOSING_REASONS)[number]

export interface Closing {
  readonly reason: ClosingReason | null
  /** In the user's words; needed where the reason is `other`. */
  readonly note: string
  /** When the number is to be closed. */
  readonly plannedOn: IsoDate | null
}

/** A state set by hand, with the reason in the user's words. */
export interface StepOverride {
  readonly state: SettableState
  readonly reason: string
  readonly at: Instant
}

/** Everything about closing one number with one operator. */
export interface Dossier {
  readonly id: string
  /** Counts the saved states, from 1. The highest one in the vault is the truth. */
  readonly revision: number
  readonly createdAt: Instant
  readonly changedAt: Instant
  readonly trashedAt: Instant | null
  /** Invented people and papers: every page of the pack says so. */
  readonly isSpecimen: boolean
  readonly operator: OperatorRef
  /** The operator's facts as they were when they were taken over; null for an operator known by name alone. */
  readonly operatorData: OperatorData | null
  /** E.164, `+79990001234`. */
  readonly phoneNumber: string
  readonly subscriber: SubscriberNames
  readonly closing: Closing
  readonly contract: Contract
  readonly contactDetails: ContactDetails
  readonly identity: Identity
  readonly contacts: readonly Contact[]
  readonly payments: Ledger
  readonly agreement: Agreement
  readonly equipment: Equipment
  readonly confirmation: Confirmation
  readonly backups: readonly Backup[]
  readonly terms: Terms
  readonly services: readonly ServiceUse[]
  readonly reminders: readonly Reminder[]
  readonly dueChanges: readonly DueChange[]
  readonly overrides: Readonly<Partial<Record<Step, StepOverride>>>
  /** In the user's order; the pack shows each category in this order. Trashed ones stay here, with their numbers. */
  readonly exhibits: readonly Exhibit[]
  /** Highest number given so far in each category: what makes "never reused" true. */
  readonly lastSerials: Readonly<Record<Category, number>>
  readonly packs: readonly PackRecord[]
}

export interface NewDossier {
  readonly operator: OperatorRef
  readonly phoneNumber: string
  readonly subscriber: SubscriberNames
  readonly contractNumber: string
  readonly isSpecimen?: boolean
}

/** What nobody has filled in yet. */
const UNTOUCHED = {
  closing: { reason: null, note: '', plannedOn: null },
  contactDetails: { email: '', phone: '', address: '' },
  identity: { bornOn: null, documents: [], representative: null },
  contacts: [],
  payments: { currency: 'RUB', entries: [] },
  agreement: {
    number: '',
    appliedOn: null,
    signedOn: null,
    effectiveOn: null,
    penaltyMinor: null,
    notes: ''
  },
  equipment: { nothingToReturn: false, devices: [] },
  confirmation: { channel: null, sender: '', receivedAt: null, text: '' },
  backups: [],
  terms: { endsOn: null, noticeDays: null, penaltyMinor: null, note: '' },
  services: [],
  reminders: [],
  dueChanges: [],
  overrides: {},
  exhibits: [],
  lastSerials: { A: 0, B: 0, C: 0, D: 0, E: 0, F: 0, G: 0 },
  packs: []
} as const satisfies Partial<Dossier>

/** A dossier with only what is needed to begin. */
export function beginDossier(
  id: string,
  fresh: NewDossier,
  at: Instant,
  operatorData: OperatorData | null = null
): Dossier {
  return {
    id,
    revision: 1,
    createdAt: at,
    changedAt: at,
    trashedAt: null,
    isSpecimen: fresh.isSpecimen ?? false,
    operator: fresh.operator,
    operatorData,
    phoneNumber: fresh.phoneNumber,
    subscriber: fresh.subscriber,
    contract: { number: fresh.contractNumber, signedOn: null, accountNumber: '', simNumber: '', tariff: '' },
    ...UNTOUCHED
  }
}

/** The name to show first for a reader of the given language, and the other scripts after it. */
export function namesFor(names: SubscriberNames, language: string): readonly string[] {
  const byLanguage = {
    'zh-CN': [names.chinese, names.latin, names.cyrillic],
    ru: [names.cyrillic, names.latin, names.chinese],
    en: [names.latin, names.cyrillic, names.chinese]
  }
  const ordered = byLanguage[language as keyof typeof byLanguage] ?? byLanguage.en
  return ordered.filter((name) => name !== '')
}

export function liveExhibits(dossier: Dossier): readonly Exhibit[] {
  return dossier.exhibits.filter((exhibit) => exhibit.trashedAt === null)
}
