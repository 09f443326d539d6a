import { FIRST_PROFILE_ID, type RecipientProfile } from '../../shared/domain/recipient-profile.ts'
import { readOwnFile } from '../own-files.ts'
import { RECIPIENT_FILE } from '../recipients/recipient-file.ts'
import { SHIPPED_RECIPIENTS } from '../recipients/shipped-recipient-ids.ts'
import { readShippedRecipient } from '../recipients/shipped-recipients.ts'
import { UsageError, type Terminal } from './terminal.ts'

/** Who the pack is for: one of the shipped recipients by its id, or a file of the user's own. */
export async function readRecipient(
  typed: string | undefined,
  terminal: Terminal
): Promise<RecipientProfile> {
  const wanted = typed ?? FIRST_PROFILE_ID
  const shipped = SHIPPED_RECIPIENTS.find((id) => id === wanted)
  if (shipped !== undefined) return readShippedRecipient(terminal.resourcesFolder, shipped)
  const own = wanted.endsWith('.json') ? await readOwnFile(wanted, RECIPIENT_FILE) : null
  if (own !== null) return own
  throw new UsageError(
    terminal.words.usage.badChoice('--for', [...SHIPPED_RECIPIENTS, 'FILE.json'].join(', '))
  )
}
