import { defineStore } from 'pinia'
import type { FolderFailure, VaultFailure } from '../../shared/bridge/contract.ts'
import type { Dossier, NewDossier } from '../../shared/domain/dossier.ts'
import type { Result } from '../../shared/domain/result.ts'
import { forgetTextsOf } from '../composables/unsaved-texts.ts'
import { bridge } from '../bridge/bridge.ts'
import { dossierChanges } from './dossier-changes.ts'
import { dossierRows } from './dossier-rows.ts'
import { openDossiers } from './open-dossiers.ts'

/** The dossiers of the vault: what a list shows of each, those that are open as a whole, and what is changed in them. */
export const useDossiersStore = defineStore('dossiers', () => {
  const { note, remove, ...rows } = dossierRows()
  const { kept, close, ...open } = openDossiers(note)
  const changes = dossierChanges(open)

  async function create(fresh: NewDossier): Promise<Result<Dossier, VaultFailure>> {
    return kept(await bridge.createDossier(fresh))
  }

  async function openSample(): Promise<Result<Dossier, VaultFailure>> {
    return kept(await bridge.openSample())
  }

  async function importFolder(): Promise<Result<Dossier, FolderFailure> | null> {
    const answer = await bridge.importFolder()
    return answer === null ? null : kept(answer)
  }

  /** For good: the dossier and the files only it used. */
  async function destroy(id: string): Promise<Result<null, VaultFailure>> {
    const answer = await bridge.destroyDossier({ id })
    if (answer.ok || answer.code === 'dossier-gone') {
      close(id)
      remove(id)
      forgetTextsOf(id)
    }
    return answer
  }

  return { ...rows, ...open, ...changes, create, openSample, importFolder, destroy }
})
