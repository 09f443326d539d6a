import type { NormResult, PackVerdict } from '../../../shared/domain/pack-norm.ts'

type State = NormResult['state']

/** What needs reading first comes first; within it the norms keep their order. */
const ORDER: readonly State[] = ['not-held', 'changed', 'held', 'not-asked']

export function normLines({ norms }: PackVerdict): readonly NormResult[] {
  return norms.toSorted((a, b) => ORDER.indexOf(a.state) - ORDER.indexOf(b.state))
}

export function countState({ norms }: PackVerdict, state: State): number {
  return norms.filter((result) => result.state === state).length
}
