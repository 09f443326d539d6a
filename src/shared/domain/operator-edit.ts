import type { IsoDate } from './calendar.ts'
import type { Fact } from './fact.ts'
import type {
  Channel,
  ChannelKind,
  FactKey,
  OperatorData,
  OperatorIdentity,
  OwnOperator
} from './operator-data.ts'

/** What the user writes in place of a fact: the value as it is typed, and where it is from, which may be empty. */
export interface OwnWords {
  readonly value: string
  readonly source: string
}

/** A change of the user's own file of an operator. Shipped files are never changed. */
export type OperatorEdit =
  /** An empty value blanks the fact. */
  | { readonly kind: 'correct-fact'; readonly key: FactKey; readonly words: OwnWords }
  | { readonly kind: 'restore-fact'; readonly key: FactKey }
  /** Takes back a `restore-fact`. */
  | { readonly kind: 'put-facts'; readonly key: FactKey; readonly facts: readonly Fact[] }
  | {
      readonly kind: 'put-channel'
      readonly id: string
      readonly channelKind: ChannelKind
      readonly words: OwnWords
    }
  /** Hides a shipped channel, removes one of the user's. */
  | { readonly kind: 'remove-channel'; readonly id: string }
  | { readonly kind: 'restore-channel'; readonly id: string }
  | { readonly kind: 'set-follow-up'; readonly days: number | null }
  /** Of an operator the user added. */
  | { readonly kind: 'set-identity'; readonly identity: OperatorIdentity }

export function emptyOwnOperator(id: string, identity: OperatorIdentity | null): OwnOperator {
  return { id, identity, followUpDays: null, facts: {}, channels: {} }
}

/** Nothing in it differs from the shipped operator, so there is nothing to keep. */
export function saysNothing(own: OwnOperator): boolean {
  return (
    own.identity === null &&
    own.followUpDays === null &&
    Object.keys(own.facts).length === 0 &&
    Object.keys(own.channels).length === 0
  )
}

/** The user's own file after an edit; what it does not name stays. */
export function editOwnOperator(
  own: OwnOperator,
  edit: OperatorEdit,
  { shipped, today }: { readonly shipped: OperatorData | null; readonly today: IsoDate }
): OwnOperator {
  switch (edit.kind) {
    case 'correct-fact': {
      const facts = edit.words.value === '' ? [] : [ownFact(edit.words, today)]
      return { ...own, facts: { ...own.facts, [edit.key]: facts } }
    }
    case 'put-facts': {
      const facts = edit.facts.map((fact): Fact => ({ ...fact, certainty: 'own' }))
      return { ...own, facts: { ...own.facts, [edit.key]: facts } }
    }
    case 'restore-fact':
      return { ...own, facts: without(own.facts, edit.key) }
    case 'put-channel': {
      const { id, channelKind: kind, words } = edit
      const channel: Channel = { id, kind, ...ownFact(words, today), note: null }
      return { ...own, channels: { ...own.channels, [id]: channel } }
    }
    case 'remove-channel': {
      const isShipped = shipped?.channels.some(({ id }) => id === edit.id) === true
      const channels = isShipped ? { ...own.channels, [edit.id]: null } : without(own.channels, edit.id)
      return { ...own, channels }
    }
    case 'restore-channel':
      return { ...own, channels: without(own.channels, edit.id) }
    case 'set-follow-up':
      return { ...own, followUpDays: edit.days }
    case 'set-identity':
      return own.identity === null ? own : { ...own, identity: edit.identity }
  }
}

function ownFact({ value, source }: OwnWords, today: IsoDate): Fact {
  return { value, source, readOn: today, printedOn: null, certainty: 'own' }
}

function without<Values extends Readonly<Record<string, unknown>>>(values: Values, key: string): Values {
  return Object.fromEntries(Object.entries(values).filter(([name]) => name !== key)) as Values
}
