import type { ObjectFailure, VaultFailure } from '../shared/bridge/contract.ts'
import type { Dossier } from '../shared/domain/dossier.ts'
import type { Result } from '../shared/domain/result.ts'
import type { Original } from './original.ts'

export interface StoredObject {
  readonly sha256: string
  readonly sizeBytes: number
  /** false = the same bytes were there already, read again and found unchanged. */
  readonly isNew: boolean
}

/** `source-failed`: the source threw; what it threw is its owner's to know. */
export type StoreFailure = {
  readonly code: 'disk-full' | 'no-permission' | 'vault-failed' | 'cancelled' | 'source-failed'
}

/** Files by the SHA-256 of their bytes. */
export interface ObjectStore {
  /**
   * Keeps the bytes of a source. They are safe from a power cut once a change of the dossier that names them
   * has been answered; until then nobody has been told that they are kept.
   */
  store(source: AsyncIterable<Uint8Array>, signal?: AbortSignal): Promise<Result<StoredObject, StoreFailure>>
  open(sha256: string): Promise<Result<Original, ObjectFailure>>
  /** Reads every byte and compares with the name. */
  verify(sha256: string): Promise<Result<{ readonly sizeBytes: number }, ObjectFailure>>
  /** Where the file lies: only for the system's file manager and for the process that writes packs. */
  pathOf(sha256: string): Promise<Result<string, ObjectFailure>>
  /** Free bytes of the disk, null where the system does not tell. */
  freeBytes(): Promise<number | null>
}

/** Where one dossier lives: an entry of the vault or a portable folder. Intake and pack know only this. */
export interface DossierHome {
  read(): Promise<Result<Dossier, VaultFailure>>
  /**
   * Saves what `change` makes of the current dossier as its next revision, one change at a time.
   * Answering with the very same dossier saves nothing.
   */
  change<Failure extends { readonly code: string } = never>(
    change: (dossier: Dossier) => Result<Dossier, Failure>
  ): Promise<Result<Dossier, VaultFailure | Failure>>
  readonly objects: ObjectStore
}
