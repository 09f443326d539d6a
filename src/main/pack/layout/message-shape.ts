import type { MessageRow, ShownAttachment } from '../plan/message-row.ts'
import { FRAME } from './geometry.ts'
import type { LayoutEnv } from './layout-env.ts'
import { baselineOf, type TextStyle } from './rich-text.ts'

export type MessageOf<Kind extends MessageRow['kind']> = Extract<MessageRow, { readonly kind: Kind }>

/** Right edge of the line's number and of the time; left edges of the direction and of the text. */
export const NUMBER_EDGE = FRAME.left + 18
export const TIME_EDGE = FRAME.left + 70
export const DIRECTION_AT = FRAME.left + 80
export const TEXT_AT = FRAME.left + 188
export const PARTY_WIDTH = TEXT_AT - DIRECTION_AT - 8
export const TEXT_WIDTH = FRAME.right - TEXT_AT

export const MESSAGE_TEXT: TextStyle = { size: 9, leading: 12, ink: 'black', isBold: false }
export const WORD: TextStyle = { ...MESSAGE_TEXT, isBold: true }
export const SMALL: TextStyle = { size: 7.5, leading: 12, ink: 'dark', isBold: false }
export const NUMBER: TextStyle = { size: 7, leading: 12, ink: 'mid', isBold: false }
/** Smaller figures stand on the baseline of the text beside them. */
export const NUMBER_DROP = baselineOf(0, NUMBER) - baselineOf(0, MESSAGE_TEXT)
export const DAY: TextStyle = { size: 9, leading: 12, ink: 'black', isBold: true }

export const PAD = 3
/** The zone and the heads of the columns; each language has a line of these. */
export function headHeight({ secondLanguage }: Pick<LayoutEnv, 'secondLanguage'>): number {
  return secondLanguage === null ? 30 : 40
}
export const DAY_HEIGHT = 26
export const NOTE_ABOVE = 6
/** A small view beside the words; the picture itself has a sheet of its own. */
export const VIEW = { width: 130, height: 84, gap: 4 } as const
export const ATTACHMENT_CAPTION: TextStyle = { size: 7.5, leading: 10, ink: 'dark', isBold: false }
/** Height of a message, or of the part of one that stands on a page. */
export function messageHeight({ lines, party, time, attachments }: MessageOf<'message'>): number {
  const text =
    lines.length * MESSAGE_TEXT.leading + attachments.reduce((sum, one) => sum + attachmentHeight(one), 0)
  const beside = time === '' ? 0 : Math.max(2, 1 + party.length) * MESSAGE_TEXT.leading
  return 2 * PAD + Math.max(text, beside)
}

/** With the gap above it. */
export function attachmentHeight({ caption, picture }: ShownAttachment): number {
  const text = caption.length * ATTACHMENT_CAPTION.leading
  return VIEW.gap + Math.max(text, picture === null ? 0 : VIEW.height)
}
