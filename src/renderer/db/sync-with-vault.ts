import type { Bridge } from '../../shared/bridge/bridge.ts'
import type { Dossier } from '../../shared/domain/dossier.ts'
import { openDatabase, type Database } from './database.ts'
import { dossierRows } from './dossier-rows.ts'

/** What had to be done at start to make the rows say what the vault says. */
export interface SyncReport {
  readonly dossiers: readonly Dossier[]
  /** The database was gone or could not be opened, and everything was read from the vault again. */
  readonly isRebuilt: boolean
  /** Dossiers read again because their rows were missing, behind or not to be understood. */
  readonly readAgain: number
  /** Rows of dossiers the vault does not have. */
  readonly dropped: number
  /** File names of the vault that could not be read; they stay where they are. */
  readonly damaged: readonly string[]
}

type VaultDoor = Pick<Bridge<never>, 'listDossiers' | 'readDossier'>

/** Compares the rows with the vault and makes them equal. The vault is always right. */
export async function syncWithVault(database: Database, vault: VaultDoor): Promise<SyncReport> {
  const [{ wasRemade }, listing] = await Promise.all([openDatabase(database), vault.listDossiers()])
  const rows = dossierRows(database)
  const { dossiers: known, unreadable } = await rows.list()
  const inRows = new Map(known.map((dossier) => [dossier.id, dossier]))
  const inVault = new Map(listing.stored.map((stored) => [stored.id, stored.revision]))

  const surplus = [...inRows.keys(), ...unreadable].filter((id) => !inVault.has(id))
  for (const id of surplus) {
    inRows.delete(id)
    await rows.remove(id)
  }

  let readAgain = 0
  for (const [id, revision] of inVault) {
    // Not only behind: a row ahead of the vault tells of a revision that no longer exists.
    if (inRows.get(id)?.revision === revision) continue
    const read = await vault.readDossier({ id })
    await rows.remove(id)
    inRows.delete(id)
    if (!read.ok) continue
    await rows.put(read.value)
    inRows.set(id, read.value)
    readAgain += 1
  }
  return {
    dossiers: [...inRows.values()],
    isRebuilt: wasRemade || (known.length === 0 && readAgain > 0),
    readAgain,
    dropped: surplus.length,
    damaged: listing.damaged
  }
}
