import { createHash } from 'node:crypto'
import type { Address, Attachment, Email, Header } from 'postal-mime'
import { shownName } from '../../../shared/domain/file-name.ts'
import type { MailAttachment, MailHead, SentAt } from '../plan/written-text.ts'
import { textLines } from './text-lines.ts'

/** Deeper or longer than any letter of an operator; beyond it a file was built to cost time. */
const LIMITS = { maxNestingDepth: 32, maxHeadersSize: 256 * 1024, maxRfc822NestingDepth: 4 } as const

/** Something that came with a letter, as it was before it was written down as text. */
export interface RawMailAttachment extends Omit<MailAttachment, 'isShown'> {
  readonly bytes: Buffer
}

export interface ReadMail {
  readonly head: Omit<MailHead, 'attachments'>
  readonly lines: readonly string[]
  readonly unshown: readonly string[]
  readonly attachments: readonly RawMailAttachment[]
  /** SHA-256 of what came with letters that are attached to it. */
  readonly carried: readonly string[]
}

/** Letters attached to letters that are opened: who forwards one seldom forwards more than two at once. */
const DEEPEST_LETTER = 4

/**
 * A letter as its reader sees it: who, to whom, when, about what, and its words. Of several forms of the same words the
 * plain one is taken. null = not to be read.
 *
 * @param bytes RFC 5322
 */
export async function readMail(bytes: Buffer, depth = 0): Promise<ReadMail | null> {
  const { default: PostalMime } = await import('postal-mime')
  const mail = await PostalMime.parse(bytes, { ...LIMITS, attachmentEncoding: 'arraybuffer' }).catch(
    () => null
  )
  if (mail === null) return null
  const { htmlText } = await import('./html-text.ts')
  const laidOut = htmlText(mail.html ?? '')
  const attachments = mail.attachments.map(attachmentOf)
  const inner = depth < DEEPEST_LETTER ? await lettersIn(attachments, depth) : []
  const unshown = [
    ...mail.headers.map(({ value }) => value),
    laidOut,
    ...inner.flatMap((letter) => [...letter.unshown, ...letter.lines])
  ]
  const carried = inner.flatMap((letter) => [
    ...letter.attachments.map(({ sha256 }) => sha256),
    ...letter.carried
  ])
  const lines = textLines(mail.text?.trim() ? mail.text : laidOut)
  return { head: headOf(mail), lines, unshown, attachments, carried }
}

async function lettersIn(
  attachments: readonly RawMailAttachment[],
  depth: number
): Promise<readonly ReadMail[]> {
  const letters: ReadMail[] = []
  for (const { mediaType, bytes } of attachments) {
    const letter = mediaType === 'message/rfc822' ? await readMail(bytes, depth + 1) : null
    if (letter !== null) letters.push(letter)
  }
  return letters
}

function headOf(mail: Email): ReadMail['head'] {
  const line = (key: string) => valueOf(mail.headers, key)
  return {
    from: mail.from === undefined ? '' : addressText(mail.from),
    to: (mail.to ?? []).map(addressText).join(', '),
    cc: (mail.cc ?? []).map(addressText).join(', '),
    date: sentAt(line('date')),
    subject: (mail.subject ?? '').trim(),
    id: line('message-id'),
    signature: /(?:^|;)\s*d\s*=\s*([^;\s]+)/.exec(line('dkim-signature'))?.[1] ?? ''
  }
}

function valueOf(headers: readonly Header[], key: string): string {
  return headers.find((header) => header.key === key)?.value.trim() ?? ''
}

/** RFC 5322, 3.3: the zone stands at the end; its old names are those of the United States. */
const OLD_ZONES: Readonly<Record<string, number>> = {
  UT: 0,
  GMT: 0,
  EDT: -240,
  EST: -300,
  CDT: -300,
  CST: -360,
  MDT: -360,
  MST: -420,
  PDT: -420,
  PST: -480
}

function sentAt(date: string): SentAt | string {
  const [, sign, hours, minutes, name = ''] =
    /\d:\d{2}(?::\d{2})?\s+(?:([+-])(\d{2})(\d{2})|([A-Z]{2,3}))\b/.exec(date) ?? []
  const offset =
    sign === undefined ? OLD_ZONES[name] : Number(`${sign}1`) * (Number(hours) * 60 + Number(minutes))
  const at = new Date(date)
  if (offset === undefined || Number.isNaN(at.getTime())) return date
  return { at: at.toISOString(), offsetMinutes: offset }
}

function addressText({ name, address, group }: Address): string {
  if (group !== undefined) return `${name}: ${group.map(addressText).join(', ')}`
  return name === '' || name === address ? address : `${name} <${address}>`
}

function attachmentOf({ filename, mimeType, content }: Attachment): RawMailAttachment {
  // `attachmentEncoding` leaves no other form.
  const bytes =
    typeof content === 'string' ? Buffer.from(content, 'utf8') : Buffer.from(new Uint8Array(content).buffer)
  return {
    name: filename === null ? '' : shownName(filename),
    mediaType: mimeType,
    bytes,
    sizeBytes: bytes.length,
    sha256: createHash('sha256').update(bytes).digest('hex')
  }
}
