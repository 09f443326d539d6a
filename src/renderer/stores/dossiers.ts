import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'
import type { FolderFailure, VaultFailure } from '../../shared/bridge/contract.ts'
import type { IsoDate } from '../../shared/domain/calendar.ts'
import type { Dossier, NewDossier } from '../../shared/domain/dossier.ts'
import type { DossierEdit, EditFailure } from '../../shared/domain/dossier-edit.ts'
import { summariseDossier, type DossierSummary } from '../../shared/domain/dossier-summary.ts'
import type { DueRules } from '../../shared/domain/due-date.ts'
import type { Result } from '../../shared/domain/result.ts'
import { holdSave } from '../composables/pending-saves.ts'
import { forgetTextsOf } from '../composables/unsaved-texts.ts'
import { bridge } from '../bridge/bridge.ts'
import { Database, openDatabase } from '../db/database.ts'
import { summaryShelves } from '../db/summary-shelves.ts'
import { compareWithVault, readInGroups, type Reading, type SyncReport } from '../db/sync-with-vault.ts'
import { todayIn } from '../formats/dates.ts'
import { deedOf, type Deed } from '../history/deed.ts'
import { useHistoryStore, type DeedKind } from './history.ts'
import type { SaveState } from './save-state.ts'
import { keepUnchangedExhibits } from './unchanged-exhibits.ts'

type Pace = Pick<Reading, 'atOnce' | 'pause'>
/** Somebody waits for these: large groups, and only a breath for the screen in between. */
const MISSING_PACE: Pace = { atOnce: 256, pause: () => new Promise((resolve) => setTimeout(resolve)) }
/** These are only looked at again: small against the time a person waits for one dossier, which main reads in between. */
const KNOWN_PACE: Pace = { atOnce: 16, pause: whenIdle }

const IDLE: SaveState = { state: 'idle' }
/** Whole dossiers kept at a time: the one on the screen and those a person goes back to. */
const MOST_OPEN = 8

/** The dossiers of the vault: what a list shows of each, and those that are open as a whole, as last answered by main. */
export const useDossiersStore = defineStore('dossiers', () => {
  const summaries = shallowRef<ReadonlyMap<string, DossierSummary>>(new Map())
  const opened = shallowRef<ReadonlyMap<string, Dossier>>(new Map())
  const saves = shallowRef<ReadonlyMap<string, SaveState>>(new Map())
  const stage = shallowRef<'loading' | 'ready'>('loading')
  const sync = shallowRef<SyncReport | null>(null)
  const rules = shallowRef<DueRules>({ law: [] })
  const database = new Database()
  const shelves = summaryShelves(database)
  const running = new Map<string, number>()
  const reading = new Map<string, Promise<Result<Dossier, VaultFailure>>>()
  const expected = new Map<string, Dossier>()
  const history = useHistoryStore()
  let started: Promise<void> | null = null
  /** `on` null = by another app, or never. */
  let reviewed: { readonly on: IsoDate | null; readonly version: string } | null = null

  const all = computed(() => [...summaries.value.values()])
  const live = computed(() => all.value.filter((summary) => summary.trashedAt === null))
  const trashed = computed(() => all.value.filter((summary) => summary.trashedAt !== null))

  /**
   * Shows the rows, then makes them say what the vault says: what they lack is read first. What they have is looked at
   * again while the window is already in use, once a day and after every change of the app. Whoever calls it a second
   * time waits for the same end.
   */
  function start(): Promise<void> {
    started ??= readAll()
    return started
  }

  async function readAll(): Promise<void> {
    const [{ wasRemade, summaries: stored, review: last }, law, about] = await Promise.all([
      readRows(),
      bridge.listLawRules(),
      bridge.aboutApp()
    ])
    rules.value = { law }
    summaries.value = new Map(stored.map((one) => [one.id, one]))
    // Shown as the rows tell; whatever the vault knows better follows at once, and opening asks the vault anyway.
    if (stored.length > 0) {
      stage.value = 'ready'
      await whenIdle()
    }
    const listing = await bridge.listDossiers()
    const { equal, behind, surplus } = compareWithVault(stored, listing)
    keep([], surplus)
    const isRebuilt = wasRemade || (stored.length === 0 && behind.length > 0)
    const lost = [...listing.damaged, ...(await read(behind, MISSING_PACE))]
    sync.value = { isRebuilt, readAgain: behind.length, damaged: lost }
    stage.value = 'ready'
    reviewed = { on: last?.version === about.version ? last.on : null, version: about.version }
    const damaged = [...lost, ...(await review(equal))]
    sync.value = { isRebuilt, readAgain: behind.length, damaged }
  }

  async function readRows() {
    const { wasRemade } = await openDatabase(database)
    return { wasRemade, ...(await shelves.read()) }
  }

  /** Reads these dossiers as they stand in the vault today. @returns names of damaged files */
  function read(ids: readonly string[], pace: Pace): Promise<readonly string[]> {
    let asked = summaries.value
    // In their order, so that a group fills few shelves, each of which is written once.
    return readInGroups(ids.toSorted(), {
      ...pace,
      ask: (group) => {
        asked = summaries.value
        return bridge.summariseDossiers({ ids: group, today: today() })
      },
      take: (found, lost) => {
        // What has changed here since it was asked for is newer than the answer, or deleted for good.
        const isStill = (id: string) => summaries.value.get(id) === asked.get(id)
        const changes = found.filter((one) => isStill(one.id) && !isSame(one, asked.get(one.id)))
        keep(changes, lost.filter(isStill))
        stage.value = 'ready'
      }
    })
  }

  /**
   * Looks at these again, once a day: with the day a dossier comes to stand differently.
   * @returns names of damaged files
   */
  async function review(ids: readonly string[]): Promise<readonly string[]> {
    const on = today()
    if (reviewed === null || reviewed.on === on) return []
    const { version } = reviewed
    reviewed = { on, version }
    const damaged = await read(ids, KNOWN_PACE)
    void shelves.noteReview({ on, version }).catch(() => undefined)
    return damaged
  }

  /** At midnight: a window left open goes over to the new day. */
  async function reviewAll(): Promise<void> {
    await review([...summaries.value.keys()])
  }

  /** The vault holds all of it already: a row that cannot be written is read again at the next start. */
  function keep(changed: readonly DossierSummary[], gone: readonly string[]): void {
    if (changed.length + gone.length === 0) return
    const next = new Map(summaries.value)
    for (const one of changed) next.set(one.id, one)
    for (const id of gone) next.delete(id)
    summaries.value = next
    const ids = [...changed.map(({ id }) => id), ...gone]
    // Not while somebody waits for the screen: a shelf of six hundred takes some milliseconds to write out.
    void whenIdle()
      .then(() => shelves.write(ids, summaries.value))
      .catch(() => undefined)
  }

  function has(id: string): boolean {
    return summaries.value.has(id)
  }

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

  function saveState(id: string): SaveState {
    return saves.value.get(id) ?? IDLE
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
    const listed = summaries.value.get(dossier.id)
    const summary = summariseDossier(dossier, rules.value, today())
    if ((listed?.revision ?? 0) <= dossier.revision && !isSame(summary, listed)) keep([summary], [])
  }

  function setSave(id: string, state: SaveState): void {
    saves.value = new Map(saves.value).set(id, state)
  }

  /** Changes a dossier, all of it or nothing: vault first, then screen, then rows. What was done can be undone. */
  function edit(id: string, ...edits: readonly DossierEdit[]) {
    return apply(id, edits, 'deed')
  }

  /** The same for edits that take a deed back, or do it again. */
  async function apply(
    id: string,
    edits: readonly DossierEdit[],
    kind: DeedKind
  ): Promise<Result<Dossier, VaultFailure | EditFailure>> {
    running.set(id, (running.get(id) ?? 0) + 1)
    setSave(id, { state: 'saving' })
    const deed = expect(id, edits)
    let end: SaveState = { state: 'failed', code: 'vault-failed' }
    try {
      const answer = await holdSave(bridge.editDossier({ id, edits }))
      if (answer.ok) take(answer.value)
      if (answer.ok && deed !== null) history.note(id, deed, kind)
      end = answer.ok ? { state: 'saved' } : { state: 'failed', code: answer.code }
      return answer
    } finally {
      const left = (running.get(id) ?? 1) - 1
      running.set(id, left)
      if (left === 0 || end.state === 'failed') {
        expected.delete(id)
        setSave(id, end)
      }
    }
  }

  /** What these edits are to the dossier as it will be once everything asked before has been answered. */
  function expect(id: string, edits: readonly DossierEdit[]): Deed | null {
    const before = expected.get(id) ?? opened.value.get(id)
    if (before === undefined) return null
    const { deed, after } = deedOf(before, edits, new Date())
    expected.set(id, after)
    // A dossier in the trash is off the screen: its way back is the trash itself.
    return edits.some((one) => one.kind === 'trash-dossier' || one.kind === 'restore-dossier') ? null : deed
  }

  function kept<Failure extends { readonly code: string }>(
    answer: Result<Dossier, Failure>
  ): Result<Dossier, Failure> {
    if (answer.ok) take(answer.value)
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
      const left = new Map(opened.value)
      left.delete(id)
      opened.value = left
      keep([], [id])
      forgetTextsOf(id)
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
    reviewAll,
    rules,
    has,
    find,
    open,
    saveState,
    take,
    edit,
    apply,
    create,
    openSample,
    importFolder,
    destroy
  }
})

/** When nothing more urgent is to be done, but not much later. */
function whenIdle(): Promise<void> {
  return new Promise((resolve) => requestIdleCallback(() => resolve(), { timeout: 1000 }))
}

function today(): IsoDate {
  return todayIn(new Date())
}

function isSame(one: DossierSummary, other: DossierSummary | undefined): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}
