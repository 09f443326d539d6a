// @vitest-environment happy-dom
import { enableAutoUnmount, mount } from '@vue/test-utils'
import { afterEach, expect, it } from 'vitest'
import { defineComponent, h } from 'vue'
import { createMemoryHistory, createRouter, RouterView, type Router } from 'vue-router'
import { useArrivalFocus } from '../../../src/renderer/composables/use-arrival-focus.ts'

enableAutoUnmount(afterEach)

/** Two screens, and a way to the second that stays while they change. */
async function start(): Promise<Router> {
  const router = createRouter({
    history: createMemoryHistory(),
    routes: [
      { path: '/', component: defineComponent(() => () => h('main', h('button', { id: 'row' }))) },
      { path: '/other', component: defineComponent(() => () => h('main', { id: 'other' })) }
    ]
  })
  await router.push('/')
  mount(
    defineComponent(() => {
      useArrivalFocus()
      return () => [h('button', { id: 'tab' }), h(RouterView)]
    }),
    { attachTo: document.body, global: { plugins: [router] } }
  )
  return router
}

it('takes the focus to the new screen when what had it went with the old one', async () => {
  const router = await start()
  document.querySelector<HTMLElement>('#row')?.focus()
  await router.push('/other')
  await expect.poll(() => document.activeElement?.id).toBe('other')
})

it('leaves the focus on what is still there', async () => {
  const router = await start()
  const tab = document.querySelector<HTMLElement>('#tab')
  tab?.focus()
  await router.push('/other')
  await expect.poll(() => document.querySelector('#other')).not.toBeNull()
  expect(document.activeElement).toBe(tab)
})
