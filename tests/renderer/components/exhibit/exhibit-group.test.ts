// @vitest-environment happy-dom
import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, expect, it } from 'vitest'
import ExhibitGroup from '../../../../src/renderer/components/exhibit/ExhibitGroup.vue'
import { goToPlace } from '../../../../src/renderer/composables/go-to-place.ts'
import { placeOf } from '../../../../src/renderer/history/place-of.ts'
import { attach, fresh } from '../../../shared/domain/invented-dossier.ts'
import { mountIn } from '../../mount-in-language.ts'

beforeEach(() => setActivePinia(createPinia()))

const dossier = attach(attach(fresh, 1, 'B'), 2, 'B')
const propsOf = (isLong: boolean) => ({
  dossierId: dossier.id,
  category: 'B',
  exhibits: dossier.exhibits,
  isOver: false,
  isLong,
  deeds: {}
})
const placeOfSecond = () => {
  const exhibitId = dossier.exhibits[1]?.id ?? ''
  return placeOf(dossier.id, { kind: 'caption-exhibit', exhibitId, caption: '' }).at ?? ''
}

it('has undo bring back the row whose exhibit was changed', async () => {
  mountIn('en', ExhibitGroup, propsOf(false))
  await goToPlace(placeOfSecond())
  const row = document.activeElement?.closest('[data-place]')
  expect(row?.getAttribute('data-place')).toBe(placeOfSecond())
  expect(row?.textContent).toContain('B-2')
})

it('names the row that is not drawn yet by the space it holds', () => {
  const group = mountIn('en', ExhibitGroup, propsOf(true))
  expect(group.find(`[data-holds="${placeOfSecond()}"]`).element.children).toHaveLength(0)
})
