import type { Shortcut } from './shortcut.ts'

/** Heads of the palette and of the list of shortcuts. */
export const COMMAND_GROUPS = ['deed', 'go', 'app'] as const
export type CommandGroup = (typeof COMMAND_GROUPS)[number]

/** Something the app can do at a word or a key. Said once, here; palette, keys and the list of shortcuts all read it. */
export interface Command {
  /** The same id registered later, by a view that can do it better, takes the place of the earlier one. */
  readonly id: string
  readonly group: CommandGroup
  /** Key of its text, with the text's values. */
  readonly title: string
  readonly named?: Readonly<Record<string, string>>
  readonly shortcut?: Shortcut
  /** Neither offered nor obeyed while it answers false. */
  readonly isPossible?: () => boolean
  /** Only a key, no line of the palette. */
  readonly isKeyOnly?: true
  /** Its key is obeyed while a dialog is open, too: it changes nothing the dialog covers. */
  readonly worksInDialogs?: true
  /** Its key is the focused field's own while that holds text which is not saved yet. */
  readonly yieldsToField?: true
  readonly run: () => unknown
}
