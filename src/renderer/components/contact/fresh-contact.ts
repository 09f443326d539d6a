import type { Contact } from '../../../shared/domain/contact.ts'
import { localIn } from '../../../shared/domain/zoned-moment.ts'

/** A call that begins now: what a person on the phone would have to fill in first is filled in. */
export function freshContact(id: string, now: Date, zone: string): Contact {
  return {
    id,
    at: { local: localIn(now.toISOString(), zone), zone },
    minutes: null,
    channel: 'call',
    direction: 'out',
    purpose: 'closing',
    counterpart: '',
    person: '',
    reference: '',
    said: '',
    promised: '',
    promisedBy: null
  }
}

/** Whole minutes since it began, or null where that is no length of a call. */
export function minutesSince({ at }: Contact, now: Date, longest: number): number | null {
  const begun = Date.parse(`${at.local}Z`)
  const minutes = Math.round((Date.parse(`${localIn(now.toISOString(), at.zone)}Z`) - begun) / 60_000)
  return minutes < 1 || minutes > longest ? null : minutes
}
