// @vitest-environment happy-dom
import { expect, it } from 'vitest'
import { defineComponent, h } from 'vue'
import DateField from '../../../../src/renderer/components/field/DateField.vue'
import SaveNote from '../../../../src/renderer/components/field/SaveNote.vue'
import { done } from '../../../../src/shared/domain/result.ts'
import { mountIn } from '../../mount-in-language.ts'

it('does not call a screen saved on which a field holds something wrong', async () => {
  const Screen = defineComponent(() => () => [
    h(SaveNote, { save: { state: 'saved' } }),
    h(DateField, {
      label: 'SPECIMEN',
      value: null,
      name: crypto.randomUUID(),
      save: () => Promise.resolve(done(null))
    })
  ])
  const screen = mountIn('en', Screen, {})
  const note = screen.get('.save')
  expect(note.text()).toBe('Saved')
  await screen.get('input').setValue('31.02.2026')
  await screen.get('input').trigger('blur')
  await screen.vm.$nextTick()
  expect(note.text()).toBe('Not everything is saved')
  await screen.get('input').setValue('28.02.2026')
  await screen.vm.$nextTick()
  expect(note.text()).toBe('Saved')
  await screen.get('input').setValue('31.02.2026')
  await screen.get('input').trigger('blur')
  screen.unmount()
  const next = mountIn('en', SaveNote, { save: { state: 'saved' } })
  expect(next.text()).toBe('Saved')
})
