import type { IsoDate } from './calendar.ts'
import { closingRequests } from './closing-requests.ts'
import { liveExhibits, type Dossier } from './dossier.ts'
import type { Exhibit } from './exhibit.ts'
import { owedIn, type Owed } from './ledger.ts'
import { exhibitsFor, provenIds } from './proof-target.ts'
import type { Step } from './step.ts'
import { proofsOf } from './step-proofs.ts'
import { warningsOf } from './step-warnings.ts'

/** What has to be proved in a dispute, in the order of the pack's cover. */
export const OBLIGATIONS = ['identity', 'request', 'dues', 'agreement', 'equipment', 'confirmation'] as const
export type Obligation = (typeof OBLIGATIONS)[number]

/** Weakest first. `corroborated` = two or more independent exhibits. */
export const PROOF_LEVELS = ['none', 'stated', 'documented', 'corroborated'] as const
export type ProofLevel = (typeof PROOF_LEVELS)[number]

/** Where the gap is closed: the step that holds the facts of an obligation. */
export const STEP_OF: Readonly<Record<Obligation, Step>> = {
  identity: 'identity',
  request: 'contact',
  dues: 'payments',
  agreement: 'agreement',
  equipment: 'equipment',
  confirmation: 'confirmation'
}

/** Why the level is what it is; every code has a sentence a layman acts on. */
export type ReadinessReason =
  | { readonly code: 'nothing' | 'only-stated' | 'one-document' | 'corroborated' }
  | { readonly code: 'document-expires'; readonly on: IsoDate }
  | { readonly code: 'still-owed'; readonly owed: readonly Owed[] }
  | { readonly code: 'payment-unproven'; readonly entryIds: readonly string[] }
  | { readonly code: 'device-unproven'; readonly deviceIds: readonly string[] }
  | { readonly code: 'nothing-to-return' }

export interface ObligationReview {
  readonly obligation: Obligation
  readonly level: ProofLevel
  readonly reasons: readonly ReadinessReason[]
  /** What proves it or a part of it, in the dossier's order. */
  readonly exhibits: readonly Exhibit[]
}

/** Whether more papers would add nothing that is needed. */
export function isEnough(review: ObligationReview): boolean {
  return isProven(review) && !review.reasons.some(({ code }) => code === 'document-expires')
}

/**
 * What is most worth mending first: what only lacks a proof before what has not begun, then what is proved with
 * a flaw, then what is enough. Within these the order of the cover stays.
 */
export function byWorth(reviews: readonly ObligationReview[]): readonly ObligationReview[] {
  const rank = (review: ObligationReview) =>
    isEnough(review) ? 3 : isProven(review) ? 2 : review.level === 'none' ? 1 : 0
  return reviews.toSorted((a, b) => rank(a) - rank(b))
}

export function isProven({ level }: ObligationReview): boolean {
  return level === 'documented' || level === 'corroborated'
}

/**
 * How far each obligation is proved. `today` in the reader's own zone.
 * @param usable which exhibits count; the pack leaves out those it cannot show
 */
export function reviewReadiness(
  dossier: Dossier,
  today: IsoDate,
  usable: (exhibit: Exhibit) => boolean = () => true
): readonly ObligationReview[] {
  return OBLIGATIONS.map((obligation) => {
    const { stated, isComplete, exhibits, reasons } = rules[obligation](dossier, today, usable)
    const level = levelOf(stated, isComplete ? exhibits : [])
    return { obligation, level, exhibits, reasons: [...reasons, { code: plainReason[level] }] }
  })
}

interface Found {
  /** Whether the subscriber's own facts claim it. */
  readonly stated: boolean
  /** Whether every part of it has happened and has its own proof; else the exhibits prove only some of it. */
  readonly isComplete: boolean
  readonly exhibits: readonly Exhibit[]
  readonly reasons: readonly ReadinessReason[]
}

const plainReason = {
  none: 'nothing',
  stated: 'only-stated',
  documented: 'one-document',
  corroborated: 'corroborated'
} as const satisfies Record<ProofLevel, string>

/** Two exhibits are independent when they are not the same bytes. */
function levelOf(stated: boolean, exhibits: readonly Exhibit[]): ProofLevel {
  const distinct = new Set(exhibits.map((exhibit) => exhibit.file.sha256)).size
  if (distinct >= 2) return 'corroborated'
  return distinct === 1 ? 'documented' : stated ? 'stated' : 'none'
}

type Rule = (dossier: Dossier, today: IsoDate, usable: (exhibit: Exhibit) => boolean) => Found

const rules: Readonly<Record<Obligation, Rule>> = {
  identity: (dossier, today, usable) => ({
    stated: dossier.identity.documents.some(({ number }) => number !== ''),
    isComplete: true,
    exhibits: proofsOf(dossier, 'identity').filter(usable),
    reasons: warningsOf(dossier, 'identity', today).flatMap((warning): readonly ReadinessReason[] =>
      warning.code === 'document-expired' || warning.code === 'document-expires-early'
        ? [{ code: 'document-expires', on: warning.on }]
        : []
    )
  }),
  request: (dossier, _today, usable) => {
    const asked = closingRequests(dossier)
    const linked = asked.flatMap(({ id }) => exhibitsFor(dossier, { kind: 'contact', id }))
    const exhibits = [...new Set([...linked, ...proofsOf(dossier, 'contact')])].filter(usable)
    return {
      stated: asked.length > 0 || dossier.agreement.appliedOn !== null,
      isComplete: asked.length > 0,
      exhibits,
      reasons: []
    }
  },
  dues: (dossier, _today, usable) => {
    const { entries } = dossier.payments
    const owed = owedIn(dossier.payments)
    const payments = entries.filter((entry) => entry.kind === 'payment')
    const shown = liveExhibits(dossier).filter(usable)
    const proven = provenIds({ ...dossier, exhibits: shown }, 'entry')
    const unproven = payments.filter((entry) => !proven.has(entry.id)).map((entry) => entry.id)
    const isSettled = entries.length > 0 && owed.length === 0
    const ofLedger = shown.filter((exhibit) => exhibit.proves.some((target) => target.kind === 'entry'))
    return {
      stated: isSettled,
      isComplete: isSettled && unproven.length === 0,
      exhibits: ofLedger,
      reasons: [
        ...(owed.length > 0 ? [{ code: 'still-owed', owed } as const] : []),
        ...(unproven.length > 0 ? [{ code: 'payment-unproven', entryIds: unproven } as const] : [])
      ]
    }
  },
  agreement: (dossier, _today, usable) => ({
    // Without a date of signing no agreement is claimed.
    stated: dossier.agreement.signedOn !== null || dossier.agreement.effectiveOn !== null,
    isComplete: dossier.agreement.signedOn !== null,
    exhibits: proofsOf(dossier, 'agreement').filter(usable),
    reasons: []
  }),
  equipment: (dossier, _today, usable) => {
    const { nothingToReturn, devices } = dossier.equipment
    const shown = liveExhibits(dossier).filter(usable)
    if (devices.length === 0) {
      return {
        stated: nothingToReturn,
        isComplete: nothingToReturn,
        exhibits: proofsOf(dossier, 'equipment').filter(usable),
        reasons: nothingToReturn ? [{ code: 'nothing-to-return' }] : []
      }
    }
    const proven = provenIds({ ...dossier, exhibits: shown }, 'device')
    const unproven = devices.filter(({ id }) => !proven.has(id)).map(({ id }) => id)
    const areReturned = devices.every(({ returnedOn }) => returnedOn !== null)
    return {
      stated: areReturned,
      isComplete: areReturned && unproven.length === 0,
      exhibits: shown.filter((exhibit) => exhibit.proves.some((target) => target.kind === 'device')),
      reasons: unproven.length > 0 ? [{ code: 'device-unproven', deviceIds: unproven }] : []
    }
  },
  confirmation: (dossier, _today, usable) => ({
    stated: dossier.confirmation.receivedAt !== null,
    isComplete: dossier.confirmation.receivedAt !== null,
    exhibits: proofsOf(dossier, 'confirmation').filter(usable),
    reasons: []
  })
}
