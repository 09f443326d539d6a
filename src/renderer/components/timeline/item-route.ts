import type { RouteLocationRaw } from 'vue-router'
import type { TimelineFact } from '../../../shared/domain/timeline.ts'
import { placeOfRecord } from '../../history/place-of.ts'
import { dueRoute } from '../home/due-route.ts'

/** Where an item of the timeline is filled in: the screen, and what on it. */
export function itemRoute(
  id: string,
  fact: TimelineFact
): { readonly to: RouteLocationRaw; readonly at: string | null } {
  switch (fact.kind) {
    case 'contact':
      return { to: { name: 'contacts', params: { id }, query: { contact: fact.contact.id } }, at: null }
    case 'entry':
      return { to: { name: 'ledger', params: { id } }, at: placeOfRecord('entries', fact.entry.id) }
    case 'exhibit':
      return { to: { name: 'exhibit', params: { id, exhibitId: fact.exhibit.id } }, at: null }
    case 'due':
      return dueRoute(id, fact.due.source)
    case 'step':
      if (fact.event === 'pack-made') return { to: { name: 'pack', params: { id } }, at: null }
      return { to: { name: 'step', params: { id, step: stepOf(fact) } }, at: null }
  }
}

function stepOf(fact: Extract<TimelineFact, { kind: 'step' }>): string {
  if (fact.step !== null) return fact.step
  return fact.event === 'saved' ? 'backup' : 'services'
}
