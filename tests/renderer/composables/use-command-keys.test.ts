// @vitest-environment happy-dom
import { mount } from '@vue/test-utils'
import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, expect, it, vi } from 'vitest'
import { defineComponent, h } from 'vue'
import { useCommandKeys } from '../../../src/renderer/composables/use-command-keys.ts'

beforeEach(() => setActivePinia(createPinia()))

function fieldOf(onKeydown: () => void): HTMLElement {
  const view = mount(
    defineComponent(() => {
      useCommandKeys()
      return () => h('input', { onKeydown })
    }),
    { attachTo: document.body }
  )
  return view.element as HTMLElement
}

it.each(['Enter', 'Escape'])('leaves %s to the input method while a word is being composed', (key) => {
  const heard = vi.fn<() => void>()
  const field = fieldOf(heard)
  field.dispatchEvent(new KeyboardEvent('keydown', { key, isComposing: true, bubbles: true }))
  expect(heard).not.toHaveBeenCalled()
  field.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }))
  expect(heard).toHaveBeenCalledOnce()
})
