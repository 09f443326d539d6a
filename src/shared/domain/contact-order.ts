import type { Contact } from './contact.ts'
import { instantOf } from './zoned-moment.ts'

/**
 * The contacts as they followed each other, oldest first: by their instant, wherever they were noted, and within one
 * minute in the order of the log.
 */
export function contactsInOrder(contacts: readonly Contact[]): readonly Contact[] {
  return contacts
    .map((contact) => ({ contact, instant: instantOf(contact.at) }))
    .toSorted((a, b) => (a.instant < b.instant ? -1 : a.instant > b.instant ? 1 : 0))
    .map(({ contact }) => contact)
}
