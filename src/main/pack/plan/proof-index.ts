import type { Exhibit } from '../../../shared/domain/exhibit.ts'
import type { ProofTarget } from '../../../shared/domain/proof-target.ts'

type RecordKind = Exclude<ProofTarget['kind'], 'step'>

/** What proves each entry, contact, device and document: one pass, for ledgers of thousands of lines. */
export type ProofIndex = ReadonlyMap<string, readonly Exhibit[]>

export function indexProofs(exhibits: readonly Exhibit[]): ProofIndex {
  const found = new Map<string, Exhibit[]>()
  for (const exhibit of exhibits) {
    for (const target of exhibit.proves) {
      if (target.kind === 'step') continue
      const key = keyOf(target.kind, target.id)
      const known = found.get(key)
      if (known === undefined) found.set(key, [exhibit])
      else known.push(exhibit)
    }
  }
  return found
}

export function proofsFor(index: ProofIndex, kind: RecordKind, id: string): readonly Exhibit[] {
  return index.get(keyOf(kind, id)) ?? []
}

function keyOf(kind: RecordKind, id: string): string {
  return `${kind}:${id}`
}
