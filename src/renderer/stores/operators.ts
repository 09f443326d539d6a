import { defineStore } from 'pinia'
import { shallowRef } from 'vue'
import type { Operator, OperatorRef } from '../../shared/domain/operator.ts'
import { bridge } from '../bridge/bridge.ts'

/** The rows of the operator data file. */
export const useOperatorsStore = defineStore('operators', () => {
  const operators = shallowRef<readonly Operator[]>([])

  async function start(): Promise<void> {
    operators.value = await bridge.listOperators()
  }

  function find(operator: OperatorRef): Operator | undefined {
    return operators.value.find((one) => one.id === operator.id)
  }

  return { operators, start, find }
})
