import { CATEGORY_WORDS } from '../../../shared/domain/category.ts'
import type { Dossier } from '../../../shared/domain/dossier.ts'
import type { Exhibit } from '../../../shared/domain/exhibit.ts'
import { proofsOf } from '../../../shared/domain/part.ts'
import { summariseLedger } from '../../../shared/domain/ledger.ts'

/** What the pack has to show, in its order on the cover. */
export const POINTS = ['identity', 'dues', 'agreement', 'confirmation'] as const
export type Point = (typeof POINTS)[number]

/** How far a point is proved: 2 by a document in this pack, 1 only as stated by the subscriber, 0 not at all. */
export const POINT_STATES = ['documented', 'stated', 'unconfirmed'] as const
export type PointState = (typeof POINT_STATES)[number]

export interface PointReview {
  readonly point: Point
  readonly state: PointState
  readonly proofs: readonly Exhibit[]
}

/**
 * Reviews the four points by what stands in this pack.
 * @param shown the exhibits of the pack a reader can open; one that could not be read proves nothing
 */
export function reviewPoints(dossier: Dossier, shown: readonly Exhibit[]): readonly PointReview[] {
  const inCategory = (word: keyof typeof CATEGORY_WORDS) =>
    shown.filter((exhibit) => exhibit.number.category === CATEGORY_WORDS[word])
  const agreed = new Set(proofsOf(dossier, 'agreement').map((exhibit) => exhibit.id))
  return [
    byFacts('identity', inCategory('identity'), dossier.identity.documentNumber !== ''),
    reviewDues(dossier, shown),
    reviewAgreement(
      dossier,
      inCategory('agreement').filter((exhibit) => agreed.has(exhibit.id))
    ),
    byFacts('confirmation', inCategory('confirmation'), dossier.confirmation.receivedAt !== null)
  ]
}

function byFacts(point: Point, proofs: readonly Exhibit[], isStated: boolean): PointReview {
  return { point, proofs, state: proofs.length > 0 ? 'documented' : isStated ? 'stated' : 'unconfirmed' }
}

/** Without a date of signing no agreement is claimed. */
function reviewAgreement(dossier: Dossier, proofs: readonly Exhibit[]): PointReview {
  const { signedOn, effectiveOn } = dossier.agreement
  if (signedOn !== null) return byFacts('agreement', proofs, true)
  return { point: 'agreement', proofs, state: effectiveOn === null ? 'unconfirmed' : 'stated' }
}

/** Nothing owed, and a document for every payment. */
function reviewDues(dossier: Dossier, shown: readonly Exhibit[]): PointReview {
  const { entries } = dossier.payments
  const payments = entries.filter((entry) => entry.kind === 'payment')
  const proofs = shown.filter((exhibit) => payments.some((entry) => entry.exhibitId === exhibit.id))
  const isSettled = entries.length > 0 && summariseLedger(dossier.payments).balanceMinor <= 0
  if (!isSettled) return { point: 'dues', proofs, state: 'unconfirmed' }
  const isProven =
    payments.length > 0 && payments.every((entry) => proofs.some((exhibit) => exhibit.id === entry.exhibitId))
  return { point: 'dues', proofs, state: isProven ? 'documented' : 'stated' }
}
