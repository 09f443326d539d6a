import { FACT_KEYS, type Channel, type OperatorData, type OwnOperator } from './operator-data.ts'
import type { Fact } from './fact.ts'
import { isSameValue } from './same-value.ts'

/**
 * A file from somebody else as the user's own: of a shipped operator only what differs, of another one everything.
 * However sure its writer was, to this user it is unconfirmed, so every fact becomes `own` and keeps its source.
 */
export function ownFromImport(file: OperatorData, shipped: OperatorData | null): OwnOperator {
  const keys = FACT_KEYS.filter((key) => !isSameValue(file.facts[key], shipped?.facts[key] ?? []))
  const facts = Object.fromEntries(keys.map((key) => [key, file.facts[key].map(asOwn)]))
  return {
    id: file.id,
    identity: shipped === null ? { names: file.names, mark: file.mark, colour: file.colour } : null,
    followUpDays: file.followUpDays === (shipped?.followUpDays ?? null) ? null : file.followUpDays,
    facts,
    channels: differingChannels(file.channels, shipped?.channels ?? [])
  }
}

function differingChannels(imported: readonly Channel[], shipped: readonly Channel[]) {
  const known = new Map(shipped.map((channel) => [channel.id, channel]))
  const put = imported.filter((channel) => !isSameValue(channel, known.get(channel.id)))
  const there = new Set(imported.map(({ id }) => id))
  const gone = shipped.filter(({ id }) => !there.has(id))
  return Object.fromEntries<Channel | null>([
    ...put.map((channel) => [channel.id, asOwn(channel)] as const),
    ...gone.map(({ id }) => [id, null] as const)
  ])
}

function asOwn<Own extends Fact>(fact: Own): Own {
  return { ...fact, certainty: 'own' }
}
