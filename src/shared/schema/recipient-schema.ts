import { z } from 'zod'
import {
  DELIVERIES,
  LEAST_LIMIT_MB,
  MOST_LIMIT_MB,
  PACK_FORMS,
  PACK_PARTS,
  PAPERS,
  PROFILE_LANGUAGES,
  type PackSettings,
  type RecipientProfile
} from '../domain/recipient-profile.ts'
import { inEachLanguageSchema } from './fact-schema.ts'
import { lineSchema } from './field-schemas.ts'

/** Also a file name, on every system: no dots, no slashes, no capitals. */
export const profileIdSchema = z.string().regex(/^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$/)

const settingsShape = {
  parts: z
    .array(z.enum(PACK_PARTS))
    .readonly()
    .refine((parts) => new Set(parts).size === parts.length),
  masking: z.strictObject({ documentNumbers: z.boolean(), birthDates: z.boolean() }).readonly(),
  purposeMark: z.boolean(),
  paper: z.enum(PAPERS),
  attachments: z.boolean(),
  // Files of before the archival form do not name it.
  form: z.enum(PACK_FORMS).default('working'),
  // Those of before packs in several files neither.
  delivery: z.enum(DELIVERIES).default('one-file'),
  largestFileMb: z.number().min(LEAST_LIMIT_MB).max(MOST_LIMIT_MB).nullable().default(null)
}
export const packSettingsSchema: z.ZodType<PackSettings> = z.strictObject(settingsShape).readonly()

const nameSchema = lineSchema.refine((name) => name.trim() !== '')

const profileShape = {
  name: z.union([nameSchema, inEachLanguageSchema]),
  meaning: z.union([lineSchema, inEachLanguageSchema]),
  language: z.enum(PROFILE_LANGUAGES),
  // Files from before there were two languages do not name it.
  secondLanguage: z.enum(PROFILE_LANGUAGES).nullable().default(null),
  ...settingsShape
}
export const recipientProfileSchema: z.ZodType<RecipientProfile> = z
  .strictObject({ id: profileIdSchema, ...profileShape })
  .readonly()

/** One that has no file yet. */
export const ownProfileSchema: z.ZodType<Omit<RecipientProfile, 'id'>> = z
  .strictObject(profileShape)
  .readonly()

/** A file of a shipped recipient or of the user's own. */
export const recipientFileSchema = z.strictObject({ format: z.literal(1), recipient: recipientProfileSchema })
