import { z } from 'zod'
import { isIsoDate } from '../domain/calendar.ts'
import type { Settings } from '../domain/settings.ts'
import { SCREEN_LANGUAGES, ZOOM_PERCENTS } from '../domain/settings.ts'
import {
  COLUMN_ROLES,
  DATE_ORDERS,
  DECIMAL_MARKS,
  DELIMITERS,
  LONGEST_FILTER,
  MOST_COLUMNS,
  STATEMENT_ENCODINGS,
  STATEMENT_SOURCES
} from '../domain/statement.ts'
import { MOST_EXHIBITS } from '../domain/limits.ts'
import { preparePassword } from '../domain/pack-password.ts'
import { PACK_ORDERS } from '../domain/pack-order.ts'
import { DELIVERIES } from '../domain/recipient-profile.ts'
import { dossierEditSchema } from '../schema/dossier-edit-schema.ts'
import { newDossierSchema } from '../schema/dossier-schema.ts'
import {
  categorySchema,
  currencySchema,
  idSchema,
  lineSchema,
  packCodeSchema,
  packLanguageSchema
} from '../schema/field-schemas.ts'
import { proofTargetsSchema } from '../schema/record-schemas.ts'
import { operatorEditSchema, operatorIdentitySchema, operatorIdSchema } from '../schema/operator-schema.ts'
import {
  ownProfileSchema,
  packSettingsSchema,
  profileIdSchema,
  recipientProfileSchema
} from '../schema/recipient-schema.ts'
import type { RequestName, RequestOf } from './contract.ts'

/** A screenshot of the largest screens, uncompressed. Files of any size go by path instead. */
const LARGEST_PICTURE_BYTES = 256 * 1024 * 1024

/** Undoing the removal of a long list puts its records back one by one. */
const MOST_EDITS = 20_000

/** One answer keeps main busy for so many files at most; other requests come in between. */
const MOST_SUMMARIES = 256

const nothing = z.null()
const byId = z.strictObject({ id: idSchema })
const exhibitRef = z.strictObject({ dossierId: idSchema, exhibitId: idSchema })
const byOperatorId = z.strictObject({ id: operatorIdSchema })
const job = z.strictObject({ jobId: idSchema })
const attach = z.strictObject({
  jobId: idSchema,
  dossierId: idSchema,
  category: categorySchema,
  proves: proofTargetsSchema
})
const statement = z.strictObject({ statementId: idSchema })
const statementReading = z.strictObject({
  encoding: z.enum(STATEMENT_ENCODINGS).nullable(),
  delimiter: z.enum(DELIMITERS).nullable(),
  headerLine: z.int().min(0).nullable()
})
const statementMapping = z.strictObject({
  roles: z.array(z.enum(COLUMN_ROLES)).max(MOST_COLUMNS),
  dateOrder: z.enum(DATE_ORDERS),
  decimalMark: z.enum(DECIMAL_MARKS),
  source: z.enum(STATEMENT_SOURCES),
  currency: currencySchema
})
const target = z.strictObject({ targetId: idSchema })
const pack = z.strictObject({
  jobId: idSchema,
  dossierId: idSchema,
  language: packLanguageSchema,
  secondLanguage: packLanguageSchema.nullable(),
  order: z.enum(PACK_ORDERS),
  profileId: profileIdSchema,
  settings: packSettingsSchema,
  recipient: lineSchema,
  supplementTo: packCodeSchema.nullable(),
  exhibitIds: z.array(idSchema).max(MOST_EXHIBITS),
  isCore: z.boolean()
})

/** Far more than the standard takes: what is longer is answered by the page, before it is sent. */
const LONGEST_TYPED_PASSWORD = 1000
const passwordSchema = z
  .string()
  .max(LONGEST_TYPED_PASSWORD)
  .refine((password) => preparePassword(password).ok)

/** A person with so many dates has another kind of calendar. */
const MOST_EVENTS = 100_000
/** Systems cut notifications far sooner. */
const LONGEST_NOTICE = 1000
const calendarEvent = z.strictObject({
  uid: z.string().min(1).max(300),
  sequence: z.int().min(0),
  on: z.string().refine(isIsoDate),
  title: z.string().min(1).max(LONGEST_NOTICE)
})

export const settingsSchema: z.ZodType<Settings> = z.strictObject({
  language: z.enum([...SCREEN_LANGUAGES, 'system']),
  theme: z.enum(['light', 'dark', 'system']),
  // Settings kept by an earlier version lack what follows. Whoever has some has used the app before: no welcome.
  zoomPercent: z.literal(ZOOM_PERCENTS).default(100),
  hasSeenWelcome: z.boolean().default(true),
  hasNotifications: z.boolean().default(true)
})

/** One schema for every request: a missing or drifted one does not compile. */
export const requestSchemas: { readonly [Name in RequestName]: z.ZodType<RequestOf<Name>> } = {
  'app:about': nothing,
  'app:show-vault': nothing,
  'app:settled': nothing,
  'settings:read': nothing,
  'settings:save': settingsSchema,
  'law:list': nothing,

  'operator:list': nothing,
  'operator:edit': byOperatorId.extend({ edit: operatorEditSchema }),
  'operator:add': operatorIdentitySchema,
  'operator:remove': byOperatorId,
  'operator:export': byOperatorId,
  'operator:import': nothing,
  'operator:confirm-import': z.strictObject({ importId: idSchema }),

  'dossier:list': nothing,
  'dossier:summarise': z.strictObject({
    ids: z.array(idSchema).max(MOST_SUMMARIES),
    today: z.iso.date()
  }),
  'dossier:read': byId,
  'dossier:create': newDossierSchema,
  'dossier:edit': z.strictObject({ id: idSchema, edits: z.array(dossierEditSchema).min(1).max(MOST_EDITS) }),
  'dossier:take-operator-data': byId,
  'dossier:open-sample': nothing,
  'dossier:destroy': byId,
  'dossier:export-folder': byId,
  'dossier:import-folder': nothing,

  'exhibit:choose-files': attach,
  'exhibit:attach': attach.extend({
    paths: z.array(z.string().min(1).max(32_768)).min(1).max(MOST_EXHIBITS)
  }),
  'exhibit:paste': attach.extend({
    bytes: z.instanceof(Uint8Array).refine((bytes) => bytes.length <= LARGEST_PICTURE_BYTES)
  }),
  'exhibit:cancel-attach': job,
  'exhibit:open': exhibitRef,
  'exhibit:close': z.strictObject({ url: z.string().max(200) }),
  'exhibit:show-original': exhibitRef,
  'exhibit:save-copy': exhibitRef,
  'exhibit:verify': exhibitRef,

  'statement:choose': nothing,
  'statement:preview': statement.extend({ reading: statementReading, currency: currencySchema }),
  'statement:propose': statement.extend({
    dossierId: idSchema,
    reading: statementReading,
    repairQuotes: z.boolean(),
    mapping: statementMapping,
    filter: z.string().max(LONGEST_FILTER)
  }),
  'statement:keep': attach.extend({ statementId: idSchema }),
  'statement:close': statement,

  'due:save-calendar': z.strictObject({
    name: z.string().max(100),
    events: z.array(calendarEvent).max(MOST_EVENTS)
  }),
  'due:notify': z.strictObject({
    title: z.string().min(1).max(LONGEST_NOTICE),
    body: z.string().max(LONGEST_NOTICE),
    opens: z.strictObject({ dossierId: idSchema, dueId: z.string().min(1).max(120) }).nullable()
  }),

  'recipient:list': nothing,
  'recipient:add': ownProfileSchema,
  'recipient:change': recipientProfileSchema,
  'recipient:remove': z.strictObject({ id: profileIdSchema }),

  'pack:choose-target': z.strictObject({
    dossierId: idSchema,
    language: packLanguageSchema,
    supplementTo: packCodeSchema.nullable(),
    delivery: z.enum(DELIVERIES)
  }),
  'pack:export': pack.extend({
    targetId: idSchema,
    replace: z.boolean(),
    checksumFile: z.boolean(),
    password: passwordSchema.nullable()
  }),
  'pack:preview': pack,
  'pack:estimate': pack.extend({ isEncrypted: z.boolean() }),
  'pack:check': target,
  'pack:cancel': job,
  'pack:open-file': target,
  'pack:show-in-folder': target
}
