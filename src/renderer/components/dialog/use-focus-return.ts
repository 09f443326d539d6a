import { watch, type Ref } from 'vue'

/**
 * Gives the focus back to what opened a dialog. Where that was an entry of a menu or of a list, which is gone by then,
 * it goes to the button they hung on.
 *
 * @returns what to do when the dialog would give the focus back itself
 */
export function useFocusReturn(open: Readonly<Ref<boolean>>): (event: Event) => void {
  let opener: Element | null = null
  watch(
    open,
    (isOpen) => {
      if (isOpen) opener = lastingOf(document.activeElement)
    },
    // At once: a moment later the menu has closed and nobody knows any more whose it was.
    { immediate: true, flush: 'sync' }
  )
  return (event) => {
    if (!(opener instanceof HTMLElement) || !opener.isConnected) return
    event.preventDefault()
    opener.focus()
  }
}

function lastingOf(element: Element | null): Element | null {
  const list = element?.closest('[role="menu"], [role="listbox"]') ?? null
  if (list === null) return element
  return lastingOf(document.querySelector(`[aria-controls="${CSS.escape(list.id)}"]`))
}
