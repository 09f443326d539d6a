import { defineStore } from 'pinia'
import { shallowRef } from 'vue'

/** Something that was done and can be undone. */
export interface Toast {
  readonly id: number
  readonly text: string
  readonly undo: () => void
}

/** Messages for what can be undone, and for nothing else: errors stand beside their cause. */
export const useToastsStore = defineStore('toasts', () => {
  const toasts = shallowRef<readonly Toast[]>([])
  let lastId = 0

  function offerUndo(text: string, undo: () => void): void {
    toasts.value = [...toasts.value, { id: ++lastId, text, undo }]
  }

  function dismiss(id: number): void {
    toasts.value = toasts.value.filter((toast) => toast.id !== id)
  }

  return { toasts, offerUndo, dismiss }
})
