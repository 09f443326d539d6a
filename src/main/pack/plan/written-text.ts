import type { Instant } from '../../../shared/domain/calendar.ts'
import type { Column } from '../layout/table.ts'

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

/** A book nobody reads on paper: the rest is in the file itself, and the last line says so. */
export const MOST_WRITTEN_ROWS = 8_000

/** What a text file or a mail says. */
export type WrittenText =
  | { readonly kind: 'text'; readonly lines: readonly string[] }
  /** A file of cells: a bank's statement, a chat that was exported. */
  | {
      readonly kind: 'table'
      /** From the first on, as many as paper can hold. */
      readonly rows: readonly (readonly string[])[]
      readonly rowCount: number
      /** The row that names the columns, counted from 0; null = none does. */
      readonly headAt: number | null
      /** The same file as it stands, where its cells do not fit on paper. */
      readonly lines: readonly string[]
    }
  | {
      readonly kind: 'mail'
      readonly head: MailHead
      readonly lines: readonly string[]
      /** What its file says besides: other lines of its head, and the same words in another form. */
      readonly unshown: readonly string[]
      /** SHA-256 of what came with letters that are attached to it. */
      readonly carried: readonly string[]
    }

/** Columns and type of a table whose rows stand on several pages. */
export interface WrittenTable {
  readonly columns: readonly Column[]
  readonly size: number
  readonly leading: number
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
  /** A row of a table, or a piece of one that is cut between its lines. */
  | {
      readonly kind: 'cells'
      readonly table: WrittenTable
      /** Titles of a statement stand above its head. */
      readonly part: 'title' | 'head' | 'body'
      /** null = it goes on, or is repeated. */
      readonly number: number | null
      /** The lines of each cell; a row with one cell for several columns reaches over all of them. */
      readonly cells: readonly (readonly string[])[]
      readonly isWhole: boolean
    }

/** A row of a table among what else stands on a page. */
export type CellsRow = Extract<WrittenRow, { readonly kind: 'cells' }>
