import type { SummaryAnswer, VaultListing } from '../../shared/bridge/contract.ts'
import type { DossierSummary } from '../../shared/domain/dossier-summary.ts'

/** What had to be done at start to make the rows say what the vault says. */
export interface SyncReport {
  /** The database was gone or could not be opened, and everything was read from the vault again. */
  readonly isRebuilt: boolean
  /** Dossiers read again because their rows were missing, behind or not to be understood. */
  readonly readAgain: number
  /** File names of the vault that could not be read; they stay where they are. */
  readonly damaged: readonly string[]
}

/** What the rows say beside what the vault's file names say. */
export interface Comparison {
  /** Rows that stand at the revision of the vault. */
  readonly equal: readonly string[]
  /** Dossiers without a row, or with one of another revision. */
  readonly behind: readonly string[]
  /** Rows of dossiers the vault does not have. */
  readonly surplus: readonly string[]
}

/** Compares the rows with the vault. The vault is always right. */
export function compareWithVault(
  rows: readonly { readonly id: string; readonly revision: number }[],
  { stored }: VaultListing
): Comparison {
  const inRows = new Map(rows.map((row) => [row.id, row.revision]))
  const inVault = new Set(stored.map(({ id }) => id))
  // Not only behind: a row ahead of the vault tells of a revision that no longer exists.
  const isEqual = ({ id, revision }: VaultListing['stored'][number]) => inRows.get(id) === revision
  return {
    equal: stored.filter(isEqual).map(({ id }) => id),
    behind: stored.filter((one) => !isEqual(one)).map(({ id }) => id),
    surplus: rows.filter(({ id }) => !inVault.has(id)).map(({ id }) => id)
  }
}

export interface Reading {
  readonly atOnce: number
  readonly ask: (ids: readonly string[]) => Promise<readonly SummaryAnswer[]>
  /** Lets what is more urgent go first. */
  readonly pause: () => Promise<void>
  readonly take: (found: readonly DossierSummary[], lost: readonly string[]) => void
}

/** Reads these dossiers from the vault, group by group, and hands over each group at once. @returns damaged files */
export async function readInGroups(
  ids: readonly string[],
  { atOnce, ask, pause, take }: Reading
): Promise<readonly string[]> {
  const damaged: string[] = []
  for (let at = 0; at < ids.length; at += atOnce) {
    if (at > 0) await pause()
    const answers = await ask(ids.slice(at, at + atOnce))
    for (const answer of answers) damaged.push(...answer.damaged)
    take(
      answers.flatMap(({ summary }) => (summary === null ? [] : [summary])),
      answers.filter(({ summary }) => summary === null).map(({ id }) => id)
    )
  }
  return damaged
}
