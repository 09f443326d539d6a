import { FIRST_PROFILE_ID, type RecipientProfile } from '../../shared/domain/recipient-profile.ts'
import { readOwnFile } from '../own-files.ts'
import { RECIPIENT_FILE } from '../recipients/recipient-file.ts'
import { readShippedRecipients } from '../recipients/shipped-recipients.ts'
import { UsageError, type Terminal } from './terminal.ts'

/** Who the pack is for: one of the shipped recipients by its id, or a file of the user's own. */
export async function readRecipient(
  typed: string | undefined,
  terminal: Terminal
): Promise<RecipientProfile> {
  const wanted = typed ?? FIRST_PROFILE_ID
  const shipped = await readShippedRecipients(terminal.resourcesFolder)
  const found = wanted.endsWith('.json')
    ? await readOwnFile(wanted, RECIPIENT_FILE)
    : shipped.find(({ id }) => id === wanted)
  if (found) return found
  const choices = [...shipped.map(({ id }) => id), 'FILE.json'].join(', ')
  throw new UsageError(terminal.words.usage.badChoice('--for', choices))
}
