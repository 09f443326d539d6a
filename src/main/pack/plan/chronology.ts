import type { IsoDate } from '../../../shared/domain/calendar.ts'
import type { Dossier } from '../../../shared/domain/dossier.ts'
import type { Exhibit } from '../../../shared/domain/exhibit.ts'
import { proofsOf } from '../../../shared/domain/step-proofs.ts'
import type { Step } from '../../../shared/domain/step.ts'
import { timelineOf, type TimelineFact, type TimelineItem } from '../../../shared/domain/timeline.ts'
import { begunOn } from '../../../shared/domain/timeline-rows.ts'
import { indexProofs, proofsFor } from './proof-index.ts'

/** The app's own doings and what is private: no part of the case. */
const LEFT_OUT: ReadonlySet<string> = new Set(['created', 'saved', 'moved', 'pack-made', 'overridden'])

export interface ChronologyEvent {
  readonly item: TimelineItem
  /** What shows it, in this pack. */
  readonly exhibits: readonly Exhibit[]
}

export interface Chronology {
  /** Dated before anything was done about the closing. */
  readonly history: readonly ChronologyEvent[]
  readonly events: readonly ChronologyEvent[]
  /** Whether the ledger has older entries, which stand there alone. */
  readonly hasEarlierEntries: boolean
}

/**
 * Everything dated in the case, oldest first. A paper that is dated like what it shows stands beside that, not again
 * by itself; charges and payments before the closing began are left to the ledger.
 * @param shown exhibits of this pack
 */
export function planChronology(
  dossier: Dossier,
  shown: readonly Exhibit[],
  reader: { readonly today: IsoDate; readonly zone: string }
): Chronology {
  const items = timelineOf(dossier, [], reader).filter(
    ({ fact }) => fact.kind !== 'step' || !LEFT_OUT.has(fact.event)
  )
  const start = begunOn(items, reader.today)
  const proofs = exhibitFinder(dossier, shown)
  const inPack = new Set(shown.map(({ id }) => id))
  const isEarlierEntry = ({ fact, on }: TimelineItem) => fact.kind === 'entry' && on < start
  const records = items
    .filter((item) => item.fact.kind !== 'exhibit' && !isEarlierEntry(item))
    .map((item) => ({ item, exhibits: proofs(item) }))
  const told = new Set(
    records.flatMap(({ item, exhibits }) =>
      exhibits.filter(({ madeOn }) => madeOn?.on === item.on).map(({ id }) => id)
    )
  )
  const kept = new Map(records.map((event) => [event.item.id, event]))
  const events = items.flatMap((item): readonly ChronologyEvent[] => {
    if (item.fact.kind !== 'exhibit') return kept.has(item.id) ? [{ item, exhibits: proofs(item) }] : []
    const { exhibit } = item.fact
    return inPack.has(exhibit.id) && !told.has(exhibit.id) ? [{ item, exhibits: [exhibit] }] : []
  })
  return {
    history: events.filter(({ item }) => item.on < start),
    events: events.filter(({ item }) => item.on >= start),
    hasEarlierEntries: items.some(isEarlierEntry)
  }
}

type FindExhibits = (item: Pick<TimelineItem, 'fact' | 'on'>) => readonly Exhibit[]

function exhibitFinder(dossier: Dossier, shown: readonly Exhibit[]): FindExhibits {
  const index = indexProofs(shown)
  const inPack = new Set(shown.map(({ id }) => id))
  const ofStep = (step: Step) => proofsOf(dossier, step).filter(({ id }) => inPack.has(id))
  const onDay = (exhibits: readonly Exhibit[], on: IsoDate) =>
    exhibits.filter(({ madeOn }) => madeOn?.on === on)
  /** Papers of that very day, or all of the step where none has it. */
  const dated = (step: Step, on: IsoDate) => {
    const found = onDay(ofStep(step), on)
    return found.length > 0 ? found : ofStep(step)
  }
  const ofEvent = (event: Extract<TimelineFact, { kind: 'step' }>, on: IsoDate): readonly Exhibit[] => {
    switch (event.event) {
      case 'contract-signed':
        return dated('account', on)
      case 'document-issued': {
        const linked = proofsFor(index, 'document', event.document.id)
        return linked.length > 0 ? linked : onDay(ofStep('identity'), on)
      }
      case 'attorney-issued':
        return onDay(ofStep('identity'), on)
      case 'applied':
        return onDay([...new Set([...ofStep('contact'), ...ofStep('agreement')])], on)
      case 'signed':
      case 'effective':
        return dated('agreement', on)
      case 'device-returned':
        return proofsFor(index, 'device', event.device.id)
      case 'confirmed':
        return dated('confirmation', on)
      case 'created':
      case 'saved':
      case 'moved':
      case 'pack-made':
      case 'overridden':
        return []
    }
  }
  return ({ fact, on }) => {
    switch (fact.kind) {
      case 'contact':
        return proofsFor(index, 'contact', fact.contact.id)
      case 'entry':
        return proofsFor(index, 'entry', fact.entry.id)
      case 'step':
        return ofEvent(fact, on)
      case 'exhibit':
      case 'due':
        return []
    }
  }
}
