// @vitest-environment happy-dom
import { expect, it } from 'vitest'
import { defineComponent, h } from 'vue'
import { useMenuFocus } from '../../../src/renderer/composables/use-menu-focus.ts'
import { mountIn } from '../mount-in-language.ts'

function leaves(selector: string): boolean {
  const screen = mountIn(
    'en',
    defineComponent(() => {
      useMenuFocus()
      return () =>
        h('div', [h('button', { id: 'button' }), h('div', { role: 'menu' }, [h('div', { id: 'item' })])])
    }),
    {}
  )
  const tab = new KeyboardEvent('keydown', { key: 'Tab', bubbles: true, cancelable: true })
  return screen.get(selector).element.dispatchEvent(tab)
}

it('keeps Tab inside an open menu, and nowhere else', () => {
  expect(leaves('#item')).toBe(false)
  expect(leaves('#button')).toBe(true)
})
