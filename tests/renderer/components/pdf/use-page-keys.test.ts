// @vitest-environment happy-dom
import { expect, it } from 'vitest'
import { defineComponent, h } from 'vue'
import { usePageKeys } from '../../../../src/renderer/components/pdf/use-page-keys.ts'
import { mountIn } from '../../mount-in-language.ts'

/** Presses a key where the focus is, and says which deeds it did and whether the browser may still act on it. */
function press(focus: ReturnType<typeof h>, key: string) {
  const did: string[] = []
  const screen = mountIn(
    'en',
    defineComponent(() => {
      usePageKeys({ next: () => did.push('next'), back: () => did.push('back') })
      return () => h('main', [focus])
    }),
    {}
  )
  const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true })
  screen.get('main > *').element.dispatchEvent(event)
  screen.unmount()
  return { did, isLeft: !event.defaultPrevented }
}

it('turns pages from a button or a link', () => {
  expect(press(h('button'), 'PageDown')).toEqual({ did: ['next'], isLeft: false })
})

it.each([
  ['a field', () => h('input')],
  ['a list that is scrolled while it is read', () => h('ul', { 'data-scrolls': '', tabindex: 0 })]
])('leaves the keys to %s, but Escape goes back', (_, focus) => {
  expect(press(focus(), 'PageDown')).toEqual({ did: [], isLeft: true })
  expect(press(focus(), 'Escape').did).toEqual(['back'])
})

it('leaves every key to a dialog', () => {
  expect(press(h('div', { role: 'dialog' }), 'Escape')).toEqual({ did: [], isLeft: true })
})
