import type { IsoDate } from './calendar.ts'
import type { Dossier } from './dossier.ts'
import { isDueNow, type DueDate } from './due-date.ts'
import { duePlaceOf } from './due-source.ts'
import type { Step } from './step.ts'
import { isClosed, type Lack, type StepReview } from './step-review.ts'
import type { Warning } from './step-warnings.ts'

/** The one thing to do next, with its day where it has one. */
export type NextAction =
  | { readonly kind: 'due'; readonly due: DueDate; readonly on: IsoDate }
  | { readonly kind: 'lack'; readonly step: Step; readonly lack: Lack; readonly on: IsoDate | null }
  | { readonly kind: 'warning'; readonly step: Step; readonly warning: Warning; readonly on: null }

/**
 * What is due now; else the first thing missing that is the subscriber's turn; else the next day ahead; else what
 * contradicts itself. null = nothing is left.
 */
export function nextActionOf(
  dossier: Dossier,
  reviews: readonly StepReview[],
  dues: readonly DueDate[],
  today: IsoDate
): NextAction | null {
  const now = dues.find(isDueNow)
  if (now !== undefined) return { kind: 'due', due: now, on: now.on }
  const ahead = dues.find((due) => due.state === 'open')
  if (!isClosed(reviews)) {
    const own = firstLack(dossier, reviews, today)
    if (own !== null) return { kind: 'lack', ...own, on: dayFor(own.step, dossier, dues) }
  }
  if (ahead !== undefined) return { kind: 'due', due: ahead, on: ahead.on }
  for (const { step, state, warnings } of reviews) {
    const [warning] = warnings
    if (state === 'warning' && warning !== undefined) return { kind: 'warning', step, warning, on: null }
  }
  return null
}

function firstLack(
  dossier: Dossier,
  reviews: readonly StepReview[],
  today: IsoDate
): { readonly step: Step; readonly lack: Lack } | null {
  for (const review of reviews) {
    const [lack] = review.lacks
    if (lack !== undefined && isOwnTurn(review, dossier, today)) return { step: review.step, lack }
  }
  return null
}

function isOwnTurn(
  { step, state, waiting }: StepReview,
  { agreement, confirmation }: Dossier,
  today: IsoDate
): boolean {
  if (state === 'done' || state === 'not-needed' || state === 'waiting' || waiting !== null) return false
  // Nobody confirms what has not happened yet.
  if (step !== 'confirmation' || confirmation.receivedAt !== null) return true
  return agreement.effectiveOn !== null && agreement.effectiveOn <= today
}

/** The first open day that leads to this step, else the planned end. */
function dayFor(step: Step, { closing }: Dossier, dues: readonly DueDate[]): IsoDate | null {
  const due = dues.find(({ state, source }) => {
    const place = duePlaceOf(source)
    return state === 'open' && place.kind === 'step' && place.step === step
  })
  return due?.on ?? closing.plannedOn
}
