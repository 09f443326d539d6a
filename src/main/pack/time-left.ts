/** What a pack is made of, as far as it takes time. */
export interface PackWork {
  readonly bytes: number
  /** Of exhibits, as they are read. */
  readonly sourcePages: number
  /** Of the pack, as they are laid out and written. */
  readonly sheets: number
}

/** Milliseconds each takes beside the others, of packs of 1,000 pages made in November 2026; a slower disk or processor slows all alike. */
const MS_PER_MEGABYTE = 2
const MS_PER_SOURCE_PAGE = 0.5
const MS_PER_SHEET = 1.5

/** Before this, and before so much is done, a guess would jump about. */
const LEAST_MS = 1500
const LEAST_SHARE = 0.03

/** Whole seconds until the pack is made, at the pace so far; null = nobody can tell yet. */
export function secondsLeft(done: PackWork, total: PackWork, elapsedMs: number): number | null {
  const share = weightOf(done) / weightOf(total)
  if (elapsedMs < LEAST_MS || share < LEAST_SHARE) return null
  return Math.max(0, Math.ceil((elapsedMs * (1 - share)) / share / 1000))
}

function weightOf({ bytes, sourcePages, sheets }: PackWork): number {
  return (bytes / 1e6) * MS_PER_MEGABYTE + sourcePages * MS_PER_SOURCE_PAGE + sheets * MS_PER_SHEET
}
