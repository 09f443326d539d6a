import Dexie, { type Table } from 'dexie'
import type { Dossier } from '../../shared/domain/dossier.ts'
import type { Exhibit } from '../../shared/domain/exhibit.ts'

/** A dossier without its exhibits, which have rows of their own. */
export interface DossierRow {
  readonly id: string
  readonly revision: number
  readonly changedAt: string
  readonly facts: Omit<Dossier, 'exhibits'>
}

export interface ExhibitRow {
  readonly dossierId: string
  readonly id: string
  /** Place in the user's order. */
  readonly position: number
  readonly facts: Exhibit
}

const DATABASE_NAME = 'closeout'

/** A copy of what the vault holds, quick to list and search. The vault's files are the truth. */
export class Database extends Dexie {
  readonly dossiers!: Table<DossierRow, string>
  readonly exhibits!: Table<ExhibitRow, [string, string]>

  constructor(name: string = DATABASE_NAME) {
    super(name, { chromeTransactionDurability: 'strict' })
    this.version(1).stores({
      dossiers: 'id, changedAt',
      exhibits: '[dossierId+id], dossierId'
    })
  }
}

/**
 * Opens the database; one that cannot be opened is deleted and made anew, since everything in it can be read from the vault.
 * @returns whether it had to be made anew
 */
export async function openDatabase(database: Database): Promise<{ readonly wasRemade: boolean }> {
  try {
    await database.open()
    return { wasRemade: false }
  } catch {
    await database.delete({ disableAutoOpen: false })
    await database.open()
    return { wasRemade: true }
  }
}
