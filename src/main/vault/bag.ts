import type { FolderFailure } from '../../shared/bridge/contract.ts'
import type { Instant } from '../../shared/domain/calendar.ts'
import type { Dossier } from '../../shared/domain/dossier.ts'
import type { Result } from '../../shared/domain/result.ts'
import type { DossierHome } from '../dossier-home.ts'
import type { Fsx } from '../fsx.ts'

export interface BagOptions {
  readonly now: () => Instant
  readonly fsx?: Fsx
}

/** An open portable dossier folder. Call `close` when done: it lets other processes in. */
export interface Bag extends DossierHome {
  readonly folder: string
  close(): Promise<void>
}

/** Makes a new portable folder; it must not exist yet, or be empty. */
export function createBag(
  folder: string,
  dossier: Dossier,
  options: BagOptions
): Promise<Result<null, FolderFailure>> {
  throw new Error(`not built yet: ${folder} ${dossier.id} ${options.now()}`)
}

/** Opens a portable folder to read and change it. */
export function openBag(folder: string, options: BagOptions): Promise<Result<Bag, FolderFailure>> {
  throw new Error(`not built yet: ${folder} ${options.now()}`)
}
