import type { DossierSummary } from '../../shared/domain/dossier-summary.ts'
import type { Database } from './database.ts'

/** Raised with every change of what a summary holds. */
const SUMMARY_FORM = 1

export interface SummaryRows {
  /** Every row of today's form. The others are as good as missing. */
  readonly list: () => Promise<readonly DossierSummary[]>
  readonly put: (summaries: readonly DossierSummary[]) => Promise<void>
  readonly remove: (ids: readonly string[]) => Promise<void>
}

export function summaryRows(database: Database): SummaryRows {
  const { dossiers } = database
  return {
    list: async () => {
      const rows = await dossiers.toArray()
      return rows.filter((row) => row.form === SUMMARY_FORM).map((row) => row.summary)
    },
    put: async (summaries) => {
      await dossiers.bulkPut(
        summaries.map((summary) => ({
          id: summary.id,
          revision: summary.revision,
          form: SUMMARY_FORM,
          summary
        }))
      )
    },
    remove: async (ids) => {
      await dossiers.bulkDelete([...ids])
    }
  }
}
