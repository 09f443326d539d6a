import type { IntakeOutcome } from '../../../shared/domain/intake.ts'

/** So many files that went as wished are named one by one; of more only the count is said. */
const MOST_NAMED = 4

export interface OutcomeSummary {
  readonly added: number
  readonly known: number
  readonly refused: number
  /** What is worth a line of its own: everything that did not simply work, first. */
  readonly rows: readonly IntakeOutcome[]
}

export function summariseOutcomes(outcomes: readonly IntakeOutcome[]): OutcomeSummary {
  const count = (state: IntakeOutcome['state']) => outcomes.filter((one) => one.state === state).length
  const quiet = outcomes.filter((one) => one.state === 'added' && one.oddities.length === 0)
  const loud = outcomes.filter((one) => !quiet.includes(one))
  const rank: Readonly<Record<IntakeOutcome['state'], number>> = { refused: 0, added: 1, known: 2 }
  return {
    added: count('added'),
    known: count('known'),
    refused: count('refused'),
    rows: [
      ...loud.toSorted((a, b) => rank[a.state] - rank[b.state]),
      ...(quiet.length <= MOST_NAMED ? quiet : [])
    ]
  }
}
