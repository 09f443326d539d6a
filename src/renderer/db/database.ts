import Dexie, { type Table } from 'dexie'
import type { IsoDate } from '../../shared/domain/calendar.ts'

/**
 * Summaries of the dossiers whose ids begin alike. Ten thousand took the page 230 ms to read and parse from 256 shelves,
 * 130 ms from 16 (whole rows, one each: longer still); a save writes one shelf anew, which keeps them from being fewer.
 */
export interface ShelfRow {
  /** The first letter of the ids. */
  readonly name: string
  /** Counts the forms a row has had; a shelf of another form is read from the vault again. */
  readonly form: number
  /** The rows as JSON in ASCII: see `SummaryRow`. */
  readonly text: string
}

/** When every dossier was last looked at, and by which app: on another day, or by another app, it may stand differently. */
export interface Review {
  readonly on: IsoDate
  readonly version: string
}

/** The one row of its table. */
export type ReviewRow = Review & { readonly id: 'last' }

const DATABASE_NAME = 'closeout'

/** A copy of what the list shows, quick to read at start. The vault's files are the truth. */
export class Database extends Dexie {
  readonly shelves!: Table<ShelfRow, string>
  readonly reviews!: Table<ReviewRow, string>

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
    this.version(3).stores({ dossiers: null, shelves: 'name', reviews: 'id' })
    // Shelves of two letters gave way to shelves of one.
    this.version(4)
      .stores({ shelves: 'name' })
      .upgrade((change) => change.table('shelves').clear())
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
