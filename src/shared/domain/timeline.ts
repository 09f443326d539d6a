import type { Instant, IsoDate, ZonedMoment } from './calendar.ts'
import type { Contact } from './contact.ts'
import { liveExhibits, type Dossier, type StepOverride } from './dossier.ts'
import type { DueDate } from './due-date.ts'
import type { Device } from './equipment.ts'
import type { Exhibit } from './exhibit.ts'
import type { IdentityDocument } from './identity.ts'
import { summariseLedger, type LedgerEntry } from './ledger.ts'
import type { PackRecord } from './pack-record.ts'
import type { Backup, ServiceUse } from './precaution.ts'
import { STEPS, type Step } from './step.ts'
import { contradictionsIn, type Contradiction } from './timeline-contradictions.ts'
import { instantOf, localIn } from './zoned-moment.ts'

/** What the timeline can be narrowed down to. */
export const TIMELINE_KINDS = ['contact', 'entry', 'exhibit', 'step', 'due'] as const
export type TimelineKind = (typeof TIMELINE_KINDS)[number]

/** What happened, or will. */
export type TimelineFact =
  | { readonly kind: 'contact'; readonly contact: Contact }
  | { readonly kind: 'entry'; readonly entry: LedgerEntry; readonly balanceMinor: number }
  | { readonly kind: 'exhibit'; readonly exhibit: Exhibit }
  | { readonly kind: 'due'; readonly due: DueDate }
  | {
      readonly kind: 'step'
      readonly step: Step
      readonly event:
        'contract-signed' | 'attorney-issued' | 'applied' | 'signed' | 'effective' | 'confirmed' | 'created'
    }
  | {
      readonly kind: 'step'
      readonly step: 'identity'
      readonly event: 'document-issued'
      readonly document: IdentityDocument
    }
  | {
      readonly kind: 'step'
      readonly step: 'equipment'
      readonly event: 'device-returned'
      readonly device: Device
    }
  | { readonly kind: 'step'; readonly step: null; readonly event: 'saved'; readonly backup: Backup }
  | { readonly kind: 'step'; readonly step: null; readonly event: 'moved'; readonly service: ServiceUse }
  | { readonly kind: 'step'; readonly step: null; readonly event: 'pack-made'; readonly pack: PackRecord }
  | {
      readonly kind: 'step'
      readonly step: Step
      readonly event: 'overridden'
      readonly override: StepOverride
    }

export interface TimelineItem {
  /** The same for the same thing as long as the dossier lives. */
  readonly id: string
  readonly fact: TimelineFact
  /** The day it stands under, in the reader's zone where it has a time. */
  readonly on: IsoDate
  /** The moment as it was noted; null for a day without time. */
  readonly at: ZonedMoment | null
  readonly instant: Instant | null
  readonly contradictions: readonly Contradiction[]
}

/** For whom the line of time is drawn. */
export interface TimelineReader {
  readonly today: IsoDate
  /** IANA name. */
  readonly zone: string
}

/** An item before anybody looked for what contradicts it. */
export type Placed = Omit<TimelineItem, 'contradictions'>

/**
 * Everything dated, oldest first. What has a time comes by its instant, wherever it was noted, and before what has
 * only the same day; equals keep the order of the dossier, so that a clock set back changes nothing among them.
 */
export function timelineOf(
  dossier: Dossier,
  dues: readonly DueDate[],
  reader: TimelineReader
): readonly TimelineItem[] {
  const contradicted = contradictionsIn(dossier, reader.today)
  return placedItems(dossier, dues, reader)
    .toSorted(byTime)
    .map((item) => ({ ...item, contradictions: contradicted(item) }))
}

function byTime(a: Placed, b: Placed): number {
  if (a.on !== b.on) return a.on < b.on ? -1 : 1
  if (a.instant === b.instant) return 0
  if (a.instant === null || b.instant === null) return a.instant === null ? 1 : -1
  return a.instant < b.instant ? -1 : 1
}

function placedItems(
  dossier: Dossier,
  dues: readonly DueDate[],
  { zone }: TimelineReader
): readonly Placed[] {
  const atMoment = (id: string, at: ZonedMoment, fact: TimelineFact): Placed => {
    const instant = instantOf(at)
    return { id, fact, on: localIn(instant, zone).slice(0, 10), at, instant }
  }
  const atInstant = (id: string, instant: Instant, fact: TimelineFact): Placed => {
    const local = localIn(instant, zone)
    return { id, fact, on: local.slice(0, 10), at: { local, zone }, instant }
  }
  return [
    atInstant('created', dossier.createdAt, { kind: 'step', step: 'account', event: 'created' }),
    ...stepFacts(dossier),
    ...dossier.contacts.map((contact) =>
      atMoment(`contact:${contact.id}`, contact.at, { kind: 'contact', contact })
    ),
    ...summariseLedger(dossier.payments).flatMap(({ rows }) =>
      rows.map(({ entry, balanceMinor }) =>
        onDay(`entry:${entry.id}`, entry.on, { kind: 'entry', entry, balanceMinor })
      )
    ),
    ...liveExhibits(dossier).flatMap((exhibit) =>
      exhibit.madeOn === null
        ? []
        : [onDay(`exhibit:${exhibit.id}`, exhibit.madeOn.on, { kind: 'exhibit', exhibit })]
    ),
    ...(dossier.confirmation.receivedAt === null
      ? []
      : [
          atMoment('confirmed', dossier.confirmation.receivedAt, {
            kind: 'step',
            step: 'confirmation',
            event: 'confirmed'
          })
        ]),
    ...STEPS.flatMap((step) => {
      const override = dossier.overrides[step]
      return override === undefined
        ? []
        : [
            atInstant(`overridden:${step}`, override.at, {
              kind: 'step',
              step,
              event: 'overridden',
              override
            })
          ]
    }),
    ...dossier.packs.map((pack) =>
      atInstant(`pack:${pack.code}:${pack.madeAt}`, pack.madeAt, {
        kind: 'step',
        step: null,
        event: 'pack-made',
        pack
      })
    ),
    ...dues
      .filter(({ isUndated, doneOn }) => !isUndated || doneOn !== null)
      .map((due) => onDay(`due:${due.id}`, due.doneOn ?? due.on, { kind: 'due', due }))
  ]
}

function stepFacts(dossier: Dossier): readonly Placed[] {
  const { contract, identity, agreement, equipment, backups, services } = dossier
  return [
    ...ifDated('contract-signed', contract.signedOn, {
      kind: 'step',
      step: 'account',
      event: 'contract-signed'
    }),
    ...identity.documents.flatMap((document) =>
      ifDated(`document-issued:${document.id}`, document.issuedOn, {
        kind: 'step',
        step: 'identity',
        event: 'document-issued',
        document
      })
    ),
    ...ifDated('attorney-issued', identity.representative?.issuedOn ?? null, {
      kind: 'step',
      step: 'identity',
      event: 'attorney-issued'
    }),
    ...ifDated('applied', agreement.appliedOn, { kind: 'step', step: 'agreement', event: 'applied' }),
    ...ifDated('signed', agreement.signedOn, { kind: 'step', step: 'agreement', event: 'signed' }),
    ...ifDated('effective', agreement.effectiveOn, { kind: 'step', step: 'agreement', event: 'effective' }),
    ...equipment.devices.flatMap((device) =>
      ifDated(`device-returned:${device.id}`, device.returnedOn, {
        kind: 'step',
        step: 'equipment',
        event: 'device-returned',
        device
      })
    ),
    ...backups.flatMap((backup) =>
      ifDated(`saved:${backup.id}`, backup.savedOn, { kind: 'step', step: null, event: 'saved', backup })
    ),
    ...services.flatMap((service) =>
      ifDated(`moved:${service.id}`, service.movedOn, { kind: 'step', step: null, event: 'moved', service })
    )
  ]
}

function ifDated(id: string, on: IsoDate | null, fact: TimelineFact): readonly Placed[] {
  return on === null ? [] : [onDay(id, on, fact)]
}

function onDay(id: string, on: IsoDate, fact: TimelineFact): Placed {
  return { id, fact, on, at: null, instant: null }
}
