import type { DossierSummary } from '../../shared/domain/dossier-summary.ts'
import type { Database, Review, ShelfRow } from './database.ts'
import { rowOf, rowReader } from './summary-row.ts'

/** Raised with every change of what a row holds. */
const ROW_FORM = 3
/** What ids begin with: as random as the rest of them, so that every shelf comes to hold about as many. */
const SHELVES = [...'0123456789abcdef']

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
      // Each on its own: one is understood while the next is still on its way, and its text let go of at once.
      const summaryOf = rowReader()
      const asked = SHELVES.map(async (name) => summariesOn(await shelves.get(name), summaryOf))
      const [review, ...found] = await Promise.all([reviews.get('last'), ...asked])
      performance.mark('r-shelves')
      return { summaries: found.flat(), review: review ?? null }
    },
    write: async (ids, all) => {
      const wanted = new Map(ids.map((id) => [shelfOf(id), [] as DossierSummary[]]))
      for (const summary of all.values()) wanted.get(shelfOf(summary.id))?.push(summary)
      await shelves.bulkPut(
        [...wanted].map(([name, summaries]): ShelfRow => ({
          name,
          form: ROW_FORM,
          text: asciiJson(summaries.map(rowOf))
        }))
      )
    },
    noteReview: async (review) => {
      await reviews.put({ id: 'last', ...review })
    }
  }
}

/** One letter outside of Latin doubles the size of the whole text, in the database and when it is read. */
function asciiJson(value: unknown): string {
  return JSON.stringify(value).replace(
    /[\u0080-\uffff]/g,
    (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`
  )
}

/** Whatever is none is as good as missing, and read from the vault again. */
function summariesOn(
  shelf: ShelfRow | undefined,
  summaryOf: ReturnType<typeof rowReader>
): readonly DossierSummary[] {
  if (shelf?.form !== ROW_FORM) return []
  try {
    const found: unknown = JSON.parse(shelf.text)
    return Array.isArray(found) ? found.map(summaryOf).filter((one) => one !== null) : []
  } catch {
    return []
  }
}

function shelfOf(id: string): string {
  return id.slice(0, 1)
}
