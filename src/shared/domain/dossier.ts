import type { Instant, IsoDate, ZonedMoment } from './calendar.ts'
import type { Category } from './category.ts'
import type { Exhibit } from './exhibit.ts'
import type { Ledger } from './ledger.ts'
import type { OperatorRef } from './operator.ts'
import type { PackRecord } from './pack-record.ts'

/** The holder of the contract in up to three scripts; at least one is filled. */
export interface SubscriberNames {
  readonly latin: string
  readonly cyrillic: string
  readonly chinese: string
}

export const DOCUMENT_KINDS = ['passport', 'id-card', 'residence-permit', 'other'] as const
export type DocumentKind = (typeof DOCUMENT_KINDS)[number]

export interface Identity {
  readonly documentKind: DocumentKind | null
  readonly documentNumber: string
  readonly issuedBy: string
  readonly issuedOn: IsoDate | null
  readonly expiresOn: IsoDate | null
  readonly bornOn: IsoDate | null
  readonly contractNumber: string
  readonly contractOn: IsoDate | null
  readonly accountNumber: string
  /** ICCID, as printed on the card. */
  readonly simNumber: string
  readonly contactEmail: string
  readonly contactPhone: string
  readonly contactAddress: string
}

export interface Agreement {
  readonly number: string
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
  /** E.164, `+79990001234`. */
  readonly phoneNumber: string
  readonly subscriber: SubscriberNames
  readonly closing: Closing
  readonly identity: Identity
  readonly payments: Ledger
  readonly agreement: Agreement
  readonly confirmation: Confirmation
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

/** A dossier with only what is needed to begin. */
export function beginDossier(id: string, fresh: NewDossier, at: Instant): Dossier {
  return {
    id,
    revision: 1,
    createdAt: at,
    changedAt: at,
    trashedAt: null,
    isSpecimen: fresh.isSpecimen ?? false,
    operator: fresh.operator,
    phoneNumber: fresh.phoneNumber,
    subscriber: fresh.subscriber,
    closing: { reason: null, note: '' },
    identity: {
      documentKind: null,
      documentNumber: '',
      issuedBy: '',
      issuedOn: null,
      expiresOn: null,
      bornOn: null,
      contractNumber: fresh.contractNumber,
      contractOn: null,
      accountNumber: '',
      simNumber: '',
      contactEmail: '',
      contactPhone: '',
      contactAddress: ''
    },
    payments: { currency: 'RUB', entries: [] },
    agreement: { number: '', signedOn: null, effectiveOn: null, penaltyMinor: null, notes: '' },
    confirmation: { channel: null, sender: '', receivedAt: null, text: '' },
    exhibits: [],
    lastSerials: { A: 0, B: 0, C: 0, D: 0, E: 0, F: 0, G: 0 },
    packs: []
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
