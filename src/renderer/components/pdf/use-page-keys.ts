import { useEventListener } from '@vueuse/core'
import { toValue, type MaybeRefOrGetter } from 'vue'

export interface PageKeys {
  readonly previous?: () => void
  readonly next?: () => void
  readonly zoomIn?: () => void
  readonly zoomOut?: () => void
  readonly fit?: () => void
  readonly first?: () => void
  readonly last?: () => void
  readonly back?: () => void
}

/** Keys of the page view, wherever the focus is, except where a key means something else: fields, menus, dialogs, lists. */
export function usePageKeys(keys: MaybeRefOrGetter<PageKeys>): void {
  useEventListener(window, 'keydown', (event: KeyboardEvent) => {
    // With Ctrl the same keys draw the whole app larger and smaller.
    const isHeld = event.altKey || event.metaKey || event.ctrlKey
    if (event.defaultPrevented || isHeld || event.isComposing || isTaken(event.target, event.key)) return
    const deed = deedOf(toValue(keys), event.key)
    if (deed === undefined) return
    event.preventDefault()
    deed()
  })
}

function deedOf(keys: PageKeys, key: string): (() => void) | undefined {
  const deeds: Readonly<Record<string, (() => void) | undefined>> = {
    PageUp: keys.previous,
    PageDown: keys.next,
    ArrowLeft: keys.previous,
    ArrowRight: keys.next,
    Home: keys.first,
    End: keys.last,
    '+': keys.zoomIn,
    '=': keys.zoomIn,
    '-': keys.zoomOut,
    '0': keys.fit,
    Escape: keys.back
  }
  return deeds[key]
}

const WRITING = 'input, textarea, select, [contenteditable="true"], [role="combobox"], [role="spinbutton"]'
/** Has the focus only to be scrolled while it is read. */
const SCROLLS = '[data-scrolls]'
const OWN_KEYS = '[role="dialog"], [role="alertdialog"], [role="menu"], [role="listbox"]'

function isTaken(target: EventTarget | null, key: string): boolean {
  if (!(target instanceof Element)) return false
  if (target.closest(OWN_KEYS) !== null) return true
  return key !== 'Escape' && target.closest(`${WRITING}, ${SCROLLS}`) !== null
}
