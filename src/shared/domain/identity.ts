import type { IsoDate } from './calendar.ts'

export const DOCUMENT_KINDS = ['passport', 'id-card', 'residence-permit', 'other'] as const
export type DocumentKind = (typeof DOCUMENT_KINDS)[number]

/** A passport, an identity card or another official document of the subscriber. */
export interface IdentityDocument {
  readonly id: string
  readonly kind: DocumentKind | null
  readonly number: string
  readonly issuedBy: string
  readonly issuedOn: IsoDate | null
  readonly expiresOn: IsoDate | null
}

/** Who acts for the subscriber, by a notarised power of attorney. */
export interface Representative {
  readonly name: string
  /** Number in the notary's register. */
  readonly attorneyNumber: string
  readonly notary: string
  readonly issuedOn: IsoDate | null
  readonly expiresOn: IsoDate | null
  /** Whether the power names the receipt of money: without it no refund is paid out to the representative. */
  readonly mayReceiveMoney: boolean | null
}

export interface Identity {
  readonly bornOn: IsoDate | null
  readonly documents: readonly IdentityDocument[]
  /** null = the subscriber acts in person. */
  readonly representative: Representative | null
}
