import type { OperatorRef } from '../../shared/domain/operator.ts'
import { refOf, type OperatorData } from '../../shared/domain/operator-data.ts'

/** One of the shipped operators by its id or one of its names, or another one by the name that was typed. */
export function findOperator(typed: string, operators: readonly OperatorData[]): OperatorRef {
  const wanted = typed.toLocaleLowerCase('ru')
  const found = operators.find(
    ({ id, names }) =>
      id === wanted || Object.values(names).some((name) => name.toLocaleLowerCase('ru') === wanted)
  )
  return found === undefined ? { id: null, name: typed } : refOf(found)
}
