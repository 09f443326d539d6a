import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { RecipientProfile } from '../../shared/domain/recipient-profile.ts'
import { recipientFileSchema } from '../../shared/schema/recipient-schema.ts'

/** The recipients that ship with the app, in the order in which they are offered. */
export const SHIPPED_RECIPIENTS = ['operator', 'regulator', 'bank', 'court', 'lawyer', 'self'] as const

/** Reads the shipped data files. A broken one is a broken build, so it throws. */
export function readShippedRecipients(resourcesFolder: string): Promise<readonly RecipientProfile[]> {
  return Promise.all(
    SHIPPED_RECIPIENTS.map((id) => readShipped(join(resourcesFolder, 'recipients', `${id}.json`)))
  )
}

async function readShipped(path: string): Promise<RecipientProfile> {
  return recipientFileSchema.parse(JSON.parse(await readFile(path, 'utf8'))).recipient
}
