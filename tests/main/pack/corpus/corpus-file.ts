import type { SlipReason } from '../../../../src/shared/domain/pack-job.ts'

/** What the pack owes to one file of the corpus. */
export type Expected =
  /** Nothing is wrong with it that a reader could see: it has these pages. */
  | { readonly kind: 'shown'; readonly pages: number }
  /** Nobody can show it: a slip stands in its place. */
  | { readonly kind: 'slip'; readonly reasons: readonly SlipReason[] }
  /** Shown or a slip; but never with fewer pages than it has. Null where nobody can say how many it has. */
  | { readonly kind: 'either'; readonly pages: number | null }

export interface CorpusFile {
  readonly name: string
  readonly bytes: Buffer
  readonly expected: Expected
  /** Text that each page has to bear if the file is shown. */
  readonly texts: readonly string[]
}

export const shown = (pages: number): Expected => ({ kind: 'shown', pages })
export const slip = (...reasons: readonly SlipReason[]): Expected => ({ kind: 'slip', reasons })
export const either = (pages: number | null = null): Expected => ({ kind: 'either', pages })
