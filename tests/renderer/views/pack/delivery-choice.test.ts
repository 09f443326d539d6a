// @vitest-environment happy-dom
import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, expect, it } from 'vitest'
import { usePackChoiceStore } from '../../../../src/renderer/stores/pack-choice.ts'
import DeliveryChoice from '../../../../src/renderer/views/pack/DeliveryChoice.vue'
import { mountIn } from '../../mount-in-language.ts'

beforeEach(() => setActivePinia(createPinia()))

it('says which limit holds while the one that is typed cannot', async () => {
  const pack = usePackChoiceStore()
  const { settings } = pack.choiceOf('d')
  pack.choose('d', { settings: { ...settings, delivery: 'volumes', largestFileMb: 7 } })
  const choice = mountIn('en', DeliveryChoice, { dossierId: 'd' })
  const input = choice.get('input')
  await input.setValue('0.2')
  expect(input.attributes('aria-invalid')).toBe('true')
  expect(choice.text().replace(/\s/g, ' ')).toContain(
    'from 2 to 10,000 MB. Until then the limit stays at 7 MB.'
  )
  expect(pack.choiceOf('d').settings.largestFileMb).toBe(7)
  await input.setValue('9')
  expect(choice.text()).not.toContain('Until then')
  expect(pack.choiceOf('d').settings.largestFileMb).toBe(9)
})
