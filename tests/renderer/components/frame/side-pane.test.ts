// @vitest-environment happy-dom
import { expect, it } from 'vitest'
import { h, nextTick, shallowRef } from 'vue'
import SidePane from '../../../../src/renderer/components/frame/SidePane.vue'
import SidePaneButton from '../../../../src/renderer/components/frame/SidePaneButton.vue'
import { mountIn } from '../../mount-in-language.ts'

function narrowPane() {
  const isOpen = shallowRef(false)
  const show = (wanted: boolean) => {
    isOpen.value = wanted
  }
  const pane = { id: 'checks', isNarrow: shallowRef(true), isOpen, show }
  const inside = () => [
    h('input', { 'aria-label': 'list' }),
    h(SidePaneButton, { pane, label: 'Checks' }),
    h(SidePane, { pane, label: 'Checks', kind: 'checks' }, () => h('p', 'content'))
  ]
  const mounted = mountIn('en', inside, {})
  const opener = mounted.get<HTMLElement>('[aria-controls="checks"]').element
  return { mounted, show, opener, closer: () => mounted.get<HTMLElement>('[aria-label="Close"]').element }
}

const focused = async () => {
  await nextTick()
  await nextTick()
  return document.activeElement
}

it('takes the focus of the button that opens it, and gives it back', async () => {
  const { opener, closer } = narrowPane()
  opener.focus()
  opener.click()
  expect(await focused()).toBe(closer())
  closer().click()
  expect(await focused()).toBe(opener)
})

it('leaves the focus in the list that shows something in it', async () => {
  const { mounted, show } = narrowPane()
  const list = mounted.get('input').element
  list.focus()
  show(true)
  expect(await focused()).toBe(list)
  show(false)
  expect(await focused()).toBe(list)
})
