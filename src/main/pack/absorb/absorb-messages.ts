import type { Conversation } from '../plan/conversation.ts'
import type { ShowPart } from './show-part.ts'

/** A conversation whose pictures stand in the file, as far as they can be shown; null = the file holds none. */
export async function conversationOf(bytes: Buffer, showPart: ShowPart): Promise<Conversation | null> {
  // The reader of XML comes with the first such file.
  const { readMessages } = await import('./read-messages.ts')
  const read = readMessages(bytes)
  if (read === null) return null
  const messages: Conversation['messages'][number][] = []
  for (const message of read.messages) {
    const attachments = []
    for (const { bytes: part, ...attachment } of message.attachments) {
      const { mediaType, sha256 } = attachment
      const [page] = mediaType.startsWith('image/') ? await showPart({ mediaType, sha256, bytes: part }) : []
      const picture = page?.kind === 'picture' ? page : null
      attachments.push({ ...attachment, sizeBytes: part.length, picture })
    }
    messages.push({ ...message, attachments })
  }
  return { ...read, messages }
}
