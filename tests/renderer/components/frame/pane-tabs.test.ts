// @vitest-environment happy-dom
import type { VueWrapper } from '@vue/test-utils'
import { expect, it } from 'vitest'
import { nextTick } from 'vue'
import PaneTabs from '../../../../src/renderer/components/frame/PaneTabs.vue'
import { mountIn } from '../../mount-in-language.ts'

const TABS = [
  { value: 'original', label: 'Original' },
  { value: 'facts', label: 'Facts' }
]

/** Mounted as a parent would hold it: what the tabs answer is what they are given next. */
function mountTabs(): VueWrapper {
  const tabs: VueWrapper = mountIn('en', PaneTabs, {
    id: 'view',
    label: 'Original or facts',
    tabs: TABS,
    modelValue: 'original',
    'onUpdate:modelValue': (modelValue: string) => void tabs.setProps({ modelValue })
  })
  return tabs
}

const focused = () => document.activeElement?.textContent.trim()

it('goes from tab to tab with the arrows, round and round, and keeps one of them in the order of Tab', async () => {
  const tabs = mountTabs()
  const [original, facts] = tabs.findAll('[role="tab"]')
  expect(original?.attributes()).toMatchObject({ 'aria-selected': 'true', tabindex: '0' })
  expect(facts?.attributes()).toMatchObject({ 'aria-selected': 'false', tabindex: '-1' })

  const seen: (string | undefined)[] = []
  for (const key of ['ArrowRight', 'ArrowRight', 'ArrowLeft', 'Home', 'End']) {
    await tabs.find('[aria-selected="true"]').trigger('keydown', { key })
    await nextTick()
    seen.push(focused())
  }
  expect(seen).toEqual(['Facts', 'Original', 'Facts', 'Original', 'Facts'])
  expect(facts?.attributes()).toMatchObject({ 'aria-selected': 'true', tabindex: '0' })
})

it('names its panels after itself, and leaves other keys alone', async () => {
  const tabs = mountTabs()
  const facts = tabs.findAll('[role="tab"]')[1]
  expect(facts?.attributes()).toMatchObject({ id: 'view-facts-tab', 'aria-controls': 'view-facts' })
  await tabs.find('[aria-selected="true"]').trigger('keydown', { key: 'ArrowDown' })
  expect(facts?.attributes('aria-selected')).toBe('false')
  await facts?.trigger('click')
  expect(facts?.attributes('aria-selected')).toBe('true')
})
