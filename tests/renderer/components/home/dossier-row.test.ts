// @vitest-environment happy-dom
import { expect, it } from 'vitest'
import DossierRow from '../../../../src/renderer/components/home/DossierRow.vue'
import { summariseDossier } from '../../../../src/shared/domain/dossier-summary.ts'
import { filledDossier } from '../../../specimen-dossier.ts'
import { mountIn } from '../../mount-in-language.ts'

const today = '2026-11-22'

function balance(amountMinor: number): readonly string[] {
  const summary = {
    ...summariseDossier(filledDossier(), { law: [] }, today),
    balances: [{ currency: 'RUB', amountMinor }]
  }
  const row = mountIn('ru', DossierRow, { summary, known: undefined, today, isCurrent: true })
  return row.findAll('.balance span').map((part) => part.text().replace(/\s+/g, ' '))
}

it('names money in the subscriber’s favour instead of showing a minus', () => {
  expect(balance(-55_000)).toEqual(['550,00 ₽', 'В вашу пользу'])
  expect(balance(55_000)).toEqual(['550,00 ₽'])
})
