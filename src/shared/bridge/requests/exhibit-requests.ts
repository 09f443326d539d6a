import type { Instant } from '../../domain/calendar.ts'
import type { Category } from '../../domain/category.ts'
import type { Dossier } from '../../domain/dossier.ts'
import type { IntakeOutcome } from '../../domain/intake.ts'
import type { ProofTarget } from '../../domain/proof-target.ts'
import type { Result } from '../../domain/result.ts'
import type { VaultFailure } from './vault-failure.ts'

export interface AttachRequest {
  /** Chosen by the caller, so that progress and cancel can name the job before it answers. */
  readonly jobId: string
  readonly dossierId: string
  readonly category: Category
  /** What the files are said to prove. */
  readonly proves: readonly ProofTarget[]
}

export interface AttachAnswer {
  readonly dossier: Dossier
  readonly outcomes: readonly IntakeOutcome[]
}

export interface ExhibitRef {
  readonly dossierId: string
  readonly exhibitId: string
}

export type ObjectFailure = { readonly code: 'object-missing' | 'object-changed' | 'dossier-gone' }

/** Files taken in, and looking at them. */
export interface ExhibitRequests {
  /** Opens the file dialog. null = the user changed their mind. */
  'exhibit:choose-files': (request: AttachRequest) => Result<AttachAnswer, VaultFailure> | null
  'exhibit:attach': (
    request: AttachRequest & { readonly paths: readonly string[] }
  ) => Result<AttachAnswer, VaultFailure>
  /** A picture from the clipboard: it has no path, so its bytes come along. */
  'exhibit:paste': (
    request: AttachRequest & { readonly bytes: Uint8Array }
  ) => Result<AttachAnswer, VaultFailure>
  'exhibit:cancel-attach': (request: { readonly jobId: string }) => null
  /** A `vault://` address that shows this one file to this one window until the window or `exhibit:close` ends it. */
  'exhibit:open': (exhibit: ExhibitRef) => Result<{ readonly url: string }, ObjectFailure>
  'exhibit:close': (request: { readonly url: string }) => null
  /** Shows the stored original in the system's file manager. */
  'exhibit:show-original': (exhibit: ExhibitRef) => Result<null, ObjectFailure>
  'exhibit:save-copy': (
    exhibit: ExhibitRef
  ) => Result<{ readonly fileName: string }, ObjectFailure | VaultFailure> | null
  /** Reads every byte again and compares with the SHA-256 of intake. */
  'exhibit:verify': (exhibit: ExhibitRef) => Result<{ readonly verifiedAt: Instant }, ObjectFailure>
}
