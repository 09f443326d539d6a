import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, expect, it } from 'vitest'
import { usePackChoiceStore } from '../../../src/renderer/stores/pack-choice.ts'
import { dossier } from './answering-bridge.ts'

beforeEach(() => setActivePinia(createPinia()))

const idsOf = (...captions: string[]) =>
  captions.map((caption) => dossier.exhibits.find((one) => one.caption === caption)?.id)

it('takes everything into the pack, by category and within it in the user’s order', () => {
  expect(
    usePackChoiceStore()
      .chosen(dossier)
      .map(({ id }) => id)
  ).toEqual(idsOf('passport', 'bill', 'receipt'))
})

it('takes all but what was left out, and that can come back', () => {
  const pack = usePackChoiceStore()
  const [bill] = idsOf('bill')
  pack.leaveOut(dossier.id, [bill ?? ''], true)
  expect(pack.chosen(dossier).map(({ id }) => id)).toEqual(idsOf('passport', 'receipt'))
  pack.leaveOut(dossier.id, [bill ?? ''], false)
  expect(pack.chosen(dossier)).toHaveLength(3)
})

it('never takes a trashed exhibit', () => {
  const trashed = {
    ...dossier,
    exhibits: dossier.exhibits.map((exhibit) => ({ ...exhibit, trashedAt: '2026-11-22T10:00:00.000Z' }))
  }
  expect(usePackChoiceStore().chosen(trashed)).toEqual([])
})
