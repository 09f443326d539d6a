import { closingRequests } from '../../../shared/domain/closing-requests.ts'
import type { Dossier } from '../../../shared/domain/dossier.ts'
import { owedIn, summariseLedger, type Owed } from '../../../shared/domain/ledger.ts'
import { provenIds } from '../../../shared/domain/proof-target.ts'
import type { Step } from '../../../shared/domain/step.ts'
import { proofsOf } from '../../../shared/domain/step-proofs.ts'
import type { Lack, StepReview } from '../../../shared/domain/step-review.ts'

/** One thing that makes a step done. */
export interface Condition {
  readonly label: string
  readonly state: 'met' | 'part' | 'open'
  /** What stands there now; empty where the label says all. */
  readonly value: string
}

interface Words {
  readonly t: (key: string, named?: Record<string, string | number>) => string
  readonly amount: (owed: Owed) => string
  readonly date: (on: string) => string
}

/** The conditions of a step in the words of the screen. */
export function conditionsOf(dossier: Dossier, review: StepReview, words: Words): readonly Condition[] {
  return byStep[review.step](dossier, review, words)
}

type Conditions = (dossier: Dossier, review: StepReview, words: Words) => readonly Condition[]

const byStep: Readonly<Record<Step, Conditions>> = {
  account: (dossier, review, words) => [
    simple(review, 'contract-number', 'contract', dossier.contract.number, words),
    simple(review, 'closing-reason', 'reason', reasonOf(dossier, words), words),
    file(dossier, review, 'contract-proof', 'contractFile', words)
  ],
  identity: (dossier, review, words) => [
    simple(review, 'document-number', 'document', firstNumber(dossier), words),
    file(dossier, review, 'identity-proof', 'identityFile', words),
    ...(dossier.identity.representative === null
      ? []
      : [
          simple(review, 'attorney-number', 'attorney', dossier.identity.representative.attorneyNumber, words)
        ])
  ],
  contact: (dossier, review, words) => [
    simple(review, 'request', 'request', firstAsked(dossier, words), words),
    file(dossier, review, 'request-proof', 'requestFile', words)
  ],
  payments: (dossier, review, words) => [balance(dossier, words), proofs(dossier, review, words)],
  agreement: (dossier, review, words) => {
    const { signedOn, effectiveOn } = dossier.agreement
    const day = (on: string | null) => (on === null ? '' : words.date(on))
    return [
      simple(review, 'agreement-signed', 'signed', day(signedOn), words),
      simple(review, 'agreement-effective', 'effective', day(effectiveOn), words),
      file(dossier, review, 'agreement-proof', 'agreementFile', words)
    ]
  },
  equipment: (dossier, _review, words) => {
    const { nothingToReturn, devices } = dossier.equipment
    if (devices.length === 0) {
      return nothingToReturn
        ? [{ label: words.t('step.condition.nothing'), state: 'met', value: '' }]
        : [{ label: words.t('step.lack.equipment-unknown'), state: 'open', value: '' }]
    }
    const proven = provenIds(dossier, 'device')
    return [
      counted(
        'returned',
        devices.filter(({ returnedOn }) => returnedOn !== null).length,
        devices.length,
        words
      ),
      counted('returnFiles', devices.filter(({ id }) => proven.has(id)).length, devices.length, words)
    ]
  },
  confirmation: (dossier, review, words) => {
    const on = dossier.confirmation.receivedAt?.local.slice(0, 10)
    return [
      simple(review, 'confirmation', 'received', on === undefined ? '' : words.date(on), words),
      file(dossier, review, 'confirmation-proof', 'confirmationFile', words)
    ]
  }
}

function reasonOf({ closing }: Dossier, { t }: Words): string {
  return closing.reason === null ? '' : t(`account.reasons.${closing.reason}`)
}

function firstNumber({ identity }: Dossier): string {
  return identity.documents.find(({ number }) => number !== '')?.number ?? ''
}

function firstAsked(dossier: Dossier, { date }: Words): string {
  const days = closingRequests(dossier).map(({ at }) => at.local.slice(0, 10))
  const [first] = days.toSorted()
  return first === undefined ? '' : date(first)
}

function counted(label: string, done: number, all: number, { t }: Words): Condition {
  return {
    label: t(`step.condition.${label}`),
    state: done === all ? 'met' : done === 0 ? 'open' : 'part',
    value: t('step.condition.of', { done, all })
  }
}

function lacks(review: StepReview, code: Lack['code']): boolean {
  return review.lacks.some((lack) => lack.code === code)
}

function simple(
  review: StepReview,
  code: Lack['code'],
  label: string,
  value: string,
  { t }: Words
): Condition {
  const isOpen = lacks(review, code)
  return {
    label: t(`step.condition.${label}`),
    state: isOpen ? 'open' : 'met',
    value: isOpen ? t('step.condition.missing') : value
  }
}

function file(
  dossier: Dossier,
  review: StepReview,
  code: Lack['code'],
  label: string,
  words: Words
): Condition {
  return simple(review, code, label, String(proofsOf(dossier, review.step).length), words)
}

function balance({ payments }: Dossier, { t, amount }: Words): Condition {
  const label = t('step.condition.balance')
  if (payments.entries.length === 0) return { label, state: 'open', value: '' }
  const owed = owedIn(payments)
  if (owed.length > 0) {
    const value = t('step.condition.balanceLeft', { amount: owed.map(amount).join(' + ') })
    return { label, state: 'open', value }
  }
  const [{ currency, balanceMinor }] = summariseLedger(payments)
  const credit = { currency, amountMinor: -balanceMinor }
  const value = balanceMinor < 0 ? t('step.condition.balanceCredit', { amount: amount(credit) }) : ''
  return { label, state: 'met', value }
}

function proofs(dossier: Dossier, review: StepReview, { t }: Words): Condition {
  const all = dossier.payments.entries.filter((entry) => entry.kind === 'payment').length
  const missing = review.lacks.filter((lack) => lack.code === 'payment-proof').length
  return {
    label: t('step.condition.proofs'),
    state: all === 0 ? 'open' : missing === 0 ? 'met' : 'part',
    value: all === 0 ? '' : t('step.condition.proofsOf', { done: all - missing, all })
  }
}
