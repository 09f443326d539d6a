import type { IsoDate } from './calendar.ts'

/** The due date that a promise of the operator makes. */
export function promiseDueId(contactId: string): string {
  return `promise:${contactId}`
}

/** What the user decided about a computed due date. */
export interface DueChange {
  /** The due date's own id, for example `promise:<contact id>`. */
  readonly id: string
  /** Another day than the computed one; null = as computed. */
  readonly on: IsoDate | null
  readonly doneOn: IsoDate | null
  /** Not to be shown as due before this day. */
  readonly laterUntil: IsoDate | null
}

/** A due date of the user's own. */
export interface Reminder {
  readonly id: string
  readonly text: string
  readonly on: IsoDate
}
