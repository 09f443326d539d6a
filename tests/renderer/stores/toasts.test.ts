import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, expect, it } from 'vitest'
import { useToastsStore } from '../../../src/renderer/stores/toasts.ts'

beforeEach(() => setActivePinia(createPinia()))

const nothing = () => {}

it('shows one message at a time: the newer takes the place of the older for good', () => {
  const toasts = useToastsStore()
  toasts.offerUndo('first', nothing)
  toasts.offerUndo('second', nothing)
  expect(toasts.shown?.text).toBe('second')
  toasts.dismiss(toasts.shown?.id ?? 0)
  expect(toasts.shown).toBeNull()
})

it('brings back an offer that is found nowhere else, once the newer ones are gone', () => {
  const toasts = useToastsStore()
  toasts.offerOnlyUndo('correction given up', nothing)
  toasts.offerUndo('entry deleted', nothing)
  toasts.say('failed')
  expect(toasts.shown?.text).toBe('failed')
  toasts.dismiss(toasts.shown?.id ?? 0)
  expect(toasts.shown?.text).toBe('correction given up')
  toasts.dismiss(toasts.shown?.id ?? 0)
  expect(toasts.shown).toBeNull()
})
