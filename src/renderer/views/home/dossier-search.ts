import type { DossierSummary } from '../../../shared/domain/dossier-summary.ts'
import type { Operator } from '../../../shared/domain/operator.ts'
import { digitsOf, fold, readQuery } from '../../commands/match.ts'

/** What of a dossier can be searched for, made comparable once for all letters typed. */
export interface SearchText {
  readonly text: string
  /** Figures of the phone number and of the contract. */
  readonly digits: string
}

export function searchTextOf(summary: DossierSummary, operator: Operator | undefined): SearchText {
  const { phoneNumber, contractNumber, subscriber } = summary
  const { latin, cyrillic, chinese } = subscriber
  const named = [
    summary.operator.name,
    summary.operator.id,
    operator?.mark,
    ...Object.values(operator?.names ?? {})
  ]
  const texts = [phoneNumber, latin, cyrillic, chinese, contractNumber, ...named.map((name) => name ?? '')]
  return {
    // Folded at once, which is much quicker than one by one; no query can hold the sign in between.
    text: fold(texts.join('\u0001')),
    digits: `${digitsOf(phoneNumber)}\n${digitsOf(contractNumber)}`
  }
}

/** A number as people write it: spaces, brackets and hyphens of any kind between its figures. */
const NUMBER_FORM = /^[\d\s()+\u2010-\u2015-]+$/

/**
 * Reads a query; the answer tells whether a dossier meets it. Every word must occur somewhere, in whichever keyboard
 * layout it was typed. Figures are looked for without what stands between them, and 8 916 finds +7 916.
 */
export function readSearch(typed: string): (searched: SearchText) => boolean {
  const query = readQuery(typed)
  if (query.length === 0) return () => true
  const digits = digitsOf(fold(typed)).replace(/^8(?=\d{4,})/, '')
  const isNumber = digits.length >= 2 && NUMBER_FORM.test(fold(typed))
  return (searched) =>
    (isNumber && searched.digits.includes(digits)) ||
    query.some((words) => words.every((word) => searched.text.includes(word)))
}
