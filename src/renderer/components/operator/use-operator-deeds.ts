import type { OperatorEdit } from '../../../shared/domain/operator-edit.ts'
import { bridge } from '../../bridge/bridge.ts'
import { useOperatorsStore } from '../../stores/operators.ts'

/** The code of what went wrong, or null. */
type Outcome = Promise<string | null>

/** What can be done to one operator; the list shows what main answered. */
export function useOperatorDeeds(id: () => string): {
  readonly edit: (edit: OperatorEdit) => Outcome
  readonly remove: () => Outcome
} {
  const operators = useOperatorsStore()
  return {
    async edit(edit) {
      const answer = await bridge.editOperator({ id: id(), edit })
      if (!answer.ok) return answer.code
      operators.put(answer.value)
      return null
    },
    async remove() {
      const answer = await bridge.removeOperator({ id: id() })
      if (!answer.ok) return answer.code
      if (answer.value === null) operators.remove(id())
      else operators.put(answer.value)
      return null
    }
  }
}
