import { formatExhibitNumber, type Exhibit } from '../../shared/domain/exhibit.ts'
import type { PackProgress } from '../../shared/domain/pack-job.ts'
import type { PlannedSection } from './plan/plan-pack.ts'
import { secondsLeft } from './time-left.ts'

/** Twenty notices a second: more is not seen. */
const NOTICE_MS = 50
/** Cover, index, four parts and two sheets for checking: what a pack of our own pages has at least. */
const OWN_PAGES = 8

export interface ProgressReport {
  readonly beginExhibit: (exhibit: Exhibit) => void
  readonly addBytes: (count: number) => void
  readonly addPage: () => void
  /** Sets the count right: a slip has one page, whatever the file was thought to have. */
  readonly endExhibit: (pages: number) => void
  readonly beginOwnPages: (pagesTotal: number) => void
  readonly ownPage: (done: number) => void
  readonly end: () => void
}

/**
 * Tells how far the pack is, in pages and bytes. Exhibits count when they are absorbed; the pages of our own are
 * written last and quickly.
 */
export function createProgressReport(
  sections: readonly PlannedSection[],
  notify: ((progress: Omit<PackProgress, 'jobId'>) => void) | undefined
): ProgressReport {
  const exhibits = sections.flatMap((section) => section.exhibits)
  const bytesTotal = exhibits.reduce((sum, exhibit) => sum + exhibit.file.sizeBytes, 0)
  const sourcePagesTotal = exhibits.reduce((sum, exhibit) => sum + (exhibit.file.pages ?? 1), 0)
  let pagesTotal = sourcePagesTotal + OWN_PAGES
  let isRead = false
  let pagesDone = 0
  let pagesBefore = 0
  let bytesDone = 0
  let bytesBefore = 0
  let sourcePages = 0
  let sheets = 0
  let current: Exhibit | null = null
  const startedAt = performance.now()
  let lastAt = 0
  const tell = (isUrgent = false) => {
    const now = performance.now()
    if (notify === undefined || (!isUrgent && now - lastAt < NOTICE_MS)) return
    lastAt = now
    const exhibit = current === null ? null : formatExhibitNumber(current.number)
    const left = secondsLeft(
      { bytes: bytesDone, sourcePages, sheets },
      // What was read is known by now; slips and broken files are not what they were thought to be.
      {
        bytes: bytesTotal,
        sourcePages: Math.max(sourcePages, isRead ? 0 : sourcePagesTotal),
        sheets: pagesTotal
      },
      now - startedAt
    )
    notify({
      pagesDone: Math.min(pagesDone, pagesTotal),
      pagesTotal,
      bytesDone,
      bytesTotal,
      secondsLeft: left,
      exhibit
    })
  }
  tell(true)
  return {
    beginExhibit: (exhibit) => {
      current = exhibit
      pagesBefore = pagesDone
      bytesBefore = bytesDone
      tell()
    },
    addBytes: (count) => {
      bytesDone += count
      tell()
    },
    addPage: () => {
      pagesDone += 1
      sourcePages += 1
      tell()
    },
    endExhibit: (pages) => {
      pagesDone = pagesBefore + pages
      sourcePages = pagesDone
      pagesTotal += pages - (current?.file.pages ?? 1)
      bytesDone = bytesBefore + (current?.file.sizeBytes ?? 0)
      current = null
      tell()
    },
    beginOwnPages: (total) => {
      pagesTotal = total
      isRead = true
      tell()
    },
    // Exhibits are drawn on pages of ours too; counting them again would run backwards.
    ownPage: (done) => {
      pagesDone = Math.max(pagesDone, done)
      sheets = done
      tell()
    },
    end: () => {
      pagesDone = pagesTotal
      bytesDone = bytesTotal
      sheets = pagesTotal
      tell(true)
    }
  }
}
