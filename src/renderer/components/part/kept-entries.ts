import type { TypedEntry } from './typed-entry.ts'

/** Entries begun but not added, by dossier: leaving the part and coming back must not cost them. */
const kept = new Map<string, TypedEntry>()

export function keepTyped(dossierId: string, typed: TypedEntry | null): void {
  if (typed === null || (typed.amount === '' && typed.note === '' && typed.exhibitId === ''))
    kept.delete(dossierId)
  else kept.set(dossierId, typed)
}

export function takeTyped(dossierId: string): TypedEntry | undefined {
  return kept.get(dossierId)
}
