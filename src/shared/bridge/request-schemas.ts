import { z } from 'zod'
import type { Settings } from '../domain/settings.ts'
import { SCREEN_LANGUAGES, ZOOM_PERCENTS } from '../domain/settings.ts'
import {
  categorySchema,
  dossierEditSchema,
  idSchema,
  MOST_EXHIBITS,
  newDossierSchema,
  packLanguageSchema,
  proofTargetsSchema
} from '../schema/dossier-schema.ts'
import type { RequestName, RequestOf } from './contract.ts'

/** A screenshot of the largest screens, uncompressed. Files of any size go by path instead. */
const LARGEST_PICTURE_BYTES = 256 * 1024 * 1024

/** Undoing the removal of a long list puts its records back one by one. */
const MOST_EDITS = 20_000

const nothing = z.null()
const byId = z.strictObject({ id: idSchema })
const exhibitRef = z.strictObject({ dossierId: idSchema, exhibitId: idSchema })
const job = z.strictObject({ jobId: idSchema })
const attach = z.strictObject({
  jobId: idSchema,
  dossierId: idSchema,
  category: categorySchema,
  proves: proofTargetsSchema
})
const target = z.strictObject({ targetId: idSchema })
const pack = z.strictObject({
  jobId: idSchema,
  dossierId: idSchema,
  language: packLanguageSchema,
  exhibitIds: z.array(idSchema).max(MOST_EXHIBITS)
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
  'operator:list': nothing,

  'dossier:list': nothing,
  'dossier:read': byId,
  'dossier:create': newDossierSchema,
  'dossier:edit': z.strictObject({ id: idSchema, edits: z.array(dossierEditSchema).min(1).max(MOST_EDITS) }),
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

  'pack:choose-target': z.strictObject({ dossierId: idSchema, language: packLanguageSchema }),
  'pack:export': pack.extend({ targetId: idSchema, replace: z.boolean() }),
  'pack:preview': pack,
  'pack:cancel': job,
  'pack:open-file': target,
  'pack:show-in-folder': target
}
