import Dexie, { type Table } from 'dexie'
import type { DossierSummary } from '../../shared/domain/dossier-summary.ts'

/** What the list shows of one dossier. */
export interface SummaryRow {
  readonly id: string
  readonly revision: number
  /** Counts the forms a summary has had; a row of another form is read from the vault again. */
  readonly form: number
  readonly summary: DossierSummary
}

const DATABASE_NAME = 'closeout'

/** A copy of what the list shows, quick to read at start. The vault's files are the truth. */
export class Database extends Dexie {
  readonly dossiers!: Table<SummaryRow, string>

  constructor(name: string = DATABASE_NAME) {
    // Nothing is lost with a row: what the disk has not taken yet is read from the vault at the next start.
    super(name, { chromeTransactionDurability: 'relaxed' })
    this.version(1).stores({
      dossiers: 'id, changedAt',
      exhibits: '[dossierId+id], dossierId'
    })
    // Whole dossiers gave way to what the list shows of them: small enough to be read at once, however many.
    this.version(2)
      .stores({ dossiers: 'id', exhibits: null })
      .upgrade((change) => change.table('dossiers').clear())
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
