import { computed, onScopeDispose, shallowRef, watch, type WatchSource } from 'vue'

const count = shallowRef(0)

/** Whether a dialog keeps the keyboard, and screen readers, away from everything else. */
export const hasOpenDialog = computed(() => count.value > 0)

/** Counts this dialog among the open ones for as long as it is. */
export function countDialog(open: WatchSource<boolean>): void {
  let isCounted = false
  const set = (isOpen: boolean) => {
    if (isOpen !== isCounted) count.value += isOpen ? 1 : -1
    isCounted = isOpen
  }
  watch(open, set, { immediate: true, flush: 'sync' })
  onScopeDispose(() => set(false))
}
