import { isBlankContact, type Contact } from './contact.ts'
import type { Dossier } from './dossier.ts'
import { provenIds } from './proof-target.ts'

/**
 * The contacts in which the closing was asked for. A call that has just begun, or was left behind by a crash, is
 * about the closing too: it asks for nothing until something is noted in it or an exhibit tells of it.
 */
export function closingRequests(dossier: Dossier): readonly Contact[] {
  const proven = provenIds(dossier, 'contact')
  return dossier.contacts.filter(
    (contact) => contact.purpose === 'closing' && (!isBlankContact(contact) || proven.has(contact.id))
  )
}
