import { describe, expect, it } from 'vitest'
import type { Dossier } from '../../../src/shared/domain/dossier.ts'
import { dueDatesOf } from '../../../src/shared/domain/due-date.ts'
import { nextActionOf } from '../../../src/shared/domain/next-action.ts'
import { reviewSteps } from '../../../src/shared/domain/step-review.ts'
import { closed, fresh, payment, request, TODAY } from './invented-dossier.ts'

const nextOf = (dossier: Dossier, today = TODAY) =>
  nextActionOf(dossier, reviewSteps(dossier, today), dueDatesOf(dossier, { law: [] }, today), today)

describe('the one thing to do next', () => {
  it('is the first thing missing in a new dossier, without a day', () => {
    expect(nextOf(fresh)).toMatchObject({ kind: 'lack', step: 'account', on: null })
  })

  it('has the planned day where there is one', () => {
    const planned = { ...fresh, closing: { ...fresh.closing, plannedOn: '2027-01-10' } }
    expect(nextOf(planned)).toMatchObject({ kind: 'lack', on: '2027-01-10' })
  })

  it('is what is due today, before what is missing', () => {
    const unproven = { ...fresh, payments: { currency: 'RUB', entries: [payment] } }
    expect(nextOf(unproven)).toMatchObject({
      kind: 'due',
      on: TODAY,
      due: { source: { kind: 'payment-proof' } }
    })
  })

  it('is what is longest overdue', () => {
    const late = { ...fresh, contacts: [{ ...request, promisedBy: '2026-11-20' }] }
    expect(nextOf(late)).toMatchObject({ kind: 'due', on: '2026-11-20' })
  })

  it('is to wait where nothing is left to do but that', () => {
    const confirmation = { ...closed.confirmation, receivedAt: null }
    const waiting: Dossier = {
      ...closed,
      exhibits: closed.exhibits.filter(({ number }) => number.category !== 'F'),
      agreement: { ...closed.agreement, effectiveOn: '2026-11-20' },
      confirmation
    }
    expect(nextOf(waiting)).toMatchObject({
      kind: 'due',
      on: '2026-12-04',
      due: { source: { kind: 'follow-up', about: 'confirmation' } }
    })
  })

  it('is the proof of a confirmation that has come', () => {
    const unproven = {
      ...closed,
      exhibits: closed.exhibits.filter(({ number }) => number.category !== 'F')
    }
    expect(nextOf(unproven)).toMatchObject({
      kind: 'lack',
      step: 'confirmation',
      lack: { code: 'confirmation-proof' }
    })
  })

  it('is what contradicts itself where nothing is missing and nothing due', () => {
    const late = { ...closed, agreement: { ...closed.agreement, effectiveOn: '2026-10-01' } }
    expect(nextOf(late)).toMatchObject({ kind: 'warning' })
  })

  it('is nothing once all is over', () => {
    expect(nextOf(closed)).toBeNull()
  })
})
