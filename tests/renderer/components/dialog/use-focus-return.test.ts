// @vitest-environment happy-dom
import { expect, it } from 'vitest'
import { defineComponent, h, ref } from 'vue'
import ConfirmDialog from '../../../../src/renderer/components/dialog/ConfirmDialog.vue'
import SelectInput from '../../../../src/renderer/components/field/SelectInput.vue'
import { mountIn } from '../../mount-in-language.ts'

/** A choice that asks before it holds. */
const Asking = defineComponent(() => {
  const isAsked = ref(false)
  return () => [
    h(SelectInput, {
      id: 'choice',
      modelValue: 'a',
      options: [
        { value: 'a', label: 'A' },
        { value: 'b', label: 'B' }
      ],
      'onUpdate:modelValue': () => (isAsked.value = true)
    }),
    h(ConfirmDialog, {
      open: isAsked.value,
      title: 'Really?',
      text: 'Specimen',
      action: 'Yes',
      'onUpdate:open': (isOpen: boolean) => (isAsked.value = isOpen)
    })
  ]
})

it('goes back to the field whose list asked, when the question is left with Escape', async () => {
  mountIn('en', Asking, {})
  const field = document.querySelector<HTMLElement>('#choice')
  const press = (key: string) =>
    document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }))
  field?.focus()
  press('Enter')
  await expect.poll(() => document.querySelectorAll('[role="option"]').length).toBe(2)
  document.querySelectorAll<HTMLElement>('[role="option"]')[1]?.focus()
  press('Enter')
  const isAsking = () => document.querySelector('[role="alertdialog"]') !== null
  await expect.poll(() => isAsking() && document.activeElement?.textContent.trim()).toBe('Cancel')
  press('Escape')
  await expect.poll(isAsking).toBe(false)
  await expect.poll(() => document.activeElement?.id).toBe('choice')
})
