import type { IsoDate } from '../../../shared/domain/calendar.ts'
import type { Dossier } from '../../../shared/domain/dossier.ts'
import { summariseLedger } from '../../../shared/domain/ledger.ts'
import type { Operator } from '../../../shared/domain/operator.ts'
import type { Step } from '../../../shared/domain/step.ts'
import { isClosed, reviewSteps, type Lack, type StepReview } from '../../../shared/domain/step-review.ts'
import type { Warning } from '../../../shared/domain/step-warnings.ts'

export const LIST_FILTERS = ['all', 'in-progress', 'waiting', 'done'] as const
export type ListFilter = (typeof LIST_FILTERS)[number]
export const LIST_SORTS = ['change', 'number'] as const
export type ListSort = (typeof LIST_SORTS)[number]

/** The one thing to do next: a contradiction, something missing, or the operator to be asked. */
export type Deed =
  | { readonly kind: 'warning'; readonly step: Step; readonly warning: Warning }
  | { readonly kind: 'lack'; readonly step: Step; readonly lack: Lack }
  | { readonly kind: 'chase'; readonly step: Step; readonly days: number }

export interface ListedDossier {
  readonly dossier: Dossier
  readonly reviews: readonly StepReview[]
  readonly state: Exclude<ListFilter, 'all'>
  readonly balanceMinor: number
  /** Most pressing first. */
  readonly deeds: readonly Deed[]
}

export function listDossier(dossier: Dossier, today: IsoDate): ListedDossier {
  const reviews = reviewSteps(dossier, today)
  return {
    dossier,
    reviews,
    state: stateOf(reviews),
    balanceMinor: summariseLedger(dossier.payments)[0].balanceMinor,
    deeds: deedsOf(reviews)
  }
}

/** Closed when every step is done; waiting when nothing is left to do but to wait for the operator. */
function stateOf(reviews: readonly StepReview[]): ListedDossier['state'] {
  if (isClosed(reviews)) return 'done'
  const open = reviews.filter(({ state }) => state !== 'done' && state !== 'not-needed')
  return open.every((review) => review.state === 'waiting') ? 'waiting' : 'in-progress'
}

function deedsOf(reviews: readonly StepReview[]): readonly Deed[] {
  const warnings = reviews.flatMap(({ step, warnings: found }) =>
    found.map((warning): Deed => ({ kind: 'warning', step, warning }))
  )
  const waiting = reviews.flatMap(({ step, waiting: found }): readonly Deed[] =>
    found === null || found.code === 'answer' ? [] : [{ kind: 'chase', step, days: found.days }]
  )
  const lacks = reviews.flatMap(({ step, lacks: found, waiting: awaited }) =>
    // While an answer is awaited, to ask for it is what can be done about it.
    awaited === null ? found.map((lack): Deed => ({ kind: 'lack', step, lack })) : []
  )
  return [...warnings, ...lacks, ...waiting]
}

/** Finds by number, names, operator and contract; every word must occur somewhere. */
export function matches(dossier: Dossier, operator: Operator | undefined, query: string): boolean {
  const { latin, cyrillic, chinese } = dossier.subscriber
  const text = [
    dossier.phoneNumber,
    latin,
    cyrillic,
    chinese,
    dossier.operator.name,
    dossier.operator.id ?? '',
    operator?.name ?? '',
    operator?.mark ?? '',
    dossier.contract.number
  ]
    .join('\n')
    .toLocaleLowerCase()
  const digits = `${dossier.phoneNumber}\n${dossier.contract.number}`.replace(/[^\d\n]/g, '')
  const words = query
    .toLocaleLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '')
  const typedDigits = query.replace(/\D/g, '')
  // A number is typed with spaces, hyphens and brackets, or as 8 916: only its figures count.
  const isNumber = typedDigits.length >= 2 && /^[\d\s()+\u2010-\u2015-]+$/.test(query)
  if (isNumber && digits.includes(typedDigits.replace(/^8(?=\d{4,})/, ''))) return true
  return words.every((word) => text.includes(word))
}

export function sortDossiers(listed: readonly ListedDossier[], sort: ListSort): readonly ListedDossier[] {
  return listed.toSorted((a, b) =>
    sort === 'number'
      ? a.dossier.phoneNumber.localeCompare(b.dossier.phoneNumber, 'en')
      : b.dossier.changedAt.localeCompare(a.dossier.changedAt, 'en')
  )
}
