import { computed, watch } from 'vue'
import { useI18n } from 'vue-i18n'
import { namesFor } from '../../../shared/domain/dossier.ts'
import { useLanguage } from '../../composables/use-language.ts'
import { useDossiersStore } from '../../stores/dossiers.ts'
import { useHomeStore } from '../../stores/home.ts'
import { useOperatorsStore } from '../../stores/operators.ts'
import { useSearchStore } from '../../stores/search.ts'
import { LIST_FILTERS, operatorKey, sortDossiers } from './dossier-list.ts'

/** The dossiers as the list shows them: of one operator or all, in one state or all, in order, as searched for. */
export function useDossierList() {
  const { t } = useI18n()
  const language = useLanguage()
  const dossiers = useDossiersStore()
  const operators = useOperatorsStore()
  const home = useHomeStore()
  const search = useSearchStore()

  watch(
    () => dossiers.live,
    (live) => search.prepare(live),
    { immediate: true }
  )

  const operatorOptions = computed(() => {
    const names = new Map<string, string>()
    for (const { operator: one } of dossiers.live) {
      const key = operatorKey(one)
      if (!names.has(key)) names.set(key, operators.nameOf(one, language.value))
    }
    return [...names].map(([value, label]) => ({ value, label }))
  })
  /** One that has no dossier any more is no choice, and hides nothing. */
  const operator = computed({
    get: () => (operatorOptions.value.some(({ value }) => value === home.operator) ? home.operator : ''),
    set: (key) => (home.operator = key)
  })
  const ofOperator = computed(() =>
    operator.value === ''
      ? dossiers.live
      : dossiers.live.filter((summary) => operatorKey(summary.operator) === operator.value)
  )
  const inState = (wanted: (typeof LIST_FILTERS)[number]) =>
    wanted === 'all' ? ofOperator.value : ofOperator.value.filter(({ state }) => state === wanted)
  const tabs = computed(() =>
    LIST_FILTERS.map((value) => ({
      value,
      label: t(`home.filters.${value}`),
      count: inState(value).length
    }))
  )
  const sorted = computed(() =>
    sortDossiers(
      inState(home.filter),
      home.sort,
      ({ subscriber }) => namesFor(subscriber, language.value)[0] ?? ''
    )
  )
  const found = computed(() => search.among(sorted.value))

  return { operatorOptions, operator, tabs, found }
}
