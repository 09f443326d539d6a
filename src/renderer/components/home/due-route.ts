import type { RouteLocationRaw } from 'vue-router'
import { duePlaceOf, type DueSource } from '../../../shared/domain/due-source.ts'
import { placeOfRecord } from '../../history/place-of.ts'

/** Where a due date is dealt with: the screen, and what on it. */
export function dueRoute(
  id: string,
  source: DueSource
): { readonly to: RouteLocationRaw; readonly at: string | null } {
  const place = duePlaceOf(source)
  switch (place.kind) {
    case 'step':
      return { to: { name: 'step', params: { id, step: place.step } }, at: null }
    case 'precaution':
      return { to: { name: 'step', params: { id, step: place.precaution } }, at: null }
    case 'contact':
      return {
        to: { name: 'contacts', params: { id }, query: { contact: place.contactId } },
        at: placeOfRecord('contacts', place.contactId)
      }
    case 'entry':
      return { to: { name: 'ledger', params: { id } }, at: placeOfRecord('entries', place.entryId) }
    case 'reminder':
      return { to: { name: 'timeline', params: { id } }, at: placeOfRecord('reminders', place.reminderId) }
  }
}
