import type { ExhibitPage } from '../plan/absorbed-exhibit.ts'
import type { MailAttachment, WrittenText } from '../plan/written-text.ts'
import { readMail } from './read-mail.ts'
import type { ShowPart } from './show-part.ts'

export interface MailOptions {
  readonly showPart: ShowPart
  /** Whether that file is an exhibit of the pack itself, and is shown there. */
  readonly isExhibit: (sha256: string) => boolean
}

/** A letter and the pages of what came with it; null = it is not to be read. */
export async function mailOf(
  bytes: Buffer,
  { showPart, isExhibit }: MailOptions
): Promise<{ readonly text: WrittenText; readonly pages: readonly ExhibitPage[] } | null> {
  const mail = await readMail(bytes)
  if (mail === null) return null
  const pages: ExhibitPage[] = []
  const attachments: MailAttachment[] = []
  for (const { bytes: part, ...attachment } of mail.attachments) {
    const shown = isExhibit(attachment.sha256) ? [] : await showPart({ ...attachment, bytes: part })
    pages.push(...shown)
    attachments.push({ ...attachment, isShown: shown.length > 0 })
  }
  const { head, lines, unshown, carried } = mail
  return { text: { kind: 'mail', head: { ...head, attachments }, lines, unshown, carried }, pages }
}
