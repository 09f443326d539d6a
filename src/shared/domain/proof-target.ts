import type { Dossier } from './dossier.ts'
import type { Exhibit } from './exhibit.ts'
import type { Step } from './step.ts'

/** What an exhibit proves. One exhibit can prove several things, and one thing can have several exhibits. */
export type ProofTarget =
  | { readonly kind: 'step'; readonly step: Step }
  | { readonly kind: 'entry' | 'contact' | 'device' | 'document' | 'backup'; readonly id: string }

export function isSameTarget(a: ProofTarget, b: ProofTarget): boolean {
  if (a.kind === 'step') return b.kind === 'step' && a.step === b.step
  return b.kind === a.kind && b.id === a.id
}

/** The exhibits linked to this one thing, without the trashed ones, in the dossier's order. */
export function exhibitsFor(dossier: Dossier, target: ProofTarget): readonly Exhibit[] {
  return dossier.exhibits.filter(
    (exhibit) => exhibit.trashedAt === null && exhibit.proves.some((one) => isSameTarget(one, target))
  )
}

/** The ids of the entries, contacts or devices that have an exhibit: one pass, for long lists. */
export function provenIds(dossier: Dossier, kind: Exclude<ProofTarget['kind'], 'step'>): ReadonlySet<string> {
  const ids = new Set<string>()
  for (const exhibit of dossier.exhibits) {
    if (exhibit.trashedAt !== null) continue
    for (const target of exhibit.proves) if (target.kind === kind) ids.add(target.id)
  }
  return ids
}
