import { shallowRef } from 'vue'
import type { VaultFailure } from '../../shared/bridge/contract.ts'
import type { Dossier } from '../../shared/domain/dossier.ts'
import type { Result } from '../../shared/domain/result.ts'
import { bridge } from '../bridge/bridge.ts'
import { keepUnchangedExhibits } from './unchanged-exhibits.ts'

/** Whole dossiers kept at a time: the one on the screen and those a person goes back to. */
const MOST_OPEN = 8

/** Dossiers as a whole, as main last answered with them. `noted` hears of each answer. */
export function openDossiers(noted: (dossier: Dossier) => void) {
  const opened = shallowRef<ReadonlyMap<string, Dossier>>(new Map())
  const reading = new Map<string, Promise<Result<Dossier, VaultFailure>>>()

  /** The whole dossier, once it is open. */
  function find(id: string): Dossier | undefined {
    return opened.value.get(id)
  }

  /** Brings the whole dossier, as the vault has it now. Asked for twice, it is read once. */
  async function open(id: string): Promise<Result<Dossier, VaultFailure>> {
    const known = opened.value.get(id)
    if (known !== undefined) return { ok: true, value: known }
    const answer =
      reading.get(id) ??
      bridge
        .readDossier({ id })
        .then(kept)
        .finally(() => reading.delete(id))
    reading.set(id, answer)
    return answer
  }

  /** Takes a dossier main answered with. A late answer never replaces a newer one. */
  function take(dossier: Dossier): void {
    const known = opened.value.get(dossier.id)
    if (known === undefined || known.revision < dossier.revision) {
      const next = new Map(opened.value)
      // Taken out first: the order of the map is the order of use.
      next.delete(dossier.id)
      next.set(dossier.id, keepUnchangedExhibits(known, dossier))
      for (const id of [...next.keys()].slice(0, Math.max(0, next.size - MOST_OPEN))) next.delete(id)
      opened.value = next
    }
    noted(dossier)
  }

  function kept<Failure extends { readonly code: string }>(
    answer: Result<Dossier, Failure>
  ): Result<Dossier, Failure> {
    if (answer.ok) take(answer.value)
    return answer
  }

  function close(id: string): void {
    const left = new Map(opened.value)
    left.delete(id)
    opened.value = left
  }

  return { find, open, take, kept, close }
}
