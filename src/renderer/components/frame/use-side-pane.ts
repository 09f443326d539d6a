import { onKeyStroke, useMediaQuery } from '@vueuse/core'
import { shallowRef, useId, type Ref } from 'vue'

/** State of one side pane: shared by the pane itself and the button that opens it where there is no room for a column. */
export interface SidePane {
  /** Names the pane for the button's `aria-controls`. */
  readonly id: string
  /** The window is too narrow for a third column: the pane slides over. */
  readonly isNarrow: Readonly<Ref<boolean>>
  readonly isOpen: Readonly<Ref<boolean>>
  readonly show: (isOpen: boolean) => void
}

/**
 * A side pane, to be handed to `SidePane.vue` and `SidePaneButton.vue`. Escape closes it while it lies over the screen.
 * @example const tray = useSidePane()
 */
export function useSidePane(): SidePane {
  const isNarrow = useMediaQuery('(max-width: 999.98px)')
  const isOpen = shallowRef(false)
  onKeyStroke('Escape', (event) => {
    if (!isNarrow.value || !isOpen.value || event.defaultPrevented) return
    // Taken: one press closes one thing.
    event.preventDefault()
    isOpen.value = false
  })
  const show = (wanted: boolean) => {
    isOpen.value = wanted
  }
  return { id: useId(), isNarrow, isOpen, show }
}
