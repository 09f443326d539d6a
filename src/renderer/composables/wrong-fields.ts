import { computed, onScopeDispose, shallowRef, watch, type Ref } from 'vue'

const count = shallowRef(0)

/** Whether a field on this screen holds text that is wrong, and so is not saved. */
export const hasWrongField = computed(() => count.value > 0)

/** Counts this field among the wrong ones for as long as it is one. */
export function countWrongField(error: Readonly<Ref<string | null>>): void {
  let isCounted = false
  const set = (isWrong: boolean) => {
    if (isWrong !== isCounted) count.value += isWrong ? 1 : -1
    isCounted = isWrong
  }
  watch(error, (code) => set(code !== null), { immediate: true, flush: 'sync' })
  onScopeDispose(() => set(false))
}
