import { defineStore } from 'pinia'
import { shallowRef } from 'vue'
import { i18n } from '../i18n.ts'

export interface ToastAction {
  readonly label: string
  readonly run: () => void
}

/** Something that was done, with the way back where there is one. */
export interface Toast {
  readonly id: number
  readonly text: string
  readonly action: ToastAction | null
}

/** Messages about what can be undone, or was; nothing else: errors stand beside their cause. */
export const useToastsStore = defineStore('toasts', () => {
  const toasts = shallowRef<readonly Toast[]>([])
  let lastId = 0

  function say(text: string, action: ToastAction | null = null): void {
    toasts.value = [...toasts.value, { id: ++lastId, text, action }]
  }

  function offerUndo(text: string, undo: () => void): void {
    say(text, { label: i18n.global.t('app.undo'), run: undo })
  }

  function dismiss(id: number): void {
    toasts.value = toasts.value.filter((toast) => toast.id !== id)
  }

  return { toasts, say, offerUndo, dismiss }
})
