import type { Address, Attachment, Email } from 'postal-mime'
import { shownName } from '../../../shared/domain/file-name.ts'
import type { MailField, WrittenText } from '../plan/written-text.ts'
import { textLines } from './text-lines.ts'

/** Deeper or longer than any letter of an operator; beyond it a file was built to cost time. */
const LIMITS = { maxNestingDepth: 32, maxHeadersSize: 256 * 1024, maxRfc822NestingDepth: 4 } as const

/**
 * A letter as its reader sees it: who, to whom, when, about what, and its words. Of several forms of the same words the
 * plain one is taken. null = not to be read.
 *
 * @param bytes RFC 5322
 */
export async function readMail(bytes: Buffer): Promise<WrittenText | null> {
  const { default: PostalMime } = await import('postal-mime')
  const mail = await PostalMime.parse(bytes, LIMITS).catch(() => null)
  if (mail === null) return null
  const { htmlText } = await import('./html-text.ts')
  const body = mail.text?.trim() ? mail.text : htmlText(mail.html ?? '')
  return { kind: 'mail', head: headOf(mail), lines: textLines(body) }
}

function headOf(mail: Email): WrittenText['head'] {
  const values: Readonly<Record<MailField, string>> = {
    from: mail.from === undefined ? '' : addressText(mail.from),
    to: (mail.to ?? []).map(addressText).join(', '),
    cc: (mail.cc ?? []).map(addressText).join(', '),
    // As it stands in the letter: its zone is the sender's.
    date: mail.headers.find(({ key }) => key === 'date')?.value ?? '',
    subject: mail.subject ?? '',
    attachments: mail.attachments.map(attachmentText).join('; ')
  }
  return (Object.keys(values) as MailField[]).flatMap((field) => {
    const value = values[field].trim()
    return value === '' ? [] : [{ field, value }]
  })
}

function addressText({ name, address, group }: Address): string {
  if (group !== undefined) return `${name}: ${group.map(addressText).join(', ')}`
  return name === '' || name === address ? address : `${name} <${address}>`
}

function attachmentText({ filename, mimeType }: Attachment): string {
  return filename === null ? mimeType : `${shownName(filename)} (${mimeType})`
}
