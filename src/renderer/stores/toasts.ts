import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'
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

interface HeldToast extends Toast {
  /** What it offers is found nowhere else, neither under Ctrl+Z nor in the trash. */
  readonly isOnlyWayBack: boolean
}

/** Messages about what can be undone, or was; nothing else: errors stand beside their cause. */
export const useToastsStore = defineStore('toasts', () => {
  const held = shallowRef<readonly HeldToast[]>([])
  let lastId = 0

  /** One at a time, so that they never cover more than their own corner. */
  const shown = computed((): Toast | null => held.value.at(-1) ?? null)

  /** The newer takes the place of the older; only what would be lost with it waits behind and comes back. */
  function show(text: string, action: ToastAction | null, isOnlyWayBack: boolean): void {
    const waiting = held.value.filter((toast) => toast.isOnlyWayBack)
    held.value = [...waiting, { id: ++lastId, text, action, isOnlyWayBack }]
  }

  function say(text: string, action: ToastAction | null = null): void {
    show(text, action, false)
  }

  function undoBy(run: () => void): ToastAction {
    return { label: i18n.global.t('app.undo'), run }
  }

  function offerUndo(text: string, undo: () => void): void {
    show(text, undoBy(undo), false)
  }

  /** For what is lost for good once the offer is gone. */
  function offerOnlyUndo(text: string, undo: () => void): void {
    show(text, undoBy(undo), true)
  }

  function dismiss(id: number): void {
    held.value = held.value.filter((toast) => toast.id !== id)
  }

  return { shown, say, offerUndo, offerOnlyUndo, dismiss }
})
