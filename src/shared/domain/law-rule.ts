import type { Fact, InEachLanguage } from './fact.ts'

/** From which day a rule counts its time. */
export const LAW_STARTS = [
  'claim-registered',
  'bill',
  'last-use',
  'contract-end',
  'payment',
  'breach'
] as const
export type LawStart = (typeof LAW_STARTS)[number]

/** A rule of law that gives a date or a hint, in the app's own words (`value`), with the page it was read in. */
export interface LawRule extends Fact {
  readonly id: string
  /** The act and its article, as a lawyer cites it. */
  readonly article: InEachLanguage
  readonly value: InEachLanguage
  /** Calendar days the rule gives; null where it counts in months or gives no time. */
  readonly days: number | null
  /** Calendar months, which are no number of days: six of them end on the same day of the month. */
  readonly months: number | null
  /** What the time counts from; null where the rule gives none. */
  readonly from: LawStart | null
}
