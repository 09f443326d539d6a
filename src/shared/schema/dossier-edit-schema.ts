import { z } from 'zod'
import type { DossierEdit } from '../domain/dossier-edit.ts'
import type { RecordLists } from '../domain/dossier-records.ts'
import { MOST_RECORDS } from '../domain/limits.ts'
import { STEPS } from '../domain/step.ts'
import { barsSchema, madeOnSchema } from './dossier-schema.ts'
import {
  categorySchema as category,
  currencySchema as currency,
  idSchema as id,
  lineSchema as line,
  phoneNumberSchema as phoneNumber
} from './field-schemas.ts'
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
import {
  listOf,
  proofTargetSchema,
  recordIdSchema,
  recordListSchema,
  recordSchemas
} from './record-schemas.ts'

function putRecords<List extends keyof RecordLists>(list: List) {
  return z.strictObject({
    kind: z.literal('put-records'),
    list: z.literal(list),
    records: listOf<RecordLists[List]>(recordSchemas[list]),
    beforeId: recordIdSchema.nullable()
  })
}

/**
 * Partial values arrive without `undefined`: `exactOptionalPropertyTypes` and zod's `partial()` differ
 * only in that, hence the one cast below.
 */
export const dossierEditSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('set-account'),
    values: z.strictObject({ operator: operatorSchema, phoneNumber, subscriber: namesSchema }).partial()
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
    override: z.strictObject(overrideShape).nullable()
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
    list: recordListSchema,
    ids: z.array(recordIdSchema).min(1).max(MOST_RECORDS).readonly()
  }),
  z.strictObject({ kind: z.literal('link-exhibit'), exhibitId: id, target: proofTargetSchema }),
  z.strictObject({ kind: z.literal('unlink-exhibit'), exhibitId: id, target: proofTargetSchema }),
  z.strictObject({ kind: z.literal('caption-exhibit'), exhibitId: id, caption: line }),
  z.strictObject({ kind: z.literal('date-exhibit'), exhibitId: id, madeOn: madeOnSchema }),
  z.strictObject({ kind: z.literal('set-bars'), exhibitId: id, bars: barsSchema }),
  z.strictObject({ kind: z.literal('categorise-exhibit'), exhibitId: id, category }),
  z.strictObject({ kind: z.literal('move-exhibit'), exhibitId: id, beforeId: id.nullable() }),
  z.strictObject({ kind: z.literal('trash-exhibit'), exhibitId: id }),
  z.strictObject({ kind: z.literal('restore-exhibit'), exhibitId: id }),
  z.strictObject({ kind: z.literal('trash-dossier') }),
  z.strictObject({ kind: z.literal('restore-dossier') })
]) as unknown as z.ZodType<DossierEdit>
