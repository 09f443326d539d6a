// @vitest-environment happy-dom
import { mount } from '@vue/test-utils'
import { createPinia, setActivePinia } from 'pinia'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import ConfirmDialog from '../../../../src/renderer/components/dialog/ConfirmDialog.vue'
import ToastHost from '../../../../src/renderer/components/frame/ToastHost.vue'
import { i18n } from '../../../../src/renderer/i18n.ts'
import { useToastsStore } from '../../../../src/renderer/stores/toasts.ts'

const LONG_MS = 60_000
const global = { plugins: [i18n] }
const shown: { readonly unmount: () => void }[] = []

beforeEach(() => {
  setActivePinia(createPinia())
  vi.useFakeTimers()
})
afterEach(() => {
  for (const one of shown.splice(0)) one.unmount()
  vi.useRealTimers()
})

function show() {
  const host = mount(ToastHost, { attachTo: document.body, global })
  const dialog = mount(ConfirmDialog, {
    props: { open: false, title: 'SPECIMEN', text: 'SPECIMEN', action: 'SPECIMEN' },
    attachTo: document.body,
    global
  })
  shown.push(host, dialog)
  return { toasts: useToastsStore(), dialog }
}

const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms)

describe('a message', () => {
  it('goes by itself after a while', async () => {
    const { toasts } = show()
    toasts.offerUndo('entry deleted', () => {})
    await pass(LONG_MS)
    expect(toasts.shown).toBeNull()
  })

  it('waits while a dialog is open, and is there for its whole time after it', async () => {
    const { toasts, dialog } = show()
    toasts.offerUndo('entry deleted', () => {})
    await pass(1_000)
    await dialog.setProps({ open: true })
    await pass(LONG_MS)
    expect(toasts.shown?.text).toBe('entry deleted')
    await dialog.setProps({ open: false })
    await pass(9_000)
    expect(toasts.shown?.text).toBe('entry deleted')
    await pass(2_000)
    expect(toasts.shown).toBeNull()
  })

  it('is not closed by the key that closes the dialog', async () => {
    const { toasts, dialog } = show()
    toasts.offerUndo('entry deleted', () => {})
    await dialog.setProps({ open: true })
    await pass(1_000)
    window.addEventListener('keydown', () => void dialog.setProps({ open: false }), {
      once: true,
      capture: true
    })
    window.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape' }))
    await pass(100)
    expect(toasts.shown?.text).toBe('entry deleted')
  })

  it('does what it offers, once, with a dialog open too', async () => {
    const { toasts, dialog } = show()
    const undo = vi.fn()
    toasts.offerUndo('entry deleted', undo)
    await dialog.setProps({ open: true })
    await pass(100)
    document.querySelector<HTMLElement>('.toast-undo')?.click()
    await pass(100)
    expect(undo).toHaveBeenCalledTimes(1)
    expect(toasts.shown).toBeNull()
  })
})
