import type { FolderFailure } from '../../shared/bridge/contract.ts'
import type { Dossier } from '../../shared/domain/dossier.ts'
import type { Result } from '../../shared/domain/result.ts'
import type { DossierHome } from '../dossier-home.ts'
import type { BagOptions } from './bag.ts'
import type { Vault } from './vault.ts'

/** Writes the dossier and all its files as a portable folder that must not exist yet. */
export function exportBag(
  home: DossierHome,
  folder: string,
  options: BagOptions
): Promise<Result<null, FolderFailure>> {
  throw new Error(`not built yet: ${folder} ${String(home)} ${options.now()}`)
}

/** Takes a portable folder into the vault after checking every byte; a dossier the vault already has gets a fresh id. */
export function importBag(
  folder: string,
  vault: Vault,
  options: BagOptions & { readonly newId: () => string }
): Promise<Result<Dossier, FolderFailure>> {
  throw new Error(`not built yet: ${folder} ${vault.folder} ${options.newId()}`)
}
