import type { Dossier } from '../../../shared/domain/dossier.ts'
import type { Exhibit } from '../../../shared/domain/exhibit.ts'
import { exhibitsFor, type ProofTarget } from '../../../shared/domain/proof-target.ts'
import type { TimelineFact } from '../../../shared/domain/timeline.ts'

/** What proves an item of the timeline; of an exhibit itself, the exhibit. */
export function exhibitsOf(fact: TimelineFact, dossier: Dossier): readonly Exhibit[] {
  if (fact.kind === 'exhibit') return [fact.exhibit]
  const target = targetOf(fact)
  return target === null ? [] : exhibitsFor(dossier, target)
}

function targetOf(fact: TimelineFact): ProofTarget | null {
  if (fact.kind === 'contact') return { kind: 'contact', id: fact.contact.id }
  if (fact.kind === 'entry') return { kind: 'entry', id: fact.entry.id }
  if (fact.kind !== 'step') return null
  if (fact.event === 'device-returned') return { kind: 'device', id: fact.device.id }
  if (fact.event === 'document-issued') return { kind: 'document', id: fact.document.id }
  return fact.event === 'saved' ? { kind: 'backup', id: fact.backup.id } : null
}
