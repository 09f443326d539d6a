import { z } from 'zod'
import {
  CHANNEL_KINDS,
  FACT_KEYS,
  type Channel,
  type FactKey,
  type OperatorData,
  type OwnOperator
} from '../domain/operator-data.ts'
import type { OperatorEdit } from '../domain/operator-edit.ts'
import { LONGEST_FACT } from '../domain/limits.ts'
import { factShape, factsSchema, hasItsSource, inEachLanguageSchema } from './fact-schema.ts'

const MOST_CHANNELS = 50
const LONGEST_WAIT_DAYS = 365

/** Also a file name, on every system: no dots, no slashes, no capitals. */
const operatorId = z.string().regex(/^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$/)
const channelId = z.string().regex(/^[a-z0-9-]{1,40}$/)
const colour = z.string().regex(/^#[0-9A-Fa-f]{6}$/)
const factKey = z.enum(FACT_KEYS as [FactKey, ...FactKey[]])
const followUpDays = z.int().min(1).max(LONGEST_WAIT_DAYS).nullable()

export const operatorIdSchema = operatorId

const identityShape = {
  names: inEachLanguageSchema,
  mark: z.string().trim().min(1).max(4),
  colour: z.strictObject({ light: colour, dark: colour }).readonly()
}
export const operatorIdentitySchema = z.strictObject(identityShape).readonly()

export const channelSchema: z.ZodType<Channel> = z
  .strictObject({
    id: channelId,
    kind: z.enum(CHANNEL_KINDS),
    ...factShape,
    note: inEachLanguageSchema.nullable()
  })
  .readonly()
  .refine(hasItsSource)

const factsByKey = z
  .strictObject(
    Object.fromEntries(FACT_KEYS.map((key) => [key, factsSchema])) as Record<FactKey, typeof factsSchema>
  )
  .readonly()

const dataShape = {
  id: operatorId,
  ...identityShape,
  facts: factsByKey,
  channels: z
    .array(channelSchema)
    .max(MOST_CHANNELS)
    .readonly()
    .refine((channels) => new Set(channels.map(({ id }) => id)).size === channels.length),
  followUpDays
}

/** An operator's facts, as a dossier keeps them. */
export const operatorDataSchema: z.ZodType<OperatorData> = z.strictObject(dataShape).readonly()

/** One file for each operator: shipped with the app, or exported to be given to somebody else. */
export const operatorFileSchema = z.strictObject({ format: z.literal(1), operator: operatorDataSchema })

/** The user's own file: only what differs from the shipped operator, or a whole operator of their own. */
export const ownOperatorFileSchema = z.strictObject({
  format: z.literal(1),
  own: z
    .strictObject({
      id: operatorId,
      identity: operatorIdentitySchema.nullable(),
      followUpDays,
      facts: z.partialRecord(factKey, factsSchema).readonly(),
      channels: z.record(channelId, channelSchema.nullable()).readonly()
    })
    .readonly() as unknown as z.ZodType<OwnOperator>
})

const typed = z.string().trim().max(LONGEST_FACT)
const words = z.strictObject({ value: typed, source: typed })

export const operatorEditSchema: z.ZodType<OperatorEdit> = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('correct-fact'), key: factKey, words }),
  z.strictObject({ kind: z.literal('restore-fact'), key: factKey }),
  z.strictObject({ kind: z.literal('put-facts'), key: factKey, facts: factsSchema }),
  z.strictObject({
    kind: z.literal('put-channel'),
    id: channelId,
    channelKind: z.enum(CHANNEL_KINDS),
    words: words.extend({ value: typed.min(1) })
  }),
  z.strictObject({ kind: z.literal('remove-channel'), id: channelId }),
  z.strictObject({ kind: z.literal('restore-channel'), id: channelId }),
  z.strictObject({ kind: z.literal('set-follow-up'), days: followUpDays }),
  z.strictObject({ kind: z.literal('set-identity'), identity: operatorIdentitySchema })
])
