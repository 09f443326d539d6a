import { daysBetween, type IsoDate } from './calendar.ts'
import { closingRequests } from './closing-requests.ts'
import type { Dossier, StepOverride } from './dossier.ts'
import { promiseDueId } from './due-change.ts'
import { askAgainOn } from './due-follow-ups.ts'
import { owedIn, type Owed } from './ledger.ts'
import { provenIds } from './proof-target.ts'
import { STEPS, type Step, type StepState } from './step.ts'
import { proofsOf } from './step-proofs.ts'
import { warningsOf, type Warning } from './step-warnings.ts'

/** What a step still lacks. Every one has a sentence in the locale files that says what to do. */
export type Lack =
  | { readonly code: 'contract-number' }
  | { readonly code: 'closing-reason' }
  | { readonly code: 'contract-proof' }
  | { readonly code: 'document-number' }
  | { readonly code: 'identity-proof' }
  | { readonly code: 'attorney-number' }
  | { readonly code: 'request' }
  | { readonly code: 'request-proof' }
  | { readonly code: 'ledger-empty' }
  | { readonly code: 'owed'; readonly owed: Owed }
  | { readonly code: 'payment-proof'; readonly entryId: string }
  | { readonly code: 'agreement-signed' }
  | { readonly code: 'agreement-effective' }
  | { readonly code: 'agreement-proof' }
  | { readonly code: 'equipment-unknown' }
  | { readonly code: 'device-return'; readonly deviceId: string }
  | { readonly code: 'device-proof'; readonly deviceId: string }
  | { readonly code: 'confirmation' }
  | { readonly code: 'confirmation-proof' }

/** Somebody else's turn, counted in whole days. */
export type Waiting =
  /** A promised answer, waited for until its day or the one the user moved it to; `daysLeft` is negative once it is late. */
  | {
      readonly code: 'answer'
      readonly contactId: string
      readonly promisedBy: IsoDate
      readonly until: IsoDate
      readonly daysLeft: number
    }
  | {
      readonly code: 'agreement' | 'confirmation'
      readonly since: IsoDate
      readonly days: number
      /** When to ask again: counted from the last asking, or as the user moved it. */
      readonly askOn: IsoDate
      /** Days beyond `askOn`; 0 until it is over. */
      readonly daysOver: number
    }

export interface StepReview {
  readonly step: Step
  /** What counts: the computed state, or the one set by hand. */
  readonly state: StepState
  /** From facts and proofs alone. */
  readonly computed: StepState
  readonly lacks: readonly Lack[]
  readonly warnings: readonly Warning[]
  readonly waiting: Waiting | null
  readonly override: StepOverride | null
}

/** Reviews all seven steps. `today` in the reader's own zone. */
export function reviewSteps(dossier: Dossier, today: IsoDate): readonly StepReview[] {
  return STEPS.map((step) => {
    const lacks = lacksOf[step](dossier)
    const warnings = warningsOf(dossier, step, today)
    const waiting = waitingOf(dossier, step, today)
    const override = dossier.overrides[step] ?? null
    const computed = stateOf(dossier, step, { lacks, warnings, waiting })
    return { step, state: override?.state ?? computed, computed, lacks, warnings, waiting, override }
  })
}

/** Whether nothing is left to be done: every step is done or not needed. */
export function isClosed(reviews: readonly StepReview[]): boolean {
  return reviews.every(({ state }) => state === 'done' || state === 'not-needed')
}

function stateOf(
  dossier: Dossier,
  step: Step,
  { lacks, warnings, waiting }: Pick<StepReview, 'lacks' | 'warnings' | 'waiting'>
): StepState {
  if (isLate(waiting)) return 'overdue'
  if (warnings.length > 0) return 'warning'
  if (waiting !== null) return 'waiting'
  if (lacks.length === 0) return hasNothingToReturn(dossier, step) ? 'not-needed' : 'done'
  return isUntouched(dossier, step) ? 'open' : 'in-progress'
}

function isLate(waiting: Waiting | null): boolean {
  if (waiting === null) return false
  return waiting.code === 'answer' ? waiting.daysLeft < 0 : waiting.daysOver > 0
}

function hasNothingToReturn({ equipment }: Dossier, step: Step): boolean {
  return step === 'equipment' && equipment.devices.length === 0
}

function isUntouched(dossier: Dossier, step: Step): boolean {
  if (proofsOf(dossier, step).length > 0) return false
  const { closing, contract, contactDetails, identity } = dossier
  const values: Readonly<Record<Step, readonly unknown[]>> = {
    account: [closing.reason, closing.note, ...Object.values(contract), ...Object.values(contactDetails)],
    identity: [identity.bornOn, identity.representative, ...identity.documents],
    contact: dossier.contacts,
    payments: dossier.payments.entries,
    agreement: Object.values(dossier.agreement),
    equipment: dossier.equipment.devices,
    confirmation: Object.values(dossier.confirmation)
  }
  return values[step].every((value) => value === '' || value === null)
}

function waitingOf(dossier: Dossier, step: Step, today: IsoDate): Waiting | null {
  if (dossier.confirmation.receivedAt !== null) return null
  const { appliedOn, signedOn, effectiveOn } = dossier.agreement
  if (step === 'contact') return firstPromise(dossier, today)
  if (step === 'agreement' && signedOn === null) return waitingSince(dossier, 'agreement', appliedOn, today)
  return step === 'confirmation' ? waitingSince(dossier, 'confirmation', effectiveOn, today) : null
}

/** The promise that is due first among those neither kept nor put aside. */
function firstPromise(dossier: Dossier, today: IsoDate): Waiting | null {
  const [first] = openPromises(dossier)
  if (first === undefined) return null
  return {
    code: 'answer',
    contactId: first.contactId,
    promisedBy: first.promisedBy,
    until: first.until,
    daysLeft: daysBetween(today, first.until)
  }
}

export interface OpenPromise {
  readonly contactId: string
  readonly promisedBy: IsoDate
  /** The day it is due: as promised, or as the user moved or put it off. */
  readonly until: IsoDate
}

/** What the operator promised and the user has not noted as done, by the day it is due. */
export function openPromises(dossier: Dossier): readonly OpenPromise[] {
  const changes = new Map(dossier.dueChanges.map((change) => [change.id, change]))
  return dossier.contacts
    .flatMap(({ id, promisedBy }): readonly OpenPromise[] => {
      const change = changes.get(promiseDueId(id))
      if (promisedBy === null || (change !== undefined && change.doneOn !== null)) return []
      const on = change?.on ?? promisedBy
      const laterUntil = change?.laterUntil ?? null
      const until = laterUntil !== null && laterUntil > on ? laterUntil : on
      return [{ contactId: id, promisedBy, until }]
    })
    .toSorted((a, b) => (a.until < b.until ? -1 : a.until > b.until ? 1 : 0))
}

function waitingSince(
  dossier: Dossier,
  code: 'agreement' | 'confirmation',
  since: IsoDate | null,
  today: IsoDate
): Waiting | null {
  if (since === null || since > today) return null
  const askOn = askAgainOn(dossier, code, since)
  return {
    code,
    since,
    days: daysBetween(since, today),
    askOn,
    daysOver: Math.max(0, daysBetween(askOn, today))
  }
}

const lacksOf: Readonly<Record<Step, (dossier: Dossier) => readonly Lack[]>> = {
  account: (dossier) => [
    ...lack(dossier.contract.number === '', { code: 'contract-number' }),
    ...lack(dossier.closing.reason === null, { code: 'closing-reason' }),
    ...lack(proofsOf(dossier, 'account').length === 0, { code: 'contract-proof' })
  ],
  identity: (dossier) => {
    const { documents, representative } = dossier.identity
    return [
      ...lack(!documents.some((document) => document.number !== ''), { code: 'document-number' }),
      ...lack(proofsOf(dossier, 'identity').length === 0, { code: 'identity-proof' }),
      ...lack(representative?.attorneyNumber === '', { code: 'attorney-number' })
    ]
  },
  contact: (dossier) => [
    ...lack(closingRequests(dossier).length === 0, { code: 'request' }),
    ...lack(proofsOf(dossier, 'contact').length === 0, { code: 'request-proof' })
  ],
  payments: (dossier) => {
    const proven = provenIds(dossier, 'entry')
    const { entries } = dossier.payments
    const unproven = entries.filter((entry) => entry.kind === 'payment' && !proven.has(entry.id))
    return [
      ...lack(entries.length === 0, { code: 'ledger-empty' }),
      ...owedIn(dossier.payments).map((owed): Lack => ({ code: 'owed', owed })),
      ...unproven.map((entry): Lack => ({ code: 'payment-proof', entryId: entry.id }))
    ]
  },
  agreement: (dossier) => [
    ...lack(dossier.agreement.signedOn === null, { code: 'agreement-signed' }),
    ...lack(dossier.agreement.effectiveOn === null, { code: 'agreement-effective' }),
    ...lack(proofsOf(dossier, 'agreement').length === 0, { code: 'agreement-proof' })
  ],
  equipment: (dossier) => {
    const { nothingToReturn, devices } = dossier.equipment
    const proven = provenIds(dossier, 'device')
    return [
      ...lack(devices.length === 0 && !nothingToReturn, { code: 'equipment-unknown' }),
      ...devices.flatMap((device) => [
        ...lack(device.returnedOn === null, { code: 'device-return', deviceId: device.id }),
        ...lack(!proven.has(device.id), { code: 'device-proof', deviceId: device.id })
      ])
    ]
  },
  confirmation: (dossier) => [
    ...lack(dossier.confirmation.receivedAt === null, { code: 'confirmation' }),
    ...lack(proofsOf(dossier, 'confirmation').length === 0, { code: 'confirmation-proof' })
  ]
}

function lack(isLacking: boolean, what: Lack): readonly Lack[] {
  return isLacking ? [what] : []
}
