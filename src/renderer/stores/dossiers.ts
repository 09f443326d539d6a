import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'
import type { FolderFailure, VaultFailure } from '../../shared/bridge/contract.ts'
import type { Dossier, NewDossier } from '../../shared/domain/dossier.ts'
import type { DossierEdit, EditFailure } from '../../shared/domain/dossier-edit.ts'
import type { Result } from '../../shared/domain/result.ts'
import { holdSave } from '../composables/pending-saves.ts'
import { bridge } from '../bridge/bridge.ts'
import { Database } from '../db/database.ts'
import { dossierRows } from '../db/dossier-rows.ts'
import { syncWithVault, type SyncReport } from '../db/sync-with-vault.ts'
import type { SaveState } from './save-state.ts'
import { keepUnchangedExhibits } from './unchanged-exhibits.ts'

const IDLE: SaveState = { state: 'idle' }

/** Every dossier of the vault, as last answered by main. */
export const useDossiersStore = defineStore('dossiers', () => {
  const byId = shallowRef<ReadonlyMap<string, Dossier>>(new Map())
  const saves = shallowRef<ReadonlyMap<string, SaveState>>(new Map())
  const stage = shallowRef<'unasked' | 'loading' | 'ready'>('unasked')
  const sync = shallowRef<Omit<SyncReport, 'dossiers'> | null>(null)
  const database = new Database()
  const rows = dossierRows(database)
  const running = new Map<string, number>()

  const all = computed(() => [...byId.value.values()])
  const live = computed(() => all.value.filter((dossier) => dossier.trashedAt === null))
  const trashed = computed(() => all.value.filter((dossier) => dossier.trashedAt !== null))

  /** Makes the rows equal to the vault and shows them. To be called once, before the first screen. */
  async function start(): Promise<void> {
    if (stage.value !== 'unasked') return
    stage.value = 'loading'
    const { dossiers, ...report } = await syncWithVault(database, bridge)
    byId.value = new Map(dossiers.map((dossier) => [dossier.id, dossier]))
    sync.value = report
    stage.value = 'ready'
  }

  function find(id: string): Dossier | undefined {
    return byId.value.get(id)
  }

  function saveState(id: string): SaveState {
    return saves.value.get(id) ?? IDLE
  }

  /** Takes a dossier main answered with: into the rows and onto the screen. A late answer never replaces a newer one. */
  async function take(dossier: Dossier): Promise<void> {
    const known = byId.value.get(dossier.id)
    if (known !== undefined && known.revision >= dossier.revision) return
    byId.value = new Map(byId.value).set(dossier.id, keepUnchangedExhibits(known, dossier))
    try {
      await rows.put(dossier)
    } catch {
      // The vault holds it already. Rows that could not be written are read again at the next start.
    }
  }

  function setSave(id: string, state: SaveState): void {
    saves.value = new Map(saves.value).set(id, state)
  }

  /** Changes one thing of a dossier: vault first, then rows, then screen. */
  async function edit(id: string, change: DossierEdit): Promise<Result<Dossier, VaultFailure | EditFailure>> {
    running.set(id, (running.get(id) ?? 0) + 1)
    setSave(id, { state: 'saving' })
    let end: SaveState = { state: 'failed', code: 'vault-failed' }
    try {
      const answer = await holdSave(bridge.editDossier({ id, edit: change }))
      if (answer.ok) await take(answer.value)
      end = answer.ok ? { state: 'saved' } : { state: 'failed', code: answer.code }
      return answer
    } finally {
      const left = (running.get(id) ?? 1) - 1
      running.set(id, left)
      if (left === 0 || end.state === 'failed') setSave(id, end)
    }
  }

  async function kept<Failure extends { readonly code: string }>(
    answer: Result<Dossier, Failure>
  ): Promise<Result<Dossier, Failure>> {
    if (answer.ok) await take(answer.value)
    return answer
  }

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
      const left = new Map(byId.value)
      left.delete(id)
      byId.value = left
      await rows.remove(id)
    }
    return answer
  }

  return {
    all,
    live,
    trashed,
    stage,
    sync,
    start,
    find,
    saveState,
    take,
    edit,
    create,
    openSample,
    importFolder,
    destroy
  }
})
