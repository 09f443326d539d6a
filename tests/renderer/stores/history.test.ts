import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, expect, it } from 'vitest'
import type { Deed } from '../../../src/renderer/history/deed.ts'
import { useHistoryStore } from '../../../src/renderer/stores/history.ts'

beforeEach(() => setActivePinia(createPinia()))

const deed = (step: string, atMs: number): Deed => ({
  edits: [{ kind: 'set-contract', values: { tariff: step } }],
  back: [{ kind: 'set-contract', values: { tariff: '' } }],
  atMs
})
/** Far enough apart not to be one deed. */
const [first, second] = [deed('a', 0), deed('b', 60_000)] as const

it('moves a deed from what can be undone to what can be done again, and back', () => {
  const history = useHistoryStore()
  history.note('d', first, 'deed')
  history.note('d', second, 'deed')
  history.note('d', second, 'undo')
  expect(history.of('d')).toEqual({ done: [first], undone: [second] })
  history.note('d', second, 'redo')
  expect(history.of('d')).toEqual({ done: [first, second], undone: [] })
})

it('forgets what was undone once something new is done', () => {
  const history = useHistoryStore()
  history.note('d', first, 'deed')
  history.note('d', first, 'undo')
  history.note('d', second, 'deed')
  expect(history.of('d')).toEqual({ done: [second], undone: [] })
})

it('keeps dossiers apart, and lets go of what can no longer be undone', () => {
  const history = useHistoryStore()
  history.note('d', first, 'deed')
  history.note('e', second, 'deed')
  history.drop('d', 'undo')
  expect(history.of('d')).toEqual({ done: [], undone: [] })
  expect(history.of('e').done).toEqual([second])
})
