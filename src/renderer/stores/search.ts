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
  watch(
    () => operators.operators,
    () => {
      texts = new WeakMap()
    }
  )

  function textOf(summary: DossierSummary): SearchText {
    const known = texts.get(summary)
    if (known !== undefined) return known
    const text = searchTextOf(summary, operators.find(summary.operator))
    texts.set(summary, text)
    return text
  }

  /** Those that meet the query, in their order. */
  function among(summaries: readonly DossierSummary[]): readonly DossierSummary[] {
    if (query.value.trim() === '') return summaries
    const meets = readSearch(query.value)
    return summaries.filter((summary) => meets(textOf(summary)))
  }

  return { query, among }
})
