import { daysBetween, type IsoDate } from './calendar.ts'
import { CATEGORY_WORDS, type Category } from './category.ts'
import { liveExhibits, type Dossier } from './dossier.ts'
import type { Exhibit } from './exhibit.ts'
import { summariseLedger } from './ledger.ts'

/** The four parts the record pack is made of, in their order on screen and in the pack. */
export const PARTS = ['identity', 'payments', 'agreement', 'confirmation'] as const
export type Part = (typeof PARTS)[number]

export const PART_CATEGORY: Readonly<Record<Part, Category>> = {
  identity: CATEGORY_WORDS.identity,
  payments: CATEGORY_WORDS.payments,
  agreement: CATEGORY_WORDS.agreement,
  confirmation: CATEGORY_WORDS.confirmation
}

/** A paper drawn up this long before the signing belongs to something else; drafts are younger. */
const LONGEST_DRAFT_DAYS = 31

/**
 * The exhibits that can prove a part: those of its category. Category C also holds the contract itself, which
 * proves no agreement on ending it: what is dated on or before the contract, or long before the signing, is left out.
 */
export function proofsOf(dossier: Dossier, part: Part): readonly Exhibit[] {
  const inCategory = liveExhibits(dossier).filter(
    (exhibit) => exhibit.number.category === PART_CATEGORY[part]
  )
  return part === 'agreement' ? inCategory.filter((exhibit) => isAboutEnding(dossier, exhibit)) : inCategory
}

function isAboutEnding({ agreement, identity }: Dossier, { madeOn }: Exhibit): boolean {
  if (madeOn === null) return true
  if (identity.contractOn !== null && madeOn.on <= identity.contractOn) return false
  return agreement.signedOn === null || daysBetween(madeOn.on, agreement.signedOn) <= LONGEST_DRAFT_DAYS
}

/** What a part still lacks. Every one has a sentence in the locale files that says what to do. */
export type Lack =
  | { readonly code: 'document-number' }
  | { readonly code: 'contract-number' }
  | { readonly code: 'identity-proof' }
  | { readonly code: 'ledger-empty' }
  | { readonly code: 'owed'; readonly balanceMinor: number }
  | { readonly code: 'payment-proof'; readonly entryId: string }
  | { readonly code: 'agreement-signed' }
  | { readonly code: 'agreement-effective' }
  | { readonly code: 'agreement-proof' }
  | { readonly code: 'confirmation' }
  | { readonly code: 'confirmation-proof' }

/** What contradicts itself or costs money. It is saved as typed, and said beside the field. */
export type Warning =
  | { readonly code: 'expires-before-issue'; readonly field: 'expiresOn' }
  | { readonly code: 'issued-before-birth'; readonly field: 'issuedOn' }
  | { readonly code: 'document-expired'; readonly field: 'expiresOn'; readonly on: IsoDate }
  | { readonly code: 'effective-before-signed'; readonly field: 'effectiveOn' }
  | { readonly code: 'signed-while-owed'; readonly field: 'signedOn'; readonly balanceMinor: number }
  | { readonly code: 'confirmed-before-agreed'; readonly field: 'receivedAt' }

/** Computed from facts and proofs alone; `waiting` = the operator's turn. */
export type PartState = 'open' | 'in-progress' | 'warning' | 'waiting' | 'done'

export interface PartReview {
  readonly part: Part
  readonly state: PartState
  readonly lacks: readonly Lack[]
  readonly warnings: readonly Warning[]
  /** Whole days since the agreement took effect, while the confirmation is awaited. */
  readonly waitingDays: number | null
}

/** Reviews all four parts. `today` in the reader's own zone. */
export function reviewDossier(dossier: Dossier, today: IsoDate): readonly PartReview[] {
  return PARTS.map((part) => {
    const lacks = lacksOf[part](dossier)
    const warnings = warningsOf[part](dossier, today)
    const waitingDays = part === 'confirmation' ? daysWaiting(dossier, today) : null
    return { part, lacks, warnings, waitingDays, state: stateOf(dossier, part, lacks, warnings, waitingDays) }
  })
}

function stateOf(
  dossier: Dossier,
  part: Part,
  lacks: readonly Lack[],
  warnings: readonly Warning[],
  waitingDays: number | null
): PartState {
  if (warnings.length > 0) return 'warning'
  if (lacks.length === 0) return 'done'
  if (waitingDays !== null) return 'waiting'
  return isUntouched(dossier, part) ? 'open' : 'in-progress'
}

function isUntouched(dossier: Dossier, part: Part): boolean {
  if (proofsOf(dossier, part).length > 0) return false
  const values: Readonly<Record<Part, readonly unknown[]>> = {
    identity: Object.values(dossier.identity),
    payments: dossier.payments.entries,
    agreement: Object.values(dossier.agreement),
    confirmation: Object.values(dossier.confirmation)
  }
  return values[part].every((value) => value === '' || value === null)
}

function daysWaiting(dossier: Dossier, today: IsoDate): number | null {
  const { effectiveOn } = dossier.agreement
  if (effectiveOn === null || effectiveOn > today || dossier.confirmation.receivedAt !== null) return null
  return daysBetween(effectiveOn, today)
}

const lacksOf: Readonly<Record<Part, (dossier: Dossier) => readonly Lack[]>> = {
  identity: (dossier) => [
    ...lack(dossier.identity.documentNumber === '', { code: 'document-number' }),
    ...lack(dossier.identity.contractNumber === '', { code: 'contract-number' }),
    ...lack(proofsOf(dossier, 'identity').length === 0, { code: 'identity-proof' })
  ],
  payments: (dossier) => {
    const { balanceMinor } = summariseLedger(dossier.payments)
    const live = new Set(liveExhibits(dossier).map((exhibit) => exhibit.id))
    const unproven = dossier.payments.entries.filter(
      (entry) => entry.kind === 'payment' && (entry.exhibitId === null || !live.has(entry.exhibitId))
    )
    return [
      ...lack(dossier.payments.entries.length === 0, { code: 'ledger-empty' }),
      ...lack(balanceMinor > 0, { code: 'owed', balanceMinor }),
      ...unproven.map((entry): Lack => ({ code: 'payment-proof', entryId: entry.id }))
    ]
  },
  agreement: (dossier) => [
    ...lack(dossier.agreement.signedOn === null, { code: 'agreement-signed' }),
    ...lack(dossier.agreement.effectiveOn === null, { code: 'agreement-effective' }),
    ...lack(proofsOf(dossier, 'agreement').length === 0, { code: 'agreement-proof' })
  ],
  confirmation: (dossier) => [
    ...lack(dossier.confirmation.receivedAt === null, { code: 'confirmation' }),
    ...lack(proofsOf(dossier, 'confirmation').length === 0, { code: 'confirmation-proof' })
  ]
}

function lack(isLacking: boolean, what: Lack): readonly Lack[] {
  return isLacking ? [what] : []
}

const warningsOf: Readonly<Record<Part, (dossier: Dossier, today: IsoDate) => readonly Warning[]>> = {
  identity: ({ identity, agreement }, today) => {
    const { issuedOn, expiresOn, bornOn } = identity
    const neededOn = agreement.effectiveOn ?? today
    return [
      ...warn(isBefore(expiresOn, issuedOn), { code: 'expires-before-issue', field: 'expiresOn' }),
      ...warn(isBefore(issuedOn, bornOn), { code: 'issued-before-birth', field: 'issuedOn' }),
      ...warn(isBefore(expiresOn, neededOn), {
        code: 'document-expired',
        field: 'expiresOn',
        on: expiresOn ?? neededOn
      })
    ]
  },
  payments: () => [],
  agreement: (dossier) => {
    const { signedOn, effectiveOn } = dossier.agreement
    const owedAtSigning = balanceOn(dossier, signedOn)
    return [
      ...warn(isBefore(effectiveOn, signedOn), { code: 'effective-before-signed', field: 'effectiveOn' }),
      ...warn(owedAtSigning > 0, {
        code: 'signed-while-owed',
        field: 'signedOn',
        balanceMinor: owedAtSigning
      })
    ]
  },
  confirmation: ({ agreement, confirmation }) =>
    warn(isBefore(confirmation.receivedAt?.local.slice(0, 10) ?? null, agreement.signedOn), {
      code: 'confirmed-before-agreed',
      field: 'receivedAt'
    })
}

function warn(isTrue: boolean, warning: Warning): readonly Warning[] {
  return isTrue ? [warning] : []
}

function isBefore(earlier: IsoDate | null, later: IsoDate | null): boolean {
  return earlier !== null && later !== null && earlier < later
}

/** What was owed at the end of that day; 0 where there is no day. */
export function balanceOn(dossier: Dossier, on: IsoDate | null): number {
  if (on === null) return 0
  const entries = dossier.payments.entries.filter((entry) => entry.on <= on)
  return summariseLedger({ ...dossier.payments, entries }).balanceMinor
}
