import type { Instant } from '../../../shared/domain/calendar.ts'
import type { PicturePage } from './absorbed-exhibit.ts'

/** `unsent` = a draft, or one that never left the phone: it stands in the export, and nobody received it. */
export type MessageDirection = 'in' | 'out' | 'unsent'

export interface MessageAttachment {
  readonly name: string
  readonly mediaType: string
  readonly sizeBytes: number
  /** By which the same file is known among the exhibits. */
  readonly sha256: string
  /** What it shows, as far as the pack can show it. */
  readonly picture: PicturePage | null
}

export interface Message<Attached = MessageAttachment> {
  readonly at: Instant
  readonly direction: MessageDirection
  /** Number or address of the other side as the file has it, never a name from an address book. */
  readonly party: string
  readonly text: string
  readonly attachments: readonly Attached[]
}

/** Messages as a phone has exported them, oldest first. */
export interface Conversation<Attached = MessageAttachment> {
  readonly kind: 'messages'
  /** How many the file itself says it holds; null = it says nothing. */
  readonly declared: number | null
  /** How many of them say neither when nor what: they are only in the file. */
  readonly unread: number
  readonly messages: readonly Message<Attached>[]
}
