import { z } from 'zod'
import { isInsidePicture, type Bar } from '../domain/bar.ts'
import { CATEGORIES } from '../domain/category.ts'
import type { Dossier, NewDossier } from '../domain/dossier.ts'
import type { Exhibit } from '../domain/exhibit.ts'
import { LONGEST_BAR_NAME, MOST_BARS, MOST_EXHIBITS } from '../domain/limits.ts'
import { STEPS } from '../domain/step.ts'
import {
  categorySchema as category,
  currencySchema as currency,
  idSchema as id,
  instantSchema as instant,
  isoDateSchema as isoDate,
  lineSchema as line,
  packCodeSchema,
  packLanguageSchema,
  phoneNumberSchema as phoneNumber,
  sha256Schema
} from './field-schemas.ts'
import { operatorDataSchema } from './operator-schema.ts'
import {
  agreementShape,
  closingShape,
  confirmationShape,
  contactDetailsShape,
  contractShape,
  identityShape,
  namesSchema,
  operatorSchema,
  overrideShape,
  termsShape
} from './part-schemas.ts'
import { listOf, proofTargetsSchema, recordSchemas } from './record-schemas.ts'

const overrides = z
  .partialRecord(z.enum(STEPS), z.strictObject({ ...overrideShape, at: instant }).readonly())
  .readonly() as z.ZodType<Dossier['overrides']>

const exhibitNumber = z.strictObject({ category, serial: z.int().min(1) }).readonly()
export const madeOnSchema = z
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
    // Files taken in by earlier versions lack it.
    seconds: z.int().min(1).exactOptional(),
    fileModifiedAt: instant.nullable()
  })
  .readonly()

const fraction = z.number().min(0).max(1)
export const barsSchema: z.ZodType<readonly Bar[]> = z
  .array(
    z
      .strictObject({
        id,
        // Bars from before pages of PDFs could be covered lie on pictures.
        page: z.int().min(1).default(1),
        x: fraction,
        y: fraction,
        width: fraction,
        height: fraction,
        what: z.string().max(LONGEST_BAR_NAME)
      })
      .readonly()
      .refine(isInsidePicture)
  )
  .max(MOST_BARS)
  .readonly()

const exhibit: z.ZodType<Exhibit> = z
  .strictObject({
    id,
    number: exhibitNumber,
    formerNumbers: z.array(exhibitNumber).max(CATEGORIES.length).readonly(),
    caption: line,
    madeOn: madeOnSchema,
    proves: proofTargetsSchema,
    // Dossiers from before parts of pictures could be covered are read as they are.
    bars: barsSchema.default([]),
    addedAt: instant,
    file: fileFactsSchema,
    trashedAt: instant.nullable()
  })
  .readonly()

const packedExhibit = z
  .strictObject({
    id,
    number: z.string().max(20),
    sha256: sha256Schema,
    firstPage: z.int().min(1),
    lastPage: z.int().min(1)
  })
  .readonly()

const packedFile = z
  .strictObject({
    fileName: line,
    firstPage: z.int().min(1),
    pages: z.int().min(1),
    sizeBytes: z.int().min(1),
    sha256: sha256Schema
  })
  .readonly()

const pack = z
  .strictObject({
    code: packCodeSchema,
    madeAt: instant,
    language: packLanguageSchema,
    secondLanguage: packLanguageSchema.nullable().default(null),
    fileName: line,
    pages: z.int().min(1),
    sizeBytes: z.int().min(1),
    sha256: sha256Schema,
    // Notes from before the register knew more are read as they are.
    files: z
      .array(packedFile)
      .max(MOST_EXHIBITS + 1)
      .readonly()
      .default([]),
    encrypted: z.boolean().default(false),
    recipient: line.default(''),
    profile: z
      .strictObject({ id: z.string().max(40), name: line })
      .readonly()
      .nullable()
      .default(null),
    firstPage: z.int().min(1).default(1),
    supplementTo: packCodeSchema.nullable().default(null),
    exhibits: z.array(packedExhibit).max(MOST_EXHIBITS).readonly().nullable().default(null),
    contents: z.union([sha256Schema, z.literal('')]).default('')
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
    operator: operatorSchema,
    operatorData: operatorDataSchema.nullable(),
    phoneNumber,
    subscriber: namesSchema,
    closing: z.strictObject(closingShape).readonly(),
    contract: z.strictObject(contractShape).readonly(),
    contactDetails: z.strictObject(contactDetailsShape).readonly(),
    identity: z.strictObject({ ...identityShape, documents: listOf(recordSchemas.documents) }).readonly(),
    contacts: listOf(recordSchemas.contacts),
    payments: z.strictObject({ currency, entries: listOf(recordSchemas.entries) }).readonly(),
    agreement: z.strictObject(agreementShape).readonly(),
    equipment: z
      .strictObject({ nothingToReturn: z.boolean(), devices: listOf(recordSchemas.devices) })
      .readonly(),
    confirmation: z.strictObject(confirmationShape).readonly(),
    backups: listOf(recordSchemas.backups),
    terms: z.strictObject(termsShape).readonly(),
    services: listOf(recordSchemas.services),
    reminders: listOf(recordSchemas.reminders),
    dueChanges: listOf(recordSchemas.dueChanges),
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
    operator: operatorSchema,
    phoneNumber,
    subscriber: namesSchema,
    contractNumber: line,
    isSpecimen: z.boolean().optional()
  })
  .readonly() as unknown as z.ZodType<NewDossier>
