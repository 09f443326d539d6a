import { useEventListener } from '@vueuse/core'
import type { Command } from '../commands/command.ts'
import { isEditing } from '../commands/is-editing.ts'
import { isPressed, typesASign } from '../commands/shortcut.ts'
import { useCommandsStore } from '../stores/commands.ts'

/** Obeys the shortcuts of every command, wherever the focus is. To be used once, by the app. */
export function useCommandKeys(): void {
  const commands = useCommandsStore()
  useEventListener(window, 'keydown', leaveToInputMethod, { capture: true })
  useEventListener(window, 'keydown', (event: KeyboardEvent) => {
    if (event.defaultPrevented) return
    const found = commands.all.find((command) => answersTo(command, event))
    if (found === undefined) return
    event.preventDefault()
    void found.run()
  })
}

/**
 * While a Chinese word is being composed, Enter takes its letters and Escape drops them; on macOS both come here as
 * well, and would close a field half written or the dialog around it.
 */
function leaveToInputMethod(event: KeyboardEvent): void {
  if (event.isComposing) event.stopImmediatePropagation()
}

function answersTo(command: Command, event: KeyboardEvent): boolean {
  const { shortcut, isPossible } = command
  if (shortcut === undefined || !isPressed(shortcut, event)) return false
  if (typesASign(shortcut) && isTyping(event.target)) return false
  if (command.yieldsToField === true && isEditing(document.activeElement)) return false
  // A dialog holds the keyboard: what it covers must not change behind it.
  const isCovered = document.querySelector('[role="dialog"], [role="alertdialog"]') !== null
  if (isCovered && command.worksInDialogs !== true) return false
  return isPossible?.() ?? true
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable ||
      target.matches('input, textarea, select, [role="combobox"], [role="listbox"], [role="menu"] *'))
  )
}
