import type { DossierSummary } from '../../shared/domain/dossier-summary.ts'
import type { Database, Review, ShelfRow } from './database.ts'

/** Raised with every change of what a summary holds. */
const SUMMARY_FORM = 1

export interface SummaryShelves {
  /** Every summary of today's form; the others are as good as missing. */
  readonly read: () => Promise<{
    readonly summaries: readonly DossierSummary[]
    readonly review: Review | null
  }>
  /** Writes these dossiers as they stand in `all`; those that are not in it are forgotten. */
  readonly write: (ids: readonly string[], all: ReadonlyMap<string, DossierSummary>) => Promise<void>
  /** Notes that all of them have been looked at. */
  readonly noteReview: (review: Review) => Promise<void>
}

export function summaryShelves({ shelves, reviews }: Pick<Database, 'shelves' | 'reviews'>): SummaryShelves {
  return {
    read: async () => {
      const [rows, review] = await Promise.all([shelves.toArray(), reviews.get('last')])
      const ours = rows.filter(({ form }) => form === SUMMARY_FORM)
      return {
        summaries: ours.flatMap(({ text }) => JSON.parse(text) as DossierSummary[]),
        review: review ?? null
      }
    },
    write: async (ids, all) => {
      const wanted = new Map(ids.map((id) => [shelfOf(id), [] as DossierSummary[]]))
      for (const summary of all.values()) wanted.get(shelfOf(summary.id))?.push(summary)
      await shelves.bulkPut(
        [...wanted].map(([name, summaries]): ShelfRow => ({
          name,
          form: SUMMARY_FORM,
          text: JSON.stringify(summaries)
        }))
      )
    },
    noteReview: async (review) => {
      await reviews.put({ id: 'last', ...review })
    }
  }
}

/** Ids are random: every shelf comes to hold about as many. */
function shelfOf(id: string): string {
  return id.slice(0, 2)
}
