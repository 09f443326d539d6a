import type { IsoDate } from '../../domain/calendar.ts'
import type { Dossier, NewDossier } from '../../domain/dossier.ts'
import type { DossierEdit, EditFailure } from '../../domain/dossier-edit.ts'
import type { DossierSummary } from '../../domain/dossier-summary.ts'
import type { Result } from '../../domain/result.ts'
import type { VaultFailure } from './vault-failure.ts'

export interface StoredRevision {
  readonly id: string
  readonly revision: number
}

/** What the vault holds. `damaged` = files among the dossiers that are none or cannot be read; they stay where they are. */
export interface VaultListing {
  readonly stored: readonly StoredRevision[]
  readonly damaged: readonly string[]
}

/** One dossier for the list, read from its file just now. */
export interface SummaryAnswer {
  readonly id: string
  /** null = gone, or nothing of it can be read. */
  readonly summary: DossierSummary | null
  readonly damaged: readonly string[]
}

export type FolderFailure = {
  readonly code:
    | 'not-a-dossier'
    | 'bag-incomplete'
    | 'bag-changed'
    | 'folder-exists'
    /** Another process has the folder open. */
    | 'folder-in-use'
    | 'disk-full'
    | 'no-permission'
    | 'vault-failed'
    | 'dossier-gone'
}

/** Dossiers as wholes, and every change of one. */
export interface DossierRequests {
  /** By the names of the files alone. */
  'dossier:list': (nothing: null) => VaultListing
  /** Reads these dossiers and answers what a list shows of each, as things stand on that day. */
  'dossier:summarise': (request: {
    readonly ids: readonly string[]
    readonly today: IsoDate
  }) => readonly SummaryAnswer[]
  'dossier:read': (request: { readonly id: string }) => Result<Dossier, VaultFailure>
  'dossier:create': (fresh: NewDossier) => Result<Dossier, VaultFailure>
  /** Takes over the operator's facts as they are now in place of those the dossier was begun with. */
  'dossier:take-operator-data': (request: { readonly id: string }) => Result<Dossier, VaultFailure>
  'dossier:edit': (request: {
    readonly id: string
    /** All or none, as one revision. */
    readonly edits: readonly DossierEdit[]
  }) => Result<Dossier, VaultFailure | EditFailure>
  'dossier:open-sample': (nothing: null) => Result<Dossier, VaultFailure>
  /** Removes a trashed dossier and the files only it used, for good. */
  'dossier:destroy': (request: { readonly id: string }) => Result<null, VaultFailure>
  /** Asks for a folder in the system's dialog. null = the user changed their mind. */
  'dossier:export-folder': (request: {
    readonly id: string
  }) => Result<{ readonly folderName: string }, FolderFailure> | null
  'dossier:import-folder': (nothing: null) => Result<Dossier, FolderFailure> | null
}
