import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'
import type { OperatorListing } from '../../shared/bridge/contract.ts'
import { operatorName, type Operator, type OperatorRef } from '../../shared/domain/operator.ts'
import { operatorOf, type ListedOperator } from '../../shared/domain/operator-data.ts'
import type { ScreenLanguage } from '../../shared/domain/settings.ts'
import { bridge } from '../bridge/bridge.ts'

/** The operators the app ships, with what the user corrected and added. */
export const useOperatorsStore = defineStore('operators', () => {
  const listed = shallowRef<readonly ListedOperator[]>([])
  const damaged = shallowRef<readonly string[]>([])

  /** As lists and marks need them. */
  const operators = computed((): readonly Operator[] => listed.value.map(({ data }) => operatorOf(data)))

  async function start(): Promise<void> {
    take(await bridge.listOperators())
  }

  function take(listing: OperatorListing): void {
    listed.value = listing.operators
    damaged.value = listing.damaged
  }

  function find(operator: OperatorRef): Operator | undefined {
    return operators.value.find((one) => one.id === operator.id)
  }

  function nameOf(operator: OperatorRef, language: ScreenLanguage): string {
    return operatorName(operator, find(operator), language)
  }

  function findListed(id: string | null): ListedOperator | undefined {
    return listed.value.find(({ data }) => data.id === id)
  }

  /** Shows what main answered after a change. */
  function put(operator: ListedOperator): void {
    const known = findListed(operator.data.id) !== undefined
    listed.value = known
      ? listed.value.map((one) => (one.data.id === operator.data.id ? operator : one))
      : [...listed.value, operator]
    damaged.value = damaged.value.filter((name) => name !== `${operator.data.id}.json`)
  }

  function remove(id: string): void {
    listed.value = listed.value.filter(({ data }) => data.id !== id)
  }

  return { listed, damaged, operators, start, find, nameOf, findListed, put, remove }
})
