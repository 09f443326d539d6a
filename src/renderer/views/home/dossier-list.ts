import type { IsoDate } from '../../../shared/domain/calendar.ts'
import type { Dossier } from '../../../shared/domain/dossier.ts'
import { summariseLedger } from '../../../shared/domain/ledger.ts'
import type { Operator } from '../../../shared/domain/operator.ts'
import {
  reviewDossier,
  type Lack,
  type Part,
  type PartReview,
  type Warning
} from '../../../shared/domain/part.ts'

export const LIST_FILTERS = ['all', 'in-progress', 'waiting', 'done'] as const
export type ListFilter = (typeof LIST_FILTERS)[number]
export const LIST_SORTS = ['change', 'number'] as const
export type ListSort = (typeof LIST_SORTS)[number]

/** The one thing to do next: a contradiction, something missing, or the operator to be asked. */
export type Deed =
  | { readonly kind: 'warning'; readonly part: Part; readonly warning: Warning }
  | { readonly kind: 'lack'; readonly part: Part; readonly lack: Lack }
  | { readonly kind: 'chase'; readonly part: Part; readonly days: number }

export interface ListedDossier {
  readonly dossier: Dossier
  readonly reviews: readonly PartReview[]
  readonly state: Exclude<ListFilter, 'all'>
  readonly balanceMinor: number
  /** Most pressing first. */
  readonly deeds: readonly Deed[]
}

export function listDossier(dossier: Dossier, today: IsoDate): ListedDossier {
  const reviews = reviewDossier(dossier, today)
  return {
    dossier,
    reviews,
    state: stateOf(reviews),
    balanceMinor: summariseLedger(dossier.payments).balanceMinor,
    deeds: deedsOf(reviews)
  }
}

/** Closed when every part is done; waiting when nothing is left to do but to wait for the operator. */
function stateOf(reviews: readonly PartReview[]): ListedDossier['state'] {
  const open = reviews.filter((review) => review.state !== 'done')
  if (open.length === 0) return 'done'
  return open.every((review) => review.state === 'waiting') ? 'waiting' : 'in-progress'
}

function deedsOf(reviews: readonly PartReview[]): readonly Deed[] {
  const warnings = reviews.flatMap(({ part, warnings: found }) =>
    found.map((warning): Deed => ({ kind: 'warning', part, warning }))
  )
  const waiting = reviews.flatMap(({ part, waitingDays }): readonly Deed[] =>
    waitingDays === null ? [] : [{ kind: 'chase', part, days: waitingDays }]
  )
  const lacks = reviews.flatMap(({ part, lacks: found, waitingDays }) =>
    // While the confirmation is awaited, to ask for it is what can be done about it.
    waitingDays === null ? found.map((lack): Deed => ({ kind: 'lack', part, lack })) : []
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
    dossier.identity.contractNumber
  ]
    .join('\n')
    .toLocaleLowerCase()
  const digits = `${dossier.phoneNumber}\n${dossier.identity.contractNumber}`.replace(/[^\d\n]/g, '')
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
