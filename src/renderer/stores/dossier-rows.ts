import { computed, shallowRef } from 'vue'
import type { IsoDate } from '../../shared/domain/calendar.ts'
import type { Dossier } from '../../shared/domain/dossier.ts'
import { summariseDossier, type DossierSummary } from '../../shared/domain/dossier-summary.ts'
import type { DueRules } from '../../shared/domain/due-date.ts'
import { bridge } from '../bridge/bridge.ts'
import { Database, openDatabase } from '../db/database.ts'
import { summaryShelves } from '../db/summary-shelves.ts'
import { compareWithVault, readInGroups, type Reading, type SyncReport } from '../db/sync-with-vault.ts'
import { todayIn } from '../formats/dates.ts'

type Pace = Pick<Reading, 'atOnce' | 'pause'>
/** Somebody waits for these: large groups, and only a breath for the screen in between. */
const MISSING_PACE: Pace = { atOnce: 256, pause: () => new Promise((resolve) => setTimeout(resolve)) }
/** These are only looked at again: small against the time a person waits for one dossier, which main reads in between. */
const KNOWN_PACE: Pace = { atOnce: 16, pause: whenIdle }

/** What a list shows of every dossier of the vault. Kept in the browser's database; the vault knows better. */
export function dossierRows() {
  const summaries = shallowRef<ReadonlyMap<string, DossierSummary>>(new Map())
  const stage = shallowRef<'loading' | 'ready'>('loading')
  const sync = shallowRef<SyncReport | null>(null)
  const rules = shallowRef<DueRules>({ law: [] })
  const database = new Database()
  const shelves = summaryShelves(database)
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

  /** What the list shows of a dossier follows from the dossier itself. */
  function note(dossier: Dossier): void {
    const listed = summaries.value.get(dossier.id)
    const summary = summariseDossier(dossier, rules.value, today())
    if ((listed?.revision ?? 0) <= dossier.revision && !isSame(summary, listed)) keep([summary], [])
  }

  function remove(id: string): void {
    keep([], [id])
  }

  function has(id: string): boolean {
    return summaries.value.has(id)
  }

  return { all, live, trashed, stage, sync, rules, start, reviewAll, note, remove, has }
}

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
