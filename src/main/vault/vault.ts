import type { VaultFailure, VaultListing } from '../../shared/bridge/contract.ts'
import type { Instant } from '../../shared/domain/calendar.ts'
import type { Dossier } from '../../shared/domain/dossier.ts'
import type { Result } from '../../shared/domain/result.ts'
import type { DossierHome, ObjectStore } from '../dossier-home.ts'
import type { Fsx } from '../fsx.ts'

/** Why a vault was not opened. Nothing in the folder was changed. */
export type VaultOpenFailure = {
  readonly code:
    | 'vault-in-use'
    | 'vault-damaged'
    | 'vault-foreign'
    | 'vault-newer'
    | 'disk-full'
    | 'no-permission'
    | 'vault-failed'
}

export interface VaultOptions {
  readonly now: () => Instant
  readonly fsx?: Fsx
}

/** All dossiers and files of one user: the system of record. */
export interface Vault {
  /** The real path of the folder. */
  readonly folder: string
  /** Reads and checks every dossier file. Rejects when the folder itself cannot be read: never an empty list instead. */
  list(): Promise<VaultListing>
  readDossier(id: string): Promise<Result<Dossier, VaultFailure>>
  createDossier(dossier: Dossier): Promise<Result<Dossier, VaultFailure>>
  /** The vault counts the revisions: whatever number `change` leaves in the dossier is replaced by the next one. */
  changeDossier<Failure extends { readonly code: string } = never>(
    id: string,
    change: (dossier: Dossier) => Result<Dossier, Failure>
  ): Promise<Result<Dossier, VaultFailure | Failure>>
  /** Deletes a trashed dossier and the files only it used, for good. */
  destroyDossier(id: string): Promise<Result<null, VaultFailure>>
  /** One dossier as intake and pack see it. */
  homeOf(id: string): DossierHome
  readonly objects: ObjectStore
  /** Waits for running changes and lets other processes in. */
  close(): Promise<void>
}

/** Opens the vault in that folder; makes it where there is none. */
export function openVault(folder: string, options: VaultOptions): Promise<Result<Vault, VaultOpenFailure>> {
  throw new Error(`not built yet: ${folder} ${options.now()}`)
}
