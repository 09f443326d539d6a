import { useEventListener } from '@vueuse/core'

/**
 * Tab does not lead out of an open menu: menus stand at the end of the window, so that the focus would leave the
 * window there, and Escape could no longer bring it back to the menu's button.
 */
export function useMenuFocus(): void {
  useEventListener(document, 'keydown', (event: KeyboardEvent) => {
    const { target } = event
    if (event.key === 'Tab' && target instanceof Element && target.closest('[role="menu"]') !== null)
      event.preventDefault()
  })
}
