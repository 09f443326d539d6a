import type { Operator, OperatorRef } from '../../shared/domain/operator.ts'

/** One of the data file by its id or name, or another one by the name that was typed. */
export function findOperator(typed: string, operators: readonly Operator[]): OperatorRef {
  const wanted = typed.toLocaleLowerCase('ru')
  const found = operators.find(({ id, name }) => id === wanted || name.toLocaleLowerCase('ru') === wanted)
  return found === undefined ? { id: null, name: typed } : { id: found.id, name: found.name }
}
