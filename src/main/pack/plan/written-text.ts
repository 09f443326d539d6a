import type { Instant } from '../../../shared/domain/calendar.ts'

/** What says something in words that the pack sets anew. */
export type WrittenKind = 'mail' | 'text' | 'messages'

const KINDS: Readonly<Partial<Record<string, WrittenKind>>> = {
  'message/rfc822': 'mail',
  'text/plain': 'text',
  'application/xml': 'messages'
}

/** null = a file of another kind. */
export function writtenKindOf(mediaType: string): WrittenKind | null {
  return KINDS[mediaType] ?? null
}

/** Lines in the head of a mail, in the order they are shown in. */
export const MAIL_FIELDS = ['from', 'to', 'cc', 'date', 'subject', 'id', 'signature', 'attachments'] as const
export type MailField = (typeof MAIL_FIELDS)[number]

/** Something that came with a mail. */
export interface MailAttachment {
  readonly name: string
  readonly mediaType: string
  readonly sizeBytes: number
  /** By which the same file is known among the exhibits. */
  readonly sha256: string
  /** Whether its pages follow the letter. */
  readonly isShown: boolean
}

/** When a mail was sent: by the clock of its sender, whose distance from UTC it says itself. */
export interface SentAt {
  readonly at: Instant
  readonly offsetMinutes: number
}

/** The head of a mail as it says it of itself; nothing of it is checked by its way through the net. */
export interface MailHead {
  readonly from: string
  readonly to: string
  readonly cc: string
  /** As it stands where it is no date. */
  readonly date: SentAt | string
  readonly subject: string
  readonly id: string
  /** The domain that signed it (RFC 6376), as far as it names one; not verified. */
  readonly signature: string
  readonly attachments: readonly MailAttachment[]
}

/** What a text file or a mail says. */
export type WrittenText =
  | { readonly kind: 'text'; readonly lines: readonly string[] }
  | {
      readonly kind: 'mail'
      readonly head: MailHead
      readonly lines: readonly string[]
      /** What its file says besides: other lines of its head, and the same words in another form. */
      readonly unshown: readonly string[]
      /** SHA-256 of what came with letters that are attached to it. */
      readonly carried: readonly string[]
    }

/** What stands one below the other on a page of a text or a mail. */
export type WrittenRow =
  | { readonly kind: 'note'; readonly text: string; readonly isSecond?: boolean }
  | {
      readonly kind: 'field'
      readonly label: string
      readonly lines: readonly string[]
      readonly isBold: boolean
      /** Another exhibit of the pack that is the same file. */
      readonly sameAs: string | null
      /** Whether the next row is another field or the text. */
      readonly isLast: boolean
    }
  | { readonly kind: 'gap' }
  | { readonly kind: 'rule' }
  /** A line of the text; where it has a number, that stands beside it. */
  | {
      readonly kind: 'line'
      readonly look: 'letter' | 'text'
      readonly number: number | null
      readonly text: string
    }
