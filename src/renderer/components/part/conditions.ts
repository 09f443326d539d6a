import type { Dossier } from '../../../shared/domain/dossier.ts'
import { summariseLedger } from '../../../shared/domain/ledger.ts'
import { proofsOf, type Lack, type Part, type PartReview } from '../../../shared/domain/part.ts'

/** One thing that makes a part done. */
export interface Condition {
  readonly label: string
  readonly state: 'met' | 'part' | 'open'
  /** What stands there now; empty where the label says all. */
  readonly value: string
}

interface Words {
  readonly t: (key: string, named?: Record<string, string | number>) => string
  readonly amount: (amountMinor: number) => string
  readonly date: (on: string) => string
}

/** The conditions of a part in the words of the screen. */
export function conditionsOf(dossier: Dossier, review: PartReview, words: Words): readonly Condition[] {
  return byPart[review.part](dossier, review, words)
}

type Conditions = (dossier: Dossier, review: PartReview, words: Words) => readonly Condition[]

const byPart: Readonly<Record<Part, Conditions>> = {
  identity: (dossier, review, words) => [
    simple(review, 'document-number', 'document', dossier.identity.documentNumber, words),
    simple(review, 'contract-number', 'contract', dossier.identity.contractNumber, words),
    file(dossier, review, 'identity-proof', 'identityFile', words)
  ],
  payments: (dossier, review, words) => [balance(dossier, words), proofs(dossier, review, words)],
  agreement: (dossier, review, words) => {
    const { signedOn, effectiveOn } = dossier.agreement
    return [
      simple(review, 'agreement-signed', 'signed', signedOn === null ? '' : words.date(signedOn), words),
      simple(
        review,
        'agreement-effective',
        'effective',
        effectiveOn === null ? '' : words.date(effectiveOn),
        words
      ),
      file(dossier, review, 'agreement-proof', 'agreementFile', words)
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

function lacks(review: PartReview, code: Lack['code']): boolean {
  return review.lacks.some((lack) => lack.code === code)
}

function simple(
  review: PartReview,
  code: Lack['code'],
  label: string,
  value: string,
  { t }: Words
): Condition {
  const isOpen = lacks(review, code)
  return {
    label: t(`part.condition.${label}`),
    state: isOpen ? 'open' : 'met',
    value: isOpen ? t('part.condition.missing') : value
  }
}

function file(
  dossier: Dossier,
  review: PartReview,
  code: Lack['code'],
  label: string,
  { t }: Words
): Condition {
  const isOpen = lacks(review, code)
  const count = proofsOf(dossier, review.part).length
  return {
    label: t(`part.condition.${label}`),
    state: isOpen ? 'open' : 'met',
    value: isOpen ? t('part.condition.missing') : String(count)
  }
}

function balance(dossier: Dossier, { t, amount }: Words): Condition {
  const label = t('part.condition.balance')
  if (dossier.payments.entries.length === 0) {
    return { label, state: 'open', value: '' }
  }
  const { balanceMinor } = summariseLedger(dossier.payments)
  if (balanceMinor > 0) {
    return { label, state: 'open', value: t('part.condition.balanceLeft', { amount: amount(balanceMinor) }) }
  }
  const credit = balanceMinor < 0 ? t('part.condition.balanceCredit', { amount: amount(-balanceMinor) }) : ''
  return { label, state: 'met', value: credit }
}

function proofs(dossier: Dossier, review: PartReview, { t }: Words): Condition {
  const all = dossier.payments.entries.filter((entry) => entry.kind === 'payment').length
  const missing = review.lacks.filter((lack) => lack.code === 'payment-proof').length
  return {
    label: t('part.condition.proofs'),
    state: all === 0 ? 'open' : missing === 0 ? 'met' : 'part',
    value: all === 0 ? '' : t('part.condition.proofsOf', { done: all - missing, all })
  }
}
