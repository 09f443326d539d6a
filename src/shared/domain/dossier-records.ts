import type { Contact } from './contact.ts'
import type { Dossier } from './dossier.ts'
import type { DueChange, Reminder } from './due-change.ts'
import type { Device } from './equipment.ts'
import type { IdentityDocument } from './identity.ts'
import type { LedgerEntry } from './ledger.ts'
import type { Backup, ServiceUse } from './precaution.ts'
import type { ProofTarget } from './proof-target.ts'

/** Everything a dossier holds many of, by the name of its list. Each record is known by its `id`. */
export interface RecordLists {
  readonly documents: IdentityDocument
  readonly contacts: Contact
  readonly entries: LedgerEntry
  readonly devices: Device
  readonly backups: Backup
  readonly services: ServiceUse
  readonly reminders: Reminder
  readonly dueChanges: DueChange
}
export type RecordList = keyof RecordLists

interface ListPlace<Kept> {
  readonly read: (dossier: Dossier) => readonly Kept[]
  readonly write: (dossier: Dossier, records: readonly Kept[]) => Partial<Dossier>
}

const PLACES: { readonly [List in RecordList]: ListPlace<RecordLists[List]> } = {
  documents: {
    read: ({ identity }) => identity.documents,
    write: ({ identity }, documents) => ({ identity: { ...identity, documents } })
  },
  contacts: { read: ({ contacts }) => contacts, write: (_, contacts) => ({ contacts }) },
  entries: {
    read: ({ payments }) => payments.entries,
    write: ({ payments }, entries) => ({ payments: { ...payments, entries } })
  },
  devices: {
    read: ({ equipment }) => equipment.devices,
    write: ({ equipment }, devices) => ({ equipment: { ...equipment, devices } })
  },
  backups: { read: ({ backups }) => backups, write: (_, backups) => ({ backups }) },
  services: { read: ({ services }) => services, write: (_, services) => ({ services }) },
  reminders: { read: ({ reminders }) => reminders, write: (_, reminders) => ({ reminders }) },
  dueChanges: { read: ({ dueChanges }) => dueChanges, write: (_, dueChanges) => ({ dueChanges }) }
}

/** The lists whose records an exhibit can prove. */
export const TARGET_OF_LIST: Readonly<Partial<Record<RecordList, Exclude<ProofTarget['kind'], 'step'>>>> = {
  documents: 'document',
  contacts: 'contact',
  entries: 'entry',
  devices: 'device',
  backups: 'backup'
}

export function recordsOf<List extends RecordList>(
  dossier: Dossier,
  list: List
): readonly RecordLists[List][] {
  const place: ListPlace<RecordLists[List]> = PLACES[list]
  return place.read(dossier)
}

/** Replaces records of the same id where they stand and puts new ones before another, or at the end. */
export function putRecords<List extends RecordList>(
  dossier: Dossier,
  list: List,
  records: readonly RecordLists[List][],
  beforeId: string | null
): Partial<Dossier> {
  const place: ListPlace<RecordLists[List]> = PLACES[list]
  const given = new Map(records.map((record) => [record.id, record]))
  const kept = place.read(dossier).map((record) => {
    const replacement = given.get(record.id)
    given.delete(record.id)
    return replacement ?? record
  })
  const at = beforeId === null ? -1 : kept.findIndex((record) => record.id === beforeId)
  const index = at === -1 ? kept.length : at
  return place.write(dossier, [...kept.slice(0, index), ...given.values(), ...kept.slice(index)])
}

/** Takes records away, and with them what exhibits were said to prove of them. */
export function removeRecords(dossier: Dossier, list: RecordList, ids: readonly string[]): Partial<Dossier> {
  const removed = new Set(ids)
  const target = TARGET_OF_LIST[list]
  const isGone = (one: ProofTarget) => one.kind !== 'step' && one.kind === target && removed.has(one.id)
  const without = <List extends RecordList>(name: List) => {
    const place: ListPlace<RecordLists[List]> = PLACES[name]
    return place.write(
      dossier,
      place.read(dossier).filter((record) => !removed.has(record.id))
    )
  }
  return {
    ...without(list),
    exhibits: dossier.exhibits.map((exhibit) =>
      exhibit.proves.some(isGone)
        ? { ...exhibit, proves: exhibit.proves.filter((one) => !isGone(one)) }
        : exhibit
    )
  }
}
