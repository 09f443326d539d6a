import { defineStore } from 'pinia'
import { shallowRef } from 'vue'
import { mergeDeeds, type Deed } from '../history/deed.ts'

/** What can be taken back, and what was; the newest last. */
interface Past {
  readonly done: readonly Deed[]
  readonly undone: readonly Deed[]
}

export type DeedKind = 'deed' | 'undo' | 'redo'

const NOTHING: Past = { done: [], undone: [] }
/** A day of work. Older deeds are beyond what anyone remembers having done. */
const MOST_DEEDS = 500

/** What was changed in each dossier since the app was started. */
export const useHistoryStore = defineStore('history', () => {
  const pasts = shallowRef<ReadonlyMap<string, Past>>(new Map())

  function of(dossierId: string): Past {
    return pasts.value.get(dossierId) ?? NOTHING
  }

  /** Notes what was done. An undo takes the last deed away and can itself be taken back, and the other way round. */
  function note(dossierId: string, deed: Deed, kind: DeedKind): void {
    const { done, undone } = of(dossierId)
    const next: Readonly<Record<DeedKind, () => Past>> = {
      deed: () => ({ done: withDeed(done, deed), undone: [] }),
      undo: () => ({ done: done.slice(0, -1), undone: [...undone, deed] }),
      redo: () => ({ done: [...done, deed], undone: undone.slice(0, -1) })
    }
    pasts.value = new Map(pasts.value).set(dossierId, next[kind]())
  }

  /** Lets go of the newest deed of a stack: it can no longer be taken back, and those before it may. */
  function drop(dossierId: string, kind: 'undo' | 'redo'): void {
    const { done, undone } = of(dossierId)
    const left = kind === 'undo' ? { done: done.slice(0, -1), undone } : { done, undone: undone.slice(0, -1) }
    pasts.value = new Map(pasts.value).set(dossierId, left)
  }

  return { of, note, drop }
})

function withDeed(done: readonly Deed[], deed: Deed): readonly Deed[] {
  const last = done.at(-1)
  const merged = last === undefined ? null : mergeDeeds(last, deed)
  return merged === null ? [...done, deed].slice(-MOST_DEEDS) : [...done.slice(0, -1), merged]
}
