import type { IsoDate, ZonedMoment } from './calendar.ts'

export const CONTACT_CHANNELS = ['call', 'email', 'chat', 'letter', 'shop', 'sms', 'other'] as const
export type ContactChannel = (typeof CONTACT_CHANNELS)[number]

/** What a contact was about. A `claim` starts the operator's term to answer. */
export const CONTACT_PURPOSES = ['closing', 'claim', 'refund', 'documents', 'other'] as const
export type ContactPurpose = (typeof CONTACT_PURPOSES)[number]

/** One call, message, letter or visit. */
export interface Contact {
  readonly id: string
  readonly at: ZonedMoment
  /** Whole minutes it lasted, where it is known. */
  readonly minutes: number | null
  readonly channel: ContactChannel
  /** `out` = the subscriber got in touch. */
  readonly direction: 'out' | 'in'
  readonly purpose: ContactPurpose
  /** The number called, the address written to, the shop visited. */
  readonly counterpart: string
  readonly person: string
  /** The operator's number of the request. */
  readonly reference: string
  readonly said: string
  readonly promised: string
  readonly promisedBy: IsoDate | null
}

/** Whether nothing was noted but that it began. */
export function isBlankContact({
  minutes,
  counterpart,
  person,
  reference,
  said,
  promised,
  promisedBy
}: Contact): boolean {
  const texts = [counterpart, person, reference, said, promised]
  return minutes === null && promisedBy === null && texts.every((text) => text.trim() === '')
}
