import type { MessageDirection } from './conversation.ts'
import type { PicturePage } from './absorbed-exhibit.ts'

/** What came with a message: what it is called, and a small view where the pack can show it. */
export interface ShownAttachment {
  readonly caption: readonly string[]
  readonly picture: PicturePage | null
}

/** What stands one below the other on a page of messages. */
export type MessageRow =
  | { readonly kind: 'note'; readonly lines: readonly string[] }
  /** The heads of the columns, and above them in which zone the times are. */
  | { readonly kind: 'head'; readonly zone: string }
  | { readonly kind: 'day'; readonly text: string }
  | {
      readonly kind: 'message'
      readonly direction: MessageDirection
      /** Empty where a message goes on from the page before. */
      readonly time: string
      readonly zone: string
      readonly party: readonly string[]
      /** Counted through the whole exhibit, so that somebody who answers can name a line. */
      readonly firstLine: number
      readonly lines: readonly string[]
      readonly attachments: readonly ShownAttachment[]
      /** Whether it ends here. */
      readonly isWhole: boolean
    }
