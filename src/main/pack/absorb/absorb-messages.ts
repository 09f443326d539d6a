import type { PicturePage } from '../plan/absorbed-exhibit.ts'
import type { Conversation } from '../plan/conversation.ts'
import type { PdfFile } from '../write/pdf-file.ts'
import { absorbJpeg } from './absorb-jpeg.ts'
import { absorbPng } from './absorb-png.ts'
import type { CheckedOriginal } from './checked-original.ts'
import { PictureRefused } from './picture-limits.ts'
import type { RawAttachment } from './read-messages.ts'

/** A conversation whose pictures stand in the file, as far as they can be shown; null = the file holds none. */
export async function conversationOf(file: PdfFile, bytes: Buffer): Promise<Conversation | null> {
  // The reader of XML comes with the first such file.
  const { readMessages } = await import('./read-messages.ts')
  const read = readMessages(bytes)
  if (read === null) return null
  const messages: Conversation['messages'][number][] = []
  for (const message of read.messages) {
    const attachments = []
    for (const { name, mediaType, bytes: part } of message.attachments) {
      const picture = await pictureOf(file, mediaType, part)
      attachments.push({ name, mediaType, sizeBytes: part.length, picture })
    }
    messages.push({ ...message, attachments })
  }
  return { ...read, messages }
}

async function pictureOf(
  file: PdfFile,
  mediaType: RawAttachment['mediaType'],
  bytes: Buffer
): Promise<PicturePage | null> {
  const start = file.mark()
  try {
    const [page] = await picturePages(file, mediaType, heldOriginal(bytes))
    return page?.kind === 'picture' ? page : null
  } catch (error) {
    if (!(error instanceof PictureRefused)) throw error
    await file.rollBack(start)
    return null
  }
}

async function picturePages(file: PdfFile, mediaType: string, part: CheckedOriginal) {
  // Nothing decoded them when the file came in.
  if (mediaType === 'image/jpeg' || mediaType === 'image/jpg')
    return absorbJpeg(file, part, { isSuspect: true, isBare: false })
  return mediaType === 'image/png' ? absorbPng(file, part, true) : []
}

/** Bytes that were checked with the file they came in. */
function heldOriginal(bytes: Buffer): CheckedOriginal {
  async function* whole(): AsyncIterable<Buffer> {
    yield bytes
  }
  return {
    sizeBytes: bytes.length,
    read: async (position, length) => bytes.subarray(position, position + length),
    ranges: null,
    stream: whole,
    keptStream: whole
  }
}
