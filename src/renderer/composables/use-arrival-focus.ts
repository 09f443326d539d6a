import { nextTick, onScopeDispose } from 'vue'
import { useRouter } from 'vue-router'

/**
 * Where what had the focus went with the screen it stood on, the next screen takes it: the keyboard and a screen
 * reader go on there instead of at the top of the window.
 */
export function useArrivalFocus(): void {
  const stop = useRouter().afterEach(async () => {
    await nextTick()
    if (document.activeElement !== document.body) return
    const main = document.querySelector('main')
    if (main === null) return
    main.tabIndex = -1
    main.focus({ preventScroll: true })
  })
  onScopeDispose(stop)
}
