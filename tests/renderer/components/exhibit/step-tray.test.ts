import { describe, expect, it } from 'vitest'
import { trayOfPrecaution, trayOfStep } from '../../../../src/renderer/components/exhibit/step-tray.ts'
import type { Dossier } from '../../../../src/shared/domain/dossier.ts'
import type { Step } from '../../../../src/shared/domain/step.ts'
import { reviewSteps } from '../../../../src/shared/domain/step-review.ts'
import {
  attach,
  closed,
  edited,
  fresh,
  passport,
  payment,
  router,
  TODAY,
  uuid
} from '../../../shared/domain/invented-dossier.ts'

function trayOf(dossier: Dossier, step: Step) {
  const review = reviewSteps(dossier, TODAY).find((one) => one.step === step)
  if (review === undefined) throw new Error(`no step ${step}`)
  return trayOfStep(dossier, review)
}

const put = <List extends 'documents' | 'entries' | 'devices'>(list: List, record: unknown) =>
  ({ kind: 'put-records', list, records: [record], beforeId: null }) as never

describe('the tray of a step', () => {
  it('misses nothing before the step was begun', () => {
    expect(trayOf(fresh, 'agreement').gaps).toEqual([])
  })

  it('has a place for each proof that is missing', () => {
    expect(trayOf(edited(fresh, put('documents', passport)), 'identity').gaps).toEqual([
      { kind: 'document', id: passport.id }
    ])
    expect(trayOf(edited(fresh, put('entries', payment)), 'payments').gaps).toEqual([
      { kind: 'entry', id: payment.id }
    ])
    expect(trayOf(edited(fresh, put('devices', router)), 'equipment').gaps).toEqual([
      { kind: 'device', id: router.id }
    ])
  })

  it('holds what is linked to the step or to a record of it, whatever its category', () => {
    const dossier = attach(edited(fresh, put('devices', router)), 300, 'G', [
      { kind: 'device', id: router.id }
    ])
    expect(trayOf(dossier, 'equipment').exhibits.map(({ id }) => id)).toEqual([uuid(300)])
    expect(trayOf(closed, 'account').exhibits.map(({ id }) => id)).toEqual([uuid(106)])
  })

  it('keeps the contract apart from the agreement: what is dropped there says which step it proves', () => {
    expect(trayOf(fresh, 'account').proves).toEqual([{ kind: 'step', step: 'account' }])
    expect(trayOf(fresh, 'agreement').proves).toEqual([{ kind: 'step', step: 'agreement' }])
  })

  it('lets a receipt prove no payment until it is dropped on one', () => {
    expect(trayOf(fresh, 'payments').proves).toEqual([])
  })
})

it('beside the evidence lies what proves nothing yet', () => {
  const dossier = attach(closed, 301, 'G')
  expect(trayOfPrecaution(dossier, 'evidence').exhibits.map(({ id }) => id)).toEqual([uuid(301)])
})
