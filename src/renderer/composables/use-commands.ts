import { onScopeDispose } from 'vue'
import type { Command } from '../commands/command.ts'
import { useCommandsStore } from '../stores/commands.ts'

/**
 * Offers commands for as long as the component lives. The list may depend on reactive values.
 * A key without Ctrl or Alt is obeyed only while nobody types, except the function keys, which type nothing.
 *
 * @example
 * useCommands(() => [
 *   { id: 'note-contact', group: 'deed', title: 'contacts.note', shortcut: { code: 'F8' }, run: openQuickEntry }
 * ])
 */
export function useCommands(commands: () => readonly Command[]): void {
  onScopeDispose(useCommandsStore().add(commands))
}
