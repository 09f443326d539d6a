import type { CalendarEvent } from '../../domain/calendar-file.ts'
import type { Result } from '../../domain/result.ts'
import type { WriteFailure } from './write-failure.ts'

export interface DueNotice {
  readonly title: string
  readonly body: string
  /** What to show when it is clicked; null = the list of dossiers. */
  readonly opens: { readonly dossierId: string; readonly dueId: string } | null
}

/** Reminders outside the window. */
export interface DueRequests {
  /** Asks for a place and writes an iCalendar file. null = the user changed their mind. */
  'due:save-calendar': (request: {
    readonly name: string
    readonly events: readonly CalendarEvent[]
  }) => Result<{ readonly fileName: string }, WriteFailure> | null
  /** A notification of the system; `due:opened` tells when it is clicked. */
  'due:notify': (notice: DueNotice) => null
}
