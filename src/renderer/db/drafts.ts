import Dexie, { type Table } from 'dexie'

interface DraftRow {
  /** Names a field or form across the app; what belongs to a dossier begins with its id and a slash. */
  readonly name: string
  readonly text: string
}

export interface Drafts {
  readonly readAll: () => Promise<ReadonlyMap<string, string>>
  /** Writes and removes in one transaction; null removes. */
  readonly write: (changes: ReadonlyMap<string, string | null>) => Promise<void>
}

const DATABASE_NAME = 'closeout-drafts'

/**
 * Text that has been typed and is not saved yet. It lies beside the copy of the vault and not in it:
 * that copy may be deleted and read anew at any time, while a draft exists nowhere else.
 */
export function openDrafts(name: string = DATABASE_NAME): Drafts {
  // Strict: what was typed a moment before a power cut has reached the disk.
  const database = new Dexie(name, { chromeTransactionDurability: 'strict' })
  database.version(1).stores({ drafts: 'name' })
  const drafts: Table<DraftRow, string> = database.table('drafts')
  return {
    readAll: async () => new Map((await drafts.toArray()).map(({ name: draft, text }) => [draft, text])),
    write: (changes) =>
      database.transaction('rw', drafts, async () => {
        const entries = [...changes]
        await drafts.bulkDelete(entries.flatMap(([draft, text]) => (text === null ? [draft] : [])))
        await drafts.bulkPut(
          entries.flatMap(([draft, text]) => (text === null ? [] : [{ name: draft, text }]))
        )
      })
  }
}
