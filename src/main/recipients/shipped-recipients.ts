import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { RecipientProfile } from '../../shared/domain/recipient-profile.ts'
import { recipientFileSchema } from '../../shared/schema/recipient-schema.ts'
import { SHIPPED_RECIPIENTS } from './shipped-recipient-ids.ts'

/** Reads the shipped data files. A broken one is a broken build, so it throws. */
export function readShippedRecipients(resourcesFolder: string): Promise<readonly RecipientProfile[]> {
  return Promise.all(SHIPPED_RECIPIENTS.map((id) => readShippedRecipient(resourcesFolder, id)))
}

/** Reads one of them. */
export async function readShippedRecipient(
  resourcesFolder: string,
  id: (typeof SHIPPED_RECIPIENTS)[number]
): Promise<RecipientProfile> {
  const path = join(resourcesFolder, 'recipients', `${id}.json`)
  return recipientFileSchema.parse(JSON.parse(await readFile(path, 'utf8'))).recipient
}
