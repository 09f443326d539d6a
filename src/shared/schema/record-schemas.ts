import { z } from 'zod'
import { CONTACT_CHANNELS, CONTACT_PURPOSES } from '../domain/contact.ts'
import type { RecordLists } from '../domain/dossier-records.ts'
import { DEVICE_KINDS } from '../domain/equipment.ts'
import { DOCUMENT_KINDS } from '../domain/identity.ts'
import { ENTRY_KINDS } from '../domain/ledger.ts'
import { LONGEST_CONTACT_MINUTES, MOST_RECORDS } from '../domain/limits.ts'
import { BACKUP_KINDS, SERVICE_KINDS, SERVICE_STATES } from '../domain/precaution.ts'
import type { ProofTarget } from '../domain/proof-target.ts'
import { STEPS } from '../domain/step.ts'
import {
  amountMinorSchema as amountMinor,
  currencySchema as currency,
  idSchema as id,
  isoDateSchema as isoDate,
  lineSchema as line,
  textSchema as text,
  zonedMomentSchema as zonedMoment
} from './field-schemas.ts'

const document = z
  .strictObject({
    id,
    kind: z.enum(DOCUMENT_KINDS).nullable(),
    number: line,
    issuedBy: line,
    issuedOn: isoDate.nullable(),
    expiresOn: isoDate.nullable()
  })
  .readonly()

const contact = z
  .strictObject({
    id,
    at: zonedMoment,
    minutes: z.int().min(0).max(LONGEST_CONTACT_MINUTES).nullable(),
    channel: z.enum(CONTACT_CHANNELS),
    direction: z.enum(['out', 'in']),
    purpose: z.enum(CONTACT_PURPOSES),
    counterpart: line,
    person: line,
    reference: line,
    said: text,
    promised: text,
    promisedBy: isoDate.nullable()
  })
  .readonly()

const entry = z
  .strictObject({
    id,
    on: isoDate,
    kind: z.enum(ENTRY_KINDS),
    amountMinor: amountMinor.min(1),
    currency,
    note: line
  })
  .readonly()

const device = z
  .strictObject({
    id,
    kind: z.enum(DEVICE_KINDS),
    model: line,
    imei: line,
    serial: line,
    condition: text,
    accountsRemoved: z.boolean(),
    locksOff: z.boolean(),
    returnedOn: isoDate.nullable(),
    handedTo: line,
    tracking: line
  })
  .readonly()

const backup = z
  .strictObject({
    id,
    kind: z.enum(BACKUP_KINDS),
    what: line,
    where: line,
    savedOn: isoDate.nullable(),
    checkedOn: isoDate.nullable()
  })
  .readonly()

const service = z
  .strictObject({
    id: z.string().min(1).max(80),
    key: z.string().max(80).nullable(),
    kind: z.enum(SERVICE_KINDS),
    name: line,
    state: z.enum(SERVICE_STATES),
    movedOn: isoDate.nullable()
  })
  .readonly()

const reminder = z.strictObject({ id, text: line.min(1), on: isoDate }).readonly()

export const recordIdSchema = z.string().min(1).max(120)
const dueChange = z
  .strictObject({
    id: recordIdSchema,
    on: isoDate.nullable(),
    doneOn: isoDate.nullable(),
    laterUntil: isoDate.nullable()
  })
  .readonly()

/** One schema for the records of each list. */
export const recordSchemas: { readonly [List in keyof RecordLists]: z.ZodType<RecordLists[List]> } = {
  documents: document,
  contacts: contact,
  entries: entry,
  devices: device,
  backups: backup,
  services: service,
  reminders: reminder,
  dueChanges: dueChange
}
export const recordListSchema = z.enum(Object.keys(recordSchemas) as (keyof RecordLists)[])

/** A list of records, each under an id of its own. */
export function listOf<Kept extends { readonly id: string }>(record: z.ZodType<Kept>) {
  return z.array(record).max(MOST_RECORDS).readonly().refine(areUnique)
}

function areUnique(records: readonly { readonly id: string }[]): boolean {
  return new Set(records.map((record) => record.id)).size === records.length
}

export const proofTargetSchema: z.ZodType<ProofTarget> = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('step'), step: z.enum(STEPS) }),
  z.strictObject({ kind: z.enum(['entry', 'contact', 'device', 'document', 'backup']), id })
])
/** One exhibit can prove a whole ledger: a bank's statement of it. */
export const proofTargetsSchema = z.array(proofTargetSchema).max(MOST_RECORDS).readonly()
