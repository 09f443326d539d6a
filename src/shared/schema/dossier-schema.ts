import { z } from 'zod'
import { isIsoDate, isLocalMoment } from '../domain/calendar.ts'
import { CATEGORIES } from '../domain/category.ts'
import { CONTACT_CHANNELS, CONTACT_PURPOSES } from '../domain/contact.ts'
import { CLOSING_REASONS, CONFIRMATION_CHANNELS, type Dossier, type NewDossier } from '../domain/dossier.ts'
import type { DossierEdit } from '../domain/dossier-edit.ts'
import type { RecordLists } from '../domain/dossier-records.ts'
import { DEVICE_KINDS } from '../domain/equipment.ts'
import type { Exhibit } from '../domain/exhibit.ts'
import { DOCUMENT_KINDS } from '../domain/identity.ts'
import { ENTRY_KINDS } from '../domain/ledger.ts'
import { LARGEST_AMOUNT_MINOR, minorDigits } from '../domain/money.ts'
import { PACK_LANGUAGES } from '../domain/pack-record.ts'
import { BACKUP_KINDS, SERVICE_KINDS, SERVICE_STATES } from '../domain/precaution.ts'
import type { ProofTarget } from '../domain/proof-target.ts'
import { SETTABLE_STATES, STEPS } from '../domain/step.ts'
import { operatorDataSchema } from './operator-schema.ts'

/** One line of a form. Longer text is a pasted document: it belongs in a file or in notes. */
export const LONGEST_LINE = 300
/** Notes and the text of a confirmation. */
export const LONGEST_TEXT = 20_000
/** A dossier that outgrows this is a mistake or an attack; 2,000 is the guide's bundle of a thousand, twice. */
export const MOST_EXHIBITS = 20_000

/** Ten years; a longer notice is a typing error. */
export const LONGEST_NOTICE_DAYS = 3660
/** A day: no call lasts longer. */
export const LONGEST_CONTACT_MINUTES = 1440
/** Records of one list; a bank statement of years stays far below. */
export const MOST_RECORDS = 10_000

const line = z.string().max(LONGEST_LINE)
const text = z.string().max(LONGEST_TEXT)
const isoDate = z.string().refine(isIsoDate)
const instant = z.iso.datetime()
const id = z.uuid()
const category = z.enum(CATEGORIES)
const amountMinor = z.int().min(0).max(LARGEST_AMOUNT_MINOR)
const currency = z.string().refine(isCurrency)
export const sha256Schema = z.string().regex(/^[0-9a-f]{64}$/)
export const packLanguageSchema = z.enum(PACK_LANGUAGES)
export const categorySchema = category
export const idSchema = id
export const currencySchema = currency

function isCurrency(code: string): boolean {
  if (!/^[A-Z]{3}$/.test(code)) return false
  return Number.isInteger(minorDigits(code))
}

const zonedMoment = z
  .strictObject({ local: z.string().refine(isLocalMoment), zone: z.string().refine(isZone) })
  .readonly()

const operator = z.strictObject({ id: z.string().max(40).nullable(), name: line.min(1) }).readonly()
const names = z.strictObject({ latin: line, cyrillic: line, chinese: line }).readonly()
const phoneNumber = z.string().regex(/^\+[1-9]\d{4,14}$/)
const closingShape = { reason: z.enum(CLOSING_REASONS).nullable(), note: text, plannedOn: isoDate.nullable() }
const contractShape = {
  number: line,
  signedOn: isoDate.nullable(),
  accountNumber: line,
  simNumber: line,
  tariff: line
}
const contactDetailsShape = { email: line, phone: line, address: line }
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
const representative = z
  .strictObject({
    name: line,
    attorneyNumber: line,
    notary: line,
    issuedOn: isoDate.nullable(),
    expiresOn: isoDate.nullable(),
    mayReceiveMoney: z.boolean().nullable()
  })
  .readonly()
const identityShape = { bornOn: isoDate.nullable(), representative: representative.nullable() }
const agreementShape = {
  number: line,
  appliedOn: isoDate.nullable(),
  signedOn: isoDate.nullable(),
  effectiveOn: isoDate.nullable(),
  penaltyMinor: amountMinor.nullable(),
  notes: text
}
const confirmationShape = {
  channel: z.enum(CONFIRMATION_CHANNELS).nullable(),
  sender: line,
  receivedAt: zonedMoment.nullable(),
  text
}
const termsShape = {
  endsOn: isoDate.nullable(),
  noticeDays: z.int().min(0).max(LONGEST_NOTICE_DAYS).nullable(),
  penaltyMinor: amountMinor.nullable(),
  note: text
}

/** Asking the runtime takes longer than reading a whole contact, and most contacts have the same zone. */
const knownZones = new Set<string>()

function isZone(zone: string): boolean {
  if (knownZones.has(zone)) return true
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone })
    knownZones.add(zone)
    return true
  } catch {
    return false
  }
}

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

const dueId = z.string().min(1).max(120)
const dueChange = z
  .strictObject({
    id: dueId,
    on: isoDate.nullable(),
    doneOn: isoDate.nullable(),
    laterUntil: isoDate.nullable()
  })
  .readonly()

/** One schema for the records of each list. */
const recordSchemas: { readonly [List in keyof RecordLists]: z.ZodType<RecordLists[List]> } = {
  documents: document,
  contacts: contact,
  entries: entry,
  devices: device,
  backups: backup,
  services: service,
  reminders: reminder,
  dueChanges: dueChange
}
const recordList = z.enum(Object.keys(recordSchemas) as (keyof RecordLists)[])

function listOf<Kept extends { readonly id: string }>(record: z.ZodType<Kept>) {
  return z.array(record).max(MOST_RECORDS).readonly().refine(areUnique)
}

function areUnique(records: readonly { readonly id: string }[]): boolean {
  return new Set(records.map((record) => record.id)).size === records.length
}

function putRecords<List extends keyof RecordLists>(list: List) {
  return z.strictObject({
    kind: z.literal('put-records'),
    list: z.literal(list),
    records: listOf<RecordLists[List]>(recordSchemas[list]),
    beforeId: dueId.nullable()
  })
}

const override = { state: z.enum(SETTABLE_STATES), reason: text.min(1) }
const overrides = z
  .partialRecord(z.enum(STEPS), z.strictObject({ ...override, at: instant }).readonly())
  .readonly() as z.ZodType<Dossier['overrides']>

export const proofTargetSchema: z.ZodType<ProofTarget> = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('step'), step: z.enum(STEPS) }),
  z.strictObject({ kind: z.enum(['entry', 'contact', 'device', 'document', 'backup']), id })
])
/** One exhibit can prove a whole ledger: a bank's statement of it. */
export const proofTargetsSchema = z.array(proofTargetSchema).max(MOST_RECORDS).readonly()

const exhibitNumber = z.strictObject({ category, serial: z.int().min(1) }).readonly()
const madeOn = z
  .strictObject({ on: isoDate, source: z.enum(['exif', 'pdf', 'stated']) })
  .readonly()
  .nullable()

export const fileFactsSchema = z
  .strictObject({
    sha256: sha256Schema,
    sizeBytes: z.int().min(1),
    originalName: z.string().max(4096),
    mediaType: z.string().max(200),
    pages: z.int().min(1).nullable(),
    pixels: z
      .strictObject({ width: z.int().min(1), height: z.int().min(1) })
      .readonly()
      .nullable(),
    fileModifiedAt: instant.nullable()
  })
  .readonly()

const exhibit: z.ZodType<Exhibit> = z
  .strictObject({
    id,
    number: exhibitNumber,
    formerNumbers: z.array(exhibitNumber).max(CATEGORIES.length).readonly(),
    caption: line,
    madeOn,
    proves: proofTargetsSchema,
    addedAt: instant,
    file: fileFactsSchema,
    trashedAt: instant.nullable()
  })
  .readonly()

const pack = z
  .strictObject({
    code: z.string().max(40),
    madeAt: instant,
    language: packLanguageSchema,
    fileName: line,
    pages: z.int().min(1),
    sizeBytes: z.int().min(1),
    sha256: sha256Schema
  })
  .readonly()

const serial = z.int().min(0)

/** A whole dossier, as it stands in a file of the vault, in a portable folder and in a row of Dexie. */
export const dossierSchema: z.ZodType<Dossier> = z
  .strictObject({
    id,
    revision: z.int().min(1),
    createdAt: instant,
    changedAt: instant,
    trashedAt: instant.nullable(),
    isSpecimen: z.boolean(),
    operator,
    operatorData: operatorDataSchema.nullable(),
    phoneNumber,
    subscriber: names,
    closing: z.strictObject(closingShape).readonly(),
    contract: z.strictObject(contractShape).readonly(),
    contactDetails: z.strictObject(contactDetailsShape).readonly(),
    identity: z.strictObject({ ...identityShape, documents: listOf(document) }).readonly(),
    contacts: listOf(contact),
    payments: z.strictObject({ currency, entries: listOf(entry) }).readonly(),
    agreement: z.strictObject(agreementShape).readonly(),
    equipment: z.strictObject({ nothingToReturn: z.boolean(), devices: listOf(device) }).readonly(),
    confirmation: z.strictObject(confirmationShape).readonly(),
    backups: listOf(backup),
    terms: z.strictObject(termsShape).readonly(),
    services: listOf(service),
    reminders: listOf(reminder),
    dueChanges: listOf(dueChange),
    overrides,
    exhibits: z.array(exhibit).max(MOST_EXHIBITS).readonly(),
    lastSerials: z
      .strictObject({ A: serial, B: serial, C: serial, D: serial, E: serial, F: serial, G: serial })
      .readonly(),
    packs: z.array(pack).readonly()
  })
  .readonly()

export const newDossierSchema = z
  .strictObject({
    operator,
    phoneNumber,
    subscriber: names,
    contractNumber: line,
    isSpecimen: z.boolean().optional()
  })
  .readonly() as unknown as z.ZodType<NewDossier>

/**
 * Partial values arrive without `undefined`: `exactOptionalPropertyTypes` and zod's `partial()` differ
 * only in that, hence the one cast below.
 */
export const dossierEditSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('set-account'),
    values: z.strictObject({ operator, phoneNumber, subscriber: names }).partial()
  }),
  z.strictObject({
    kind: z.literal('set-closing'),
    values: z.strictObject(closingShape).partial()
  }),
  z.strictObject({ kind: z.literal('set-contract'), values: z.strictObject(contractShape).partial() }),
  z.strictObject({
    kind: z.literal('set-contact-details'),
    values: z.strictObject(contactDetailsShape).partial()
  }),
  z.strictObject({ kind: z.literal('set-identity'), values: z.strictObject(identityShape).partial() }),
  z.strictObject({ kind: z.literal('set-agreement'), values: z.strictObject(agreementShape).partial() }),
  z.strictObject({ kind: z.literal('set-terms'), values: z.strictObject(termsShape).partial() }),
  z.strictObject({
    kind: z.literal('set-equipment'),
    values: z.strictObject({ nothingToReturn: z.boolean() })
  }),
  z.strictObject({
    kind: z.literal('set-confirmation'),
    values: z.strictObject(confirmationShape).partial()
  }),
  z.strictObject({ kind: z.literal('set-currency'), currency }),
  z.strictObject({
    kind: z.literal('override-step'),
    step: z.enum(STEPS),
    override: z.strictObject(override).nullable()
  }),
  z.discriminatedUnion('list', [
    putRecords('documents'),
    putRecords('contacts'),
    putRecords('entries'),
    putRecords('devices'),
    putRecords('backups'),
    putRecords('services'),
    putRecords('reminders'),
    putRecords('dueChanges')
  ]),
  z.strictObject({
    kind: z.literal('remove-records'),
    list: recordList,
    ids: z.array(dueId).min(1).max(MOST_RECORDS).readonly()
  }),
  z.strictObject({ kind: z.literal('link-exhibit'), exhibitId: id, target: proofTargetSchema }),
  z.strictObject({ kind: z.literal('unlink-exhibit'), exhibitId: id, target: proofTargetSchema }),
  z.strictObject({ kind: z.literal('caption-exhibit'), exhibitId: id, caption: line }),
  z.strictObject({ kind: z.literal('date-exhibit'), exhibitId: id, madeOn }),
  z.strictObject({ kind: z.literal('categorise-exhibit'), exhibitId: id, category }),
  z.strictObject({ kind: z.literal('move-exhibit'), exhibitId: id, beforeId: id.nullable() }),
  z.strictObject({ kind: z.literal('trash-exhibit'), exhibitId: id }),
  z.strictObject({ kind: z.literal('restore-exhibit'), exhibitId: id }),
  z.strictObject({ kind: z.literal('trash-dossier') }),
  z.strictObject({ kind: z.literal('restore-dossier') })
]) as unknown as z.ZodType<DossierEdit>
