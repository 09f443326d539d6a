// @vitest-environment happy-dom
import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, expect, it } from 'vitest'
import DueList from '../../../../src/renderer/components/due/DueList.vue'
import type { Dossier } from '../../../../src/shared/domain/dossier.ts'
import { dueDatesOf } from '../../../../src/shared/domain/due-date.ts'
import { fresh, TODAY } from '../../../shared/domain/invented-dossier.ts'
import { mountIn } from '../../mount-in-language.ts'

beforeEach(() => setActivePinia(createPinia()))

const FIRST = { id: '5f0c1c0e-6c1b-4a38-9c1e-000000000001', text: 'SPECIMEN one', on: '2026-12-01' }
const SECOND = { id: '5f0c1c0e-6c1b-4a38-9c1e-000000000002', text: 'SPECIMEN two', on: '2026-12-02' }

function propsOf(reminders: Dossier['reminders']): Record<string, unknown> {
  const dossier = { ...fresh, reminders }
  return { dossier, dues: dueDatesOf(dossier, { law: [] }, TODAY), today: TODAY }
}

function focusedItem(): string | null | undefined {
  return document.activeElement?.closest('[data-place]')?.getAttribute('data-place')
}

it('passes the focus of a due date that is dealt with to the next one, and of the last to the form', async () => {
  const list = mountIn('en', DueList, propsOf([FIRST, SECOND]))
  const [one, two] = list.findAll('.due-item').map((item) => item.attributes('data-place'))
  list.find<HTMLElement>('.due-item button').element.focus()
  expect(focusedItem()).toBe(one)
  await list.setProps(propsOf([SECOND]))
  await expect.poll(focusedItem).toBe(two)
  await list.setProps(propsOf([]))
  await expect.poll(focusedItem).toBe('add-reminder')
})

it('leaves the focus alone when it is elsewhere', async () => {
  const list = mountIn('en', DueList, propsOf([FIRST, SECOND]))
  const field = list.find<HTMLElement>('form input').element
  field.focus()
  await list.setProps(propsOf([SECOND]))
  await expect.poll(() => list.findAll('.due-item').length).toBe(1)
  expect(document.activeElement).toBe(field)
})
