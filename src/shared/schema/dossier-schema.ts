import { z } from 'zod'
import { isIsoDate, isLocalMoment } from '../domain/calendar.ts'
import { CATEGORIES } from '../domain/category.ts'
import {
  CLOSING_REASONS,
  CONFIRMATION_CHANNELS,
  DOCUMENT_KINDS,
  type Dossier,
  type NewDossier
} from '../domain/dossier.ts'
import type { DossierEdit } from '../domain/dossier-edit.ts'
import type { Exhibit } from '../domain/exhibit.ts'
import { ENTRY_KINDS } from '../domain/ledger.ts'
import { LARGEST_AMOUNT_MINOR, minorDigits } from '../domain/money.ts'
import { PACK_LANGUAGES } from '../domain/pack-record.ts'

/** One line of a form. Longer text is a pasted document: it belongs in a file or in notes. */
export const LONGEST_LINE = 300
/** Notes and the text of a confirmation. */
export const LONGEST_TEXT = 20_000
/** A dossier that outgrows this is a mistake or an attack; 2,000 is the guide's bundle of a thousand, twice. */
export const MOST_EXHIBITS = 20_000

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

function isCurrency(code: string): boolean {
  if (!/^[A-Z]{3}$/.test(code)) return false
  return Number.isInteger(minorDigits(code))
}

const operator = z.strictObject({ id: z.string().max(40).nullable(), name: line.min(1) }).readonly()
const names = z.strictObject({ latin: line, cyrillic: line, chinese: line }).readonly()
const phoneNumber = z.string().regex(/^\+[1-9]\d{4,14}$/)
const closing = z.strictObject({ reason: z.enum(CLOSING_REASONS).nullable(), note: text }).readonly()
const identityShape = {
  documentKind: z.enum(DOCUMENT_KINDS).nullable(),
  documentNumber: line,
  issuedBy: line,
  issuedOn: isoDate.nullable(),
  expiresOn: isoDate.nullable(),
  bornOn: isoDate.nullable(),
  contractNumber: line,
  contractOn: isoDate.nullable(),
  accountNumber: line,
  simNumber: line,
  contactEmail: line,
  contactPhone: line,
  contactAddress: line
}
const agreementShape = {
  number: line,
  signedOn: isoDate.nullable(),
  effectiveOn: isoDate.nullable(),
  penaltyMinor: amountMinor.nullable(),
  notes: text
}
const confirmationShape = {
  channel: z.enum(CONFIRMATION_CHANNELS).nullable(),
  sender: line,
  receivedAt: z
    .strictObject({ local: z.string().refine(isLocalMoment), zone: z.string().refine(isZone) })
    .readonly()
    .nullable(),
  text
}

function isZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone })
    return true
  } catch {
    return false
  }
}

const entry = z
  .strictObject({
    id,
    on: isoDate,
    kind: z.enum(ENTRY_KINDS),
    amountMinor: amountMinor.min(1),
    note: line,
    exhibitId: id.nullable()
  })
  .readonly()

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
    phoneNumber,
    subscriber: names,
    closing,
    identity: z.strictObject(identityShape).readonly(),
    payments: z.strictObject({ currency, entries: z.array(entry).max(10_000).readonly() }).readonly(),
    agreement: z.strictObject(agreementShape).readonly(),
    confirmation: z.strictObject(confirmationShape).readonly(),
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
    values: z.strictObject({ reason: z.enum(CLOSING_REASONS).nullable(), note: text }).partial()
  }),
  z.strictObject({ kind: z.literal('set-identity'), values: z.strictObject(identityShape).partial() }),
  z.strictObject({ kind: z.literal('set-agreement'), values: z.strictObject(agreementShape).partial() }),
  z.strictObject({
    kind: z.literal('set-confirmation'),
    values: z.strictObject(confirmationShape).partial()
  }),
  z.strictObject({ kind: z.literal('set-currency'), currency }),
  z.strictObject({ kind: z.literal('put-entry'), entry }),
  z.strictObject({ kind: z.literal('remove-entry'), entryId: id }),
  z.strictObject({ kind: z.literal('caption-exhibit'), exhibitId: id, caption: line }),
  z.strictObject({ kind: z.literal('date-exhibit'), exhibitId: id, on: isoDate.nullable() }),
  z.strictObject({ kind: z.literal('categorise-exhibit'), exhibitId: id, category }),
  z.strictObject({ kind: z.literal('move-exhibit'), exhibitId: id, beforeId: id.nullable() }),
  z.strictObject({ kind: z.literal('trash-exhibit'), exhibitId: id }),
  z.strictObject({ kind: z.literal('restore-exhibit'), exhibitId: id }),
  z.strictObject({ kind: z.literal('trash-dossier') }),
  z.strictObject({ kind: z.literal('restore-dossier') })
]) as unknown as z.ZodType<DossierEdit>
