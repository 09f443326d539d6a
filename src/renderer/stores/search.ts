import { defineStore } from 'pinia'
import { shallowRef, watch } from 'vue'
import type { DossierSummary } from '../../shared/domain/dossier-summary.ts'
import { readSearch, searchTextOf, type SearchText } from '../views/home/dossier-search.ts'
import { useOperatorsStore } from './operators.ts'

/** What stands in the search field of the title bar, and what it finds. */
export const useSearchStore = defineStore('search', () => {
  const query = shallowRef('')
  const operators = useOperatorsStore()
  /** Made when a dossier is first looked at, and again when it has changed: a summary is replaced, never written to. */
  let texts = new WeakMap<DossierSummary, SearchText>()
  /** Those of the list looked through last, side by side with it: ten thousand are looked up in no time. */
  let row: { readonly of: readonly DossierSummary[]; readonly texts: readonly SearchText[] } | null = null
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

  function rowOf(summaries: readonly DossierSummary[]): readonly SearchText[] {
    if (row?.of !== summaries) row = { of: summaries, texts: summaries.map(textOf) }
    return row.texts
  }

  /** Those that meet the query, in their order. */
  function among(summaries: readonly DossierSummary[]): readonly DossierSummary[] {
    if (query.value.trim() === '') return summaries
    const meets = readSearch(query.value)
    const searched = rowOf(summaries)
    return summaries.filter((_, at) => meets(searched[at]!))
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
