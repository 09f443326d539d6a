import { defineStore } from 'pinia'
import { shallowRef } from 'vue'
import { isBlankContact } from '../../shared/domain/contact.ts'
import { freshContact } from '../components/contact/fresh-contact.ts'
import { settlePending } from '../composables/pending-saves.ts'
import { systemZone } from '../formats/zones.ts'
import { useDossiersStore } from './dossiers.ts'

/** The contact that is being noted while it goes on. It is in the dossier from its first second. */
export const useQuickContactStore = defineStore('quick-contact', () => {
  const dossiers = useDossiersStore()
  const running = shallowRef<{ readonly dossierId: string; readonly contactId: string } | null>(null)
  /** Code of the sentence why it could not be begun. */
  const failure = shallowRef<string | null>(null)

  /** Begins a contact, or goes back to the one that goes on in this dossier. */
  async function begin(dossierId: string): Promise<void> {
    if (running.value?.dossierId === dossierId) return
    await end()
    const contactId = crypto.randomUUID()
    const answer = await dossiers.edit(dossierId, {
      kind: 'put-records',
      list: 'contacts',
      records: [freshContact(contactId, new Date(), systemZone())],
      beforeId: null
    })
    failure.value = answer.ok ? null : answer.code
    if (answer.ok) running.value = { dossierId, contactId }
  }

  /** Ends it. One in which nothing was noted leaves nothing behind. */
  async function end(): Promise<void> {
    const was = running.value
    if (was === null) return
    await settlePending()
    running.value = null
    const contact = dossiers.find(was.dossierId)?.contacts.find(({ id }) => id === was.contactId)
    if (contact === undefined || !isBlankContact(contact)) return
    await dossiers.edit(was.dossierId, { kind: 'remove-records', list: 'contacts', ids: [was.contactId] })
  }

  return { running, failure, begin, end }
})
