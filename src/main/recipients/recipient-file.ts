import type { RecipientProfile } from '../../shared/domain/recipient-profile.ts'
import { recipientFileSchema } from '../../shared/schema/recipient-schema.ts'
import type { OwnFileForm } from '../own-files.ts'

/** A recipient's profile as the user keeps it, or gives it to the command line. */
export const RECIPIENT_FILE: OwnFileForm<RecipientProfile> = {
  // It takes one kilobyte.
  largestBytes: 64 * 1024,
  parse: (content) => recipientFileSchema.parse(content).recipient,
  contentOf: (recipient) => ({ format: 1, recipient })
}
