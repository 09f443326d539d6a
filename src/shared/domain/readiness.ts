import { CATEGORY_WORDS } from './category.ts'
import type { IsoDate } from './calendar.ts'
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
  /** What proves it, in the dossier's order. */
  readonly exhibits: readonly Exhibit[]
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
    const { stated, exhibits, reasons } = rules[obligation](dossier, today, usable)
    const level = levelOf(stated, exhibits)
    return { obligation, level, exhibits, reasons: [...reasons, { code: plainReason[level] }] }
  })
}

interface Found {
  /** Whether the subscriber's own facts claim it. */
  readonly stated: boolean
  /** Exhibits that prove it; empty while a part of it is unproved. */
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
    exhibits: proofsOf(dossier, 'identity').filter(usable),
    reasons: warningsOf(dossier, 'identity', today).flatMap((warning): readonly ReadinessReason[] =>
      warning.code === 'document-expired' || warning.code === 'document-expires-early'
        ? [{ code: 'document-expires', on: warning.on }]
        : []
    )
  }),
  request: (dossier, _today, usable) => {
    const asked = dossier.contacts.filter((contact) => contact.purpose === 'closing')
    const linked = asked.flatMap(({ id }) => exhibitsFor(dossier, { kind: 'contact', id }))
    const exhibits = [...new Set([...linked, ...proofsOf(dossier, 'contact')])].filter(usable)
    return {
      stated: asked.length > 0 || dossier.agreement.appliedOn !== null,
      exhibits: asked.length > 0 ? exhibits : [],
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
      exhibits: isSettled && unproven.length === 0 ? ofLedger : [],
      reasons: [
        ...(owed.length > 0 ? [{ code: 'still-owed', owed } as const] : []),
        ...(unproven.length > 0 ? [{ code: 'payment-unproven', entryIds: unproven } as const] : [])
      ]
    }
  },
  agreement: (dossier, _today, usable) => ({
    // Without a date of signing no agreement is claimed.
    stated: dossier.agreement.signedOn !== null || dossier.agreement.effectiveOn !== null,
    exhibits: dossier.agreement.signedOn === null ? [] : proofsOf(dossier, 'agreement').filter(usable),
    reasons: []
  }),
  equipment: (dossier, _today, usable) => {
    const { nothingToReturn, devices } = dossier.equipment
    const shown = liveExhibits(dossier).filter(usable)
    if (devices.length === 0) {
      return {
        stated: nothingToReturn,
        exhibits: nothingToReturn ? proofsOf(dossier, 'equipment').filter(usable) : [],
        reasons: nothingToReturn ? [{ code: 'nothing-to-return' }] : []
      }
    }
    const proven = provenIds({ ...dossier, exhibits: shown }, 'device')
    const unproven = devices.filter(({ id }) => !proven.has(id)).map(({ id }) => id)
    const areReturned = devices.every(({ returnedOn }) => returnedOn !== null)
    return {
      stated: areReturned,
      exhibits:
        areReturned && unproven.length === 0
          ? shown.filter((exhibit) => exhibit.number.category === CATEGORY_WORDS.equipment)
          : [],
      reasons: unproven.length > 0 ? [{ code: 'device-unproven', deviceIds: unproven }] : []
    }
  },
  confirmation: (dossier, _today, usable) => ({
    stated: dossier.confirmation.receivedAt !== null,
    exhibits:
      dossier.confirmation.receivedAt === null ? [] : proofsOf(dossier, 'confirmation').filter(usable),
    reasons: []
  })
}
