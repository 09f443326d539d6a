import type { Fact, InEachLanguage } from './fact.ts'
import type { Operator, OperatorRef } from './operator.ts'

/** What may be known about an operator besides its channels, in the order in which it is shown. */
export const FACT_SECTIONS = {
  company: ['legalName', 'fullName', 'taxNumber', 'registrationNumber', 'registeredAddress', 'claimsAddress'],
  ending: ['inShop', 'byRepresentative', 'remotely', 'papers', 'debtFirst', 'equipment'],
  money: ['refund'],
  idle: ['feesStart', 'contractEnds', 'restore', 'pause'],
  remarks: ['remarks']
} as const
export type FactSection = keyof typeof FACT_SECTIONS
export type FactKey = (typeof FACT_SECTIONS)[FactSection][number]
export const FACT_KEYS: readonly FactKey[] = Object.values(FACT_SECTIONS).flat()

export const CHANNEL_KINDS = [
  'short-code',
  'free-number',
  'from-abroad',
  'chat',
  'email',
  'site',
  'shop'
] as const
export type ChannelKind = (typeof CHANNEL_KINDS)[number]

/** One way to reach the operator. Its value is what is dialled, opened or written to, or a sentence where there is none. */
export interface Channel extends Fact {
  /** Stays the same while the value is corrected. */
  readonly id: string
  readonly kind: ChannelKind
  readonly note: InEachLanguage | null
}

/** What lists need: name and mark. */
export interface OperatorIdentity {
  readonly names: InEachLanguage
  /** One to four letters for the operator's mark. */
  readonly mark: string
  readonly colour: { readonly light: string; readonly dark: string }
}

/**
 * Everything known about one operator. No fact under a key means that none was found; several mean that the sources
 * add to each other or, where one is `conflicting`, contradict each other.
 */
export interface OperatorData extends OperatorIdentity {
  readonly id: string
  readonly facts: Readonly<Record<FactKey, readonly Fact[]>>
  readonly channels: readonly Channel[]
  /** Days to wait before asking again, as the user set it; null = the app's suggestion. */
  readonly followUpDays: number | null
}

/** No page says how long to wait for an answer to a call: this is the app's own suggestion. */
export const SUGGESTED_FOLLOW_UP_DAYS = 14

/** Days after which an unanswered contact is asked about again. */
export function followUpDaysOf(operator: OperatorData | null): number {
  return operator?.followUpDays ?? SUGGESTED_FOLLOW_UP_DAYS
}

/** As a dossier names it: in the operator's own language, which is the one its papers and packs are written in. */
export function refOf({ id, names }: OperatorData): OperatorRef & { readonly id: string } {
  return { id, name: names.ru }
}

/** As lists and marks need it. */
export function operatorOf(data: OperatorData): Operator {
  const { names, mark, colour } = data
  return { ...refOf(data), names, mark, colour }
}

/** What the user corrected in a shipped operator, or a whole operator of their own. Kept apart from the shipped files. */
export interface OwnOperator {
  readonly id: string
  /** Of an operator the app does not ship; null = corrections of a shipped one. */
  readonly identity: OperatorIdentity | null
  readonly followUpDays: number | null
  /** Stands in for the shipped facts of a key; an empty list blanks them. */
  readonly facts: Readonly<Partial<Record<FactKey, readonly Fact[]>>>
  /** By channel id: another value, a new channel, or null for a channel that is not shown. */
  readonly channels: Readonly<Record<string, Channel | null>>
}

/** An operator as the list gives it: what to use, and what of it is shipped and what is the user's. */
export interface ListedOperator {
  readonly data: OperatorData
  readonly shipped: OperatorData | null
  readonly own: OwnOperator | null
}

const NO_FACTS = Object.fromEntries(FACT_KEYS.map((key) => [key, []])) as unknown as OperatorData['facts']

/** The shipped facts with the user's in their place. */
export function listOperator(shipped: OperatorData | null, own: OwnOperator | null): ListedOperator {
  const base = shipped ?? blankOperator(own)
  return { data: own === null ? base : withOwn(base, own), shipped, own }
}

function blankOperator(own: OwnOperator | null): OperatorData {
  if (own?.identity == null) throw new Error('an operator that is not shipped needs an identity')
  return { id: own.id, ...own.identity, facts: NO_FACTS, channels: [], followUpDays: null }
}

function withOwn(base: OperatorData, own: OwnOperator): OperatorData {
  const known = new Set(base.channels.map(({ id }) => id))
  const added = Object.entries(own.channels).flatMap(([id, channel]) =>
    channel !== null && !known.has(id) ? [channel] : []
  )
  const kept = base.channels.flatMap((channel) => {
    const other = own.channels[channel.id]
    if (other === undefined) return [channel]
    return other === null ? [] : [other]
  })
  return {
    ...base,
    facts: { ...base.facts, ...own.facts },
    channels: [...kept, ...added],
    followUpDays: own.followUpDays ?? base.followUpDays
  }
}
