import type { Dossier } from '../../domain/dossier.ts'
import type { MadePack, PackFailure } from '../../domain/pack-job.ts'
import type { PackEstimate } from '../../domain/pack-estimate.ts'
import type { PackOrder } from '../../domain/pack-order.ts'
import type { PackVerdict } from '../../domain/pack-norm.ts'
import type { PackLanguage } from '../../domain/pack-record.ts'
import type { Delivery, PackSettings } from '../../domain/recipient-profile.ts'
import type { Result } from '../../domain/result.ts'

/** A place for the pack, chosen by the user in the system's dialog; the page sees its names, never its path. */
export interface PackTarget {
  readonly targetId: string
  readonly fileName: string
  readonly folderName: string
  /** The system's dialog has not asked about replacing it yet: the app must. */
  readonly mustAskToReplace: boolean
}

export interface PackRequest {
  readonly jobId: string
  readonly dossierId: string
  readonly language: PackLanguage
  readonly secondLanguage: PackLanguage | null
  readonly order: PackOrder
  /** Whom the pack is for, by the id of a profile; the settings may have been changed for this pack alone. */
  readonly profileId: string
  readonly settings: PackSettings
  /** Their name, for the cover and the register; empty where nobody was named. */
  readonly recipient: string
  /** Code of the pack this one is a supplement to. */
  readonly supplementTo: string | null
  readonly exhibitIds: readonly string[]
  /** Only the core was asked for: the index says why each exhibit is in it. */
  readonly isCore: boolean
}

/** Packs made, looked at and checked. */
export interface PackRequests {
  'pack:choose-target': (request: {
    readonly dossierId: string
    readonly language: PackLanguage
    readonly supplementTo: string | null
    /** Where each exhibit has a file of its own, the place is a new folder. */
    readonly delivery: Delivery
  }) => PackTarget | null
  /** What the pack would be, without writing it; null = that could not be found. */
  'pack:estimate': (request: PackRequest & { readonly isEncrypted: boolean }) => PackEstimate | null
  'pack:export': (
    request: PackRequest & {
      readonly targetId: string
      readonly replace: boolean
      readonly checksumFile: boolean
      /** Encrypts the file; null = everybody can open it. Kept nowhere but in memory until the file is checked. */
      readonly password: string | null
    }
  ) => Result<MadePack & { readonly dossier: Dossier }, { readonly code: PackFailure }>
  /** The same pack in a temporary file, as a `vault://` address; nothing is recorded. */
  'pack:preview': (
    request: PackRequest
  ) => Result<MadePack & { readonly url: string }, { readonly code: PackFailure }>
  /** Reads the exported file again as a stranger would. */
  'pack:check': (request: {
    readonly targetId: string
  }) => Result<PackVerdict, { readonly code: 'target-gone' }>
  'pack:cancel': (request: { readonly jobId: string }) => null
  'pack:open-file': (request: { readonly targetId: string }) => Result<null, { readonly code: 'target-gone' }>
  'pack:show-in-folder': (request: {
    readonly targetId: string
  }) => Result<null, { readonly code: 'target-gone' }>
}
