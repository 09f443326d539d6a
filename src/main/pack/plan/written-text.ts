/** Lines in the head of a mail, in the order they are shown in. */
export const MAIL_FIELDS = ['from', 'to', 'cc', 'date', 'subject', 'attachments'] as const
export type MailField = (typeof MAIL_FIELDS)[number]

/** What a text file or a mail says. Its lines are numbered on the page as they stand here, from 1. */
export interface WrittenText {
  readonly kind: 'text' | 'mail'
  readonly head: readonly { readonly field: MailField; readonly value: string }[]
  readonly lines: readonly string[]
}

/** One line on a sheet; a long line of the text takes several, of which only the first has its number. */
export type WrittenRow =
  | { readonly kind: 'note'; readonly text: string }
  | { readonly kind: 'field'; readonly label: string; readonly text: string }
  | { readonly kind: 'rule' }
  | { readonly kind: 'line'; readonly number: number | null; readonly text: string }
