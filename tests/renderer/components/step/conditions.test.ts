import { expect, it } from 'vitest'
import { conditionsOf, type Condition } from '../../../../src/renderer/components/step/conditions.ts'
import type { Dossier } from '../../../../src/shared/domain/dossier.ts'
import { STEPS, type Step } from '../../../../src/shared/domain/step.ts'
import { reviewSteps } from '../../../../src/shared/domain/step-review.ts'
import { closed, edited, fresh, router, TODAY, uuid } from '../../../shared/domain/invented-dossier.ts'

function conditions(dossier: Dossier, step: Step): readonly Condition[] {
  const review = reviewSteps(dossier, TODAY).find((one) => one.step === step)
  if (review === undefined) throw new Error(`no step ${step}`)
  return conditionsOf(dossier, review, {
    t: (key, named) =>
      `${key.replace('step.condition.', '')}${named === undefined ? '' : JSON.stringify(named)}`,
    amount: ({ amountMinor, currency }) => `${amountMinor} ${currency}`,
    date: (on) => on
  })
}

it.each(STEPS)(
  'every condition of %s is open in a dossier just begun, and met in one that is closed',
  (step) => {
    expect(conditions(fresh, step).map(({ state }) => state)).not.toContain('met')
    expect(new Set(conditions(closed, step).map(({ state }) => state))).toEqual(new Set(['met']))
  }
)

it('asks about the equipment until something is said of it', () => {
  expect(conditions(fresh, 'equipment')).toEqual([
    { label: 'step.lack.equipment-unknown', state: 'open', value: '' }
  ])
  const without = edited(fresh, { kind: 'set-equipment', values: { nothingToReturn: true } })
  expect(conditions(without, 'equipment')).toEqual([{ label: 'nothing', state: 'met', value: '' }])
})

it('says how many devices are back', () => {
  const dossier = edited(fresh, {
    kind: 'put-records',
    list: 'devices',
    records: [router, { ...router, id: uuid(41), returnedOn: null }],
    beforeId: null
  })
  expect(conditions(dossier, 'equipment')).toEqual([
    { label: 'returned', state: 'part', value: 'of{"done":1,"all":2}' },
    { label: 'returnFiles', state: 'open', value: 'of{"done":0,"all":2}' }
  ])
})

it('keeps sums of several currencies apart', () => {
  const [bill] = closed.payments.entries
  if (bill === undefined) throw new Error('no bill')
  const dossier = edited(fresh, {
    kind: 'put-records',
    list: 'entries',
    records: [bill, { ...bill, id: uuid(42), currency: 'CNY', amountMinor: 100 }],
    beforeId: null
  })
  expect(conditions(dossier, 'payments')[0]?.value).toBe('balanceLeft{"amount":"65000 RUB + 100 CNY"}')
})
