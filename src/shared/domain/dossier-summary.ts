import { beginningOf } from './beginning-of.ts'
import type { Instant, IsoDate } from './calendar.ts'
import { liveExhibits, type Dossier, type SubscriberNames } from './dossier.ts'
import { dueDatesOf, type DueDate, type DueRules } from './due-date.ts'
import { summariseLedger, type Owed } from './ledger.ts'
import { nextActionOf, type NextAction } from './next-action.ts'
import type { OperatorRef } from './operator.ts'
import { isProven, reviewReadiness } from './readiness.ts'
import type { StepState } from './step.ts'
import { isClosed, reviewSteps, type StepReview } from './step-review.ts'

/** How a dossier stands as a whole; `waiting` = nothing is left to do but to wait for somebody else. */
export const DOSSIER_STATES = ['in-progress', 'waiting', 'done'] as const
export type DossierState = (typeof DOSSIER_STATES)[number]

/** A due date, with the name of the record it is about, where that has one. Its id and place follow from its source. */
export type ListedDue = Pick<DueDate, 'on' | 'isUndated' | 'source' | 'laterUntil'> & {
  readonly about: string
}

/** What comes next, with the name of the record it is about; a due date is one of the summary's own. */
export type ListedAction =
  | { readonly kind: 'due'; readonly due: ListedDue; readonly on: IsoDate; readonly about: string }
  | (Exclude<NextAction, { kind: 'due' }> & { readonly about: string })

/**
 * What a list shows of a dossier: small enough that ten thousand fit into the page at once. It holds for the day it was
 * made on; days still to go and days over are counted when they are shown.
 */
export interface DossierSummary {
  readonly id: string
  readonly revision: number
  readonly changedAt: Instant
  readonly trashedAt: Instant | null
  readonly operator: OperatorRef
  readonly phoneNumber: string
  readonly subscriber: SubscriberNames
  readonly contractNumber: string
  readonly exhibitCount: number
  readonly state: DossierState
  /** In the order of the steps. */
  readonly steps: readonly StepState[]
  /** null = nothing is left to do. */
  readonly next: ListedAction | null
  /** Everything with a day that is not done, by day. */
  readonly dues: readonly ListedDue[]
  /** Charged less paid, one sum for each currency there are entries in. */
  readonly balances: readonly Owed[]
  /** How many of the obligations are documented or better. */
  readonly provenCount: number
  /** The last pack made. */
  readonly pack: { readonly pages: number; readonly madeAt: Instant } | null
  /** The day of the confirmation. */
  readonly confirmedOn: IsoDate | null
}

/** Summarises a dossier for lists. `today` in the reader's own zone. */
export function summariseDossier(dossier: Dossier, rules: DueRules, today: IsoDate): DossierSummary {
  const reviews = reviewSteps(dossier, today)
  const dues = dueDatesOf(dossier, rules, today).filter(({ state }) => state !== 'done')
  const action = nextActionOf(dossier, reviews, dues, today)
  const pack = dossier.packs.at(-1)
  return {
    id: dossier.id,
    revision: dossier.revision,
    changedAt: dossier.changedAt,
    trashedAt: dossier.trashedAt,
    operator: dossier.operator,
    phoneNumber: dossier.phoneNumber,
    subscriber: dossier.subscriber,
    contractNumber: dossier.contract.number,
    exhibitCount: liveExhibits(dossier).length,
    state: stateOf(reviews),
    steps: reviews.map(({ state }) => state),
    next: action === null ? null : listAction(dossier, action),
    dues: dues.map((due) => listDue(dossier, due)),
    balances: summariseLedger(dossier.payments)
      .filter(({ rows }) => rows.length > 0)
      .map(({ currency, balanceMinor }) => ({ currency, amountMinor: balanceMinor })),
    provenCount: reviewReadiness(dossier, today).filter(isProven).length,
    pack: pack === undefined ? null : { pages: pack.pages, madeAt: pack.madeAt },
    confirmedOn: dossier.confirmation.receivedAt?.local.slice(0, 10) ?? null
  }
}

function stateOf(reviews: readonly StepReview[]): DossierState {
  if (isClosed(reviews)) return 'done'
  const isOthersTurn = ({ state }: StepReview) => ['waiting', 'done', 'not-needed'].includes(state)
  return reviews.every(isOthersTurn) ? 'waiting' : 'in-progress'
}

function listDue(dossier: Dossier, due: DueDate): ListedDue {
  const { on, isUndated, source, laterUntil } = due
  return { on, isUndated, source, laterUntil, about: aboutOf(dossier, source) }
}

function listAction(dossier: Dossier, action: NextAction): ListedAction {
  if (action.kind === 'due') {
    const due = listDue(dossier, action.due)
    return { kind: 'due', due, on: due.on, about: due.about }
  }
  return { ...action, about: aboutOf(dossier, action.kind === 'lack' ? action.lack : action.warning) }
}

/** The record something is about, in the user's own words, as far as a list has room for them. */
export function aboutOf(dossier: Dossier, what: object): string {
  if ('reminderId' in what) return dossier.reminders.find(({ id }) => id === what.reminderId)?.text ?? ''
  if ('deviceId' in what) {
    return beginningOf(dossier.equipment.devices.find(({ id }) => id === what.deviceId)?.model ?? '')
  }
  if ('contactId' in what) {
    return beginningOf(dossier.contacts.find(({ id }) => id === what.contactId)?.promised ?? '')
  }
  if (!('entryId' in what)) return ''
  return dossier.payments.entries.find(({ id }) => id === what.entryId)?.on ?? ''
}
