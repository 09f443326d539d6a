import { defineStore } from 'pinia'
import { shallowRef, watch } from 'vue'
import type { DossierSummary } from '../../shared/domain/dossier-summary.ts'
import { readSearch, searchTextOf, type SearchText } from '../views/home/dossier-search.ts'
import { useOperatorsStore } from './operators.ts'

/** A list as it was last looked through, and what was found in it: a letter taken back finds the same again. */
interface SearchedRow {
  readonly of: readonly DossierSummary[]
  readonly texts: readonly SearchText[]
  readonly found: Map<string, readonly DossierSummary[]>
}

/** Letters of some words; each may hold as many dossiers as the list. */
const MOST_QUERIES = 32

/** What stands in the search field of the title bar, and what it finds. */
export const useSearchStore = defineStore('search', () => {
  const query = shallowRef('')
  const operators = useOperatorsStore()
  /** Made when a dossier is first looked at, and again when it has changed: a summary is replaced, never written to. */
  let texts = new WeakMap<DossierSummary, SearchText>()
  /** Those of the list looked through last, side by side with it: ten thousand are looked up in no time. */
  let row: SearchedRow | null = null
  let preparation: number | null = null
  watch(
    () => operators.operators,
    () => {
      texts = new WeakMap()
      row = null
    }
  )

  function textOf(summary: DossierSummary): SearchText {
    const known = texts.get(summary)
    if (known !== undefined) return known
    const text = searchTextOf(summary, operators.find(summary.operator))
    texts.set(summary, text)
    return text
  }

  function rowOf(summaries: readonly DossierSummary[]): SearchedRow {
    if (row?.of !== summaries) row = { of: summaries, texts: summaries.map(textOf), found: new Map() }
    return row
  }

  /** Those that meet the query, in their order. */
  function among(summaries: readonly DossierSummary[]): readonly DossierSummary[] {
    if (query.value.trim() === '') return summaries
    const { texts: searched, found } = rowOf(summaries)
    const known = found.get(query.value)
    if (known !== undefined) return known
    const meets = readSearch(query.value)
    const fresh = summaries.filter((_, at) => meets(searched[at]!))
    if (found.size >= MOST_QUERIES) found.clear()
    found.set(query.value, fresh)
    return fresh
  }

  /** Makes the texts of these while the page has nothing else to do, so that the first letter need not wait for them. */
  function prepare(summaries: readonly DossierSummary[]): void {
    clearPreparation()
    let at = 0
    const step = (idle: IdleDeadline) => {
      for (; at < summaries.length && idle.timeRemaining() > 1; at += 1) textOf(summaries[at]!)
      preparation = at < summaries.length ? requestIdleCallback(step) : null
    }
    preparation = requestIdleCallback(step)
  }

  function clearPreparation(): void {
    if (preparation !== null) cancelIdleCallback(preparation)
    preparation = null
  }

  return { query, among, prepare }
})
