import type { IsoDate } from './calendar.ts'

/** What to see to beside the steps. `evidence` is computed from the obligations alone. */
export const PRECAUTIONS = ['backup', 'terms', 'evidence', 'services'] as const
export type Precaution = (typeof PRECAUTIONS)[number]

export const BACKUP_KINDS = ['contacts', 'messages', 'photos', 'codes', 'other'] as const
export type BackupKind = (typeof BACKUP_KINDS)[number]

/** Something that lives on the phone or the card, and where it was saved. */
export interface Backup {
  readonly id: string
  readonly kind: BackupKind
  readonly what: string
  readonly where: string
  readonly savedOn: IsoDate | null
  /** When the copy was opened and found good. */
  readonly checkedOn: IsoDate | null
}

/** The contract's own terms on its end, read before anything is signed. */
export interface Terms {
  /** End of the minimum term; null = none or not known. */
  readonly endsOn: IsoDate | null
  readonly noticeDays: number | null
  /** Penalty for leaving early, in minor units of the ledger's currency; 0 = none. */
  readonly penaltyMinor: number | null
  readonly note: string
}

export const SERVICE_KINDS = ['bank', 'state', 'messenger', 'mail', 'shop', 'two-factor', 'other'] as const
export type ServiceKind = (typeof SERVICE_KINDS)[number]

export const SERVICE_STATES = ['not-moved', 'moved', 'not-needed'] as const
export type ServiceState = (typeof SERVICE_STATES)[number]

/** A service that knows the number. */
export interface ServiceUse {
  readonly id: string
  /** Key in the ready list, or null for an entry of the user's own. */
  readonly key: string | null
  readonly kind: ServiceKind
  readonly name: string
  readonly state: ServiceState
  readonly movedOn: IsoDate | null
}
