import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Dossier } from '../../../src/shared/domain/dossier.ts'
import { promiseDueId } from '../../../src/shared/domain/due-change.ts'
import { STEPS, type Step, type StepState } from '../../../src/shared/domain/step.ts'
import { isClosed, reviewSteps, type StepReview } from '../../../src/shared/domain/step-review.ts'
import {
  AT,
  attach,
  bill,
  closed,
  edited,
  fresh,
  passport,
  payment,
  request,
  router,
  TODAY,
  uuid
} from './invented-dossier.ts'

function reviewOf(dossier: Dossier, step: Step, today = TODAY): StepReview {
  const review = reviewSteps(dossier, today).find((one) => one.step === step)
  if (review === undefined) throw new Error(step)
  return review
}

const codes = (found: readonly { readonly code: string }[]) => found.map(({ code }) => code)

describe('a dossier that has begun', () => {
  it('has seven open steps', () => {
    expect(reviewSteps(fresh, TODAY).map(({ state }) => state)).toEqual(STEPS.map(() => 'open'))
    expect(isClosed(reviewSteps(fresh, TODAY))).toBe(false)
  })
})

describe('a closing that is over', () => {
  it('has every step done, and nothing to return', () => {
    const states = reviewSteps(closed, TODAY)
    expect(states.map(({ state }) => state)).toEqual([
      'done',
      'done',
      'done',
      'done',
      'done',
      'not-needed',
      'done'
    ] satisfies StepState[])
    expect(states.flatMap(({ warnings, lacks }) => [...warnings, ...lacks])).toEqual([])
    expect(isClosed(states)).toBe(true)
  })

  it('does not warn of a passport that expires after it has done its work', () => {
    const dossier = edited(closed, {
      kind: 'put-records',
      list: 'documents',
      records: [{ ...passport, expiresOn: '2026-11-01' }],
      beforeId: null
    })
    expect(reviewOf(dossier, 'identity').state).toBe('done')
  })
})

describe('waiting', () => {
  const unconfirmed: Dossier = {
    ...closed,
    confirmation: fresh.confirmation,
    exhibits: closed.exhibits.filter(({ number }) => number.category !== 'F')
  }

  it('counts the days since the agreement took effect, and is overdue after the waiting time', () => {
    expect(reviewOf(unconfirmed, 'confirmation', '2026-10-31')).toMatchObject({
      state: 'waiting',
      waiting: { code: 'confirmation', since: '2026-10-31', days: 0, daysOver: 0 }
    })
    expect(reviewOf(unconfirmed, 'confirmation', '2026-11-14')).toMatchObject({ state: 'waiting' })
    expect(reviewOf(unconfirmed, 'confirmation', '2026-11-22')).toMatchObject({
      state: 'overdue',
      waiting: { days: 22, daysOver: 8 }
    })
  })

  it('does not begin before the agreement takes effect', () => {
    expect(reviewOf(unconfirmed, 'confirmation', '2026-10-30').waiting).toBeNull()
  })

  it('is for a promised answer until its day, overdue after it, and over when it is noted as done', () => {
    const promised = edited(unconfirmed, {
      kind: 'put-records',
      list: 'contacts',
      records: [{ ...request, promised: 'an answer in writing', promisedBy: '2026-11-20' }],
      beforeId: null
    })
    expect(reviewOf(promised, 'contact', '2026-11-20')).toMatchObject({
      state: 'waiting',
      waiting: { code: 'answer', until: '2026-11-20', daysLeft: 0 }
    })
    expect(reviewOf(promised, 'contact')).toMatchObject({ state: 'overdue', waiting: { daysLeft: -2 } })
    const change = { id: promiseDueId(request.id), on: null, doneOn: '2026-11-19', laterUntil: null }
    const kept = edited(promised, {
      kind: 'put-records',
      list: 'dueChanges',
      records: [change],
      beforeId: null
    })
    expect(reviewOf(kept, 'contact').state).toBe('done')
    expect(reviewOf({ ...promised, confirmation: closed.confirmation }, 'contact').state).toBe('done')
  })

  it.each([
    ['asked again, noted as done', { doneOn: '2026-11-16' }, '2026-11-30'],
    ['moved to another day', { on: '2026-11-27' }, '2026-11-27'],
    ['put off', { laterUntil: '2026-11-25' }, '2026-11-25']
  ])('is not overdue before the day the reminder has now: %s', (_, values, askOn) => {
    const change = { id: 'follow-up:confirmation', on: null, doneOn: null, laterUntil: null, ...values }
    const dossier = { ...unconfirmed, dueChanges: [change] }
    expect(reviewOf(dossier, 'confirmation')).toMatchObject({
      state: 'waiting',
      waiting: { since: '2026-10-31', days: 22, askOn, daysOver: 0 }
    })
    expect(reviewOf(dossier, 'confirmation', '2026-12-01')).toMatchObject({ state: 'overdue' })
  })

  it('begins anew with a contact that asks again, for the agreement as for the confirmation', () => {
    const asked = { ...request, at: { ...request.at, local: '2026-11-20T10:00:00' } }
    const dossier = { ...unconfirmed, contacts: [asked] }
    expect(reviewOf(dossier, 'confirmation')).toMatchObject({
      state: 'waiting',
      waiting: { askOn: '2026-12-04' }
    })
    const applied = { ...dossier, agreement: { ...fresh.agreement, appliedOn: '2026-10-20' } }
    expect(reviewOf(applied, 'agreement')).toMatchObject({ state: 'waiting' })
    expect(reviewOf({ ...applied, contacts: [] }, 'agreement')).toMatchObject({ state: 'overdue' })
  })

  it('for a promised answer is not overdue while it is moved or put off', () => {
    const contacts = [{ ...request, promised: 'an answer in writing', promisedBy: '2026-11-20' }]
    const change = { id: promiseDueId(request.id), on: null, doneOn: null, laterUntil: null }
    const review = (values: object) =>
      reviewOf({ ...unconfirmed, contacts, dueChanges: [{ ...change, ...values }] }, 'contact')
    expect(review({})).toMatchObject({ state: 'overdue' })
    expect(review({ on: '2026-11-27' })).toMatchObject({ state: 'waiting', waiting: { daysLeft: 5 } })
    expect(review({ laterUntil: '2026-11-25' })).toMatchObject({ state: 'waiting', waiting: { daysLeft: 3 } })
  })

  it('keeps the day that was promised beside the day it was moved to, and ends with the promise', () => {
    const change = { id: promiseDueId(request.id), on: '2026-11-27', doneOn: null, laterUntil: null }
    const review = (promisedBy: string | null) =>
      reviewOf({ ...unconfirmed, contacts: [{ ...request, promisedBy }], dueChanges: [change] }, 'contact')
    expect(review('2026-11-20').waiting).toMatchObject({ promisedBy: '2026-11-20', until: '2026-11-27' })
    expect(review(null).waiting).toBeNull()
  })

  it('counts from the application while the agreement is not signed', () => {
    const applied = { ...unconfirmed, agreement: { ...fresh.agreement, appliedOn: '2026-11-20' } }
    expect(reviewOf(applied, 'agreement')).toMatchObject({
      state: 'waiting',
      waiting: { code: 'agreement', days: 2, daysOver: 0 }
    })
  })
})

describe('what a step lacks', () => {
  it.each([
    ['nothing', {}, ['request']],
    ['a space', { said: ' ' }, ['request']],
    ['the person', { person: 'SPECIMEN' }, []],
    ['the reference', { reference: '1-00' }, []],
    ['what was said', { said: 'SPECIMEN' }, []],
    ['what was promised', { promised: 'SPECIMEN' }, []],
    ['how long it took', { minutes: 3 }, []]
  ] as const)('looks whether something was noted of the request: %s', (_, noted, expected) => {
    const begun = { ...request, minutes: null, counterpart: '', person: '', reference: '', ...noted }
    const dossier = attach({ ...closed, exhibits: [], contacts: [begun] }, 1, 'D')
    expect(codes(reviewOf(dossier, 'contact').lacks)).toEqual(expected)
  })

  it('names the payment that has no proof, and does not count a trashed one', () => {
    const receipt = closed.exhibits.find(({ number }) => number.category === 'B')
    const dossier = edited(closed, { kind: 'trash-exhibit', exhibitId: receipt?.id ?? '' })
    expect(reviewOf(dossier, 'payments').lacks).toEqual([{ code: 'payment-proof', entryId: payment.id }])
  })

  it('counts every currency on its own', () => {
    const dossier = edited(closed, {
      kind: 'put-records',
      list: 'entries',
      records: [{ ...bill, id: uuid(32), currency: 'CNY', amountMinor: 100 }],
      beforeId: null
    })
    expect(reviewOf(dossier, 'payments').lacks).toEqual([
      { code: 'owed', owed: { currency: 'CNY', amountMinor: 100 } }
    ])
  })

  it('asks of each device when it was handed over, and for a proof of it', () => {
    const dossier: Dossier = {
      ...closed,
      equipment: { nothingToReturn: false, devices: [{ ...router, returnedOn: null }] }
    }
    expect(codes(reviewOf(dossier, 'equipment').lacks)).toEqual(['device-return', 'device-proof'])
    const handedOver = attach(
      { ...closed, equipment: { nothingToReturn: false, devices: [router] } },
      110,
      'E',
      [{ kind: 'device', id: router.id }]
    )
    expect(reviewOf(handedOver, 'equipment').state).toBe('done')
  })

  it('does not take the contract itself for the agreement on ending it, unless the user says so', () => {
    const contract = attach({ ...closed, exhibits: [] }, 120, 'C')
    const dated = (on: string) =>
      edited(contract, {
        kind: 'date-exhibit',
        exhibitId: uuid(120),
        madeOn: { on, source: 'stated' }
      })
    expect(codes(reviewOf(dated('2021-03-12'), 'agreement').lacks)).toEqual(['agreement-proof'])
    expect(codes(reviewOf(dated('2021-03-12'), 'account').lacks)).toEqual([])
    expect(codes(reviewOf(dated('2024-01-01'), 'agreement').lacks)).toEqual(['agreement-proof'])
    expect(codes(reviewOf(dated('2026-10-02'), 'agreement').lacks)).toEqual([])
    const linked = edited(dated('2021-03-12'), {
      kind: 'link-exhibit',
      exhibitId: uuid(120),
      target: { kind: 'step', step: 'agreement' }
    })
    expect(codes(reviewOf(linked, 'agreement').lacks)).toEqual([])
    expect(codes(reviewOf(linked, 'account').lacks)).toEqual(['contract-proof'])
  })
})

describe('warnings', () => {
  const warnings = (dossier: Dossier, step: Step, today = TODAY) =>
    codes(reviewOf(dossier, step, today).warnings)
  const open: Dossier = { ...closed, confirmation: fresh.confirmation }

  it.each([
    ['2026-11-21', ['document-expired']],
    ['2026-11-22', ['document-expires-early']],
    ['2026-12-30', ['document-expires-early']],
    ['2026-12-31', []]
  ] as const)('says of a passport that expires on %s: %j', (expiresOn, expected) => {
    const dossier: Dossier = {
      ...open,
      closing: { ...open.closing, plannedOn: '2026-12-31' },
      identity: { ...open.identity, documents: [{ ...passport, expiresOn }] }
    }
    expect(warnings(dossier, 'identity')).toEqual(expected)
  })

  it('says what contradicts itself without losing it', () => {
    const withPassport = (values: Partial<typeof passport>): Dossier => ({
      ...open,
      identity: { ...open.identity, documents: [{ ...passport, ...values }] }
    })
    expect(warnings(withPassport({ issuedOn: '2030-01-01' }), 'identity')).toEqual(['expires-before-issue'])
    expect(warnings(withPassport({ issuedOn: '1990-01-01' }), 'identity')).toEqual(['issued-before-birth'])
    const agreed = (values: Partial<Dossier['agreement']>): Dossier => ({
      ...open,
      agreement: { ...open.agreement, ...values }
    })
    expect(warnings(agreed({ effectiveOn: '2026-10-04' }), 'agreement')).toEqual(['effective-before-signed'])
    expect(warnings(agreed({ signedOn: '2026-10-02' }), 'agreement')).toEqual(['signed-while-owed'])
    const early = { ...closed.confirmation, receivedAt: { local: '2026-10-01T12:00', zone: 'Europe/Moscow' } }
    expect(warnings({ ...closed, confirmation: early }, 'confirmation')).toEqual(['confirmed-before-agreed'])
  })

  it('tells of equipment that is still with the subscriber after the signing', () => {
    const devices = [{ ...router, returnedOn: null }]
    expect(warnings({ ...open, equipment: { nothingToReturn: false, devices } }, 'agreement')).toEqual([
      'signed-before-return'
    ])
  })

  it('tells of a charge after the end, but not of a refund', () => {
    const later = { ...bill, id: uuid(33), on: '2026-11-01' }
    const charged = (kind: 'bill' | 'refund' | 'payment'): Dossier => ({
      ...open,
      payments: { currency: 'RUB', entries: [bill, payment, { ...later, kind }] }
    })
    expect(warnings(charged('bill'), 'payments')).toEqual(['charge-after-effective'])
    expect(warnings(charged('refund'), 'payments')).toEqual([])
    expect(warnings(charged('payment'), 'payments')).toEqual([])
  })

  it('tells when the notice of the contract is not kept', () => {
    const noticed = (noticeDays: number): Dossier => ({ ...open, terms: { ...open.terms, noticeDays } })
    expect(warnings(noticed(29), 'agreement')).toEqual([])
    expect(warnings(noticed(30), 'agreement')).toEqual(['notice-too-short'])
  })

  it('tells of an IMEI whose check digit is wrong and of a lock left on', () => {
    const device = { ...router, imei: '490154203237519', locksOff: false }
    expect(
      warnings({ ...open, equipment: { nothingToReturn: false, devices: [device] } }, 'equipment')
    ).toEqual(['imei-wrong', 'locks-on'])
  })
})

describe('a state set by hand', () => {
  it('counts instead of the computed one, which stays known, until it is taken back', () => {
    const dossier = edited(fresh, {
      kind: 'override-step',
      step: 'equipment',
      override: { state: 'not-needed', reason: 'prepaid card' }
    })
    expect(reviewOf(dossier, 'equipment')).toMatchObject({
      state: 'not-needed',
      computed: 'open',
      override: { reason: 'prepaid card', at: AT }
    })
    const back = edited(dossier, { kind: 'override-step', step: 'equipment', override: null })
    expect(reviewOf(back, 'equipment')).toMatchObject({ state: 'open', override: null })
  })
})

it('a step without lacks, warnings and waiting is done, and only such a one, whatever the facts', () => {
  const date = fc.option(fc.constantFrom('2026-10-01', '2026-10-20', '2026-11-22', '2026-12-24'))
  const facts = fc.record({
    signedOn: date,
    effectiveOn: date,
    appliedOn: date,
    plannedOn: date,
    confirmedOn: date,
    expiresOn: date,
    hasDevice: fc.boolean(),
    nothingToReturn: fc.boolean(),
    entries: fc.subarray([bill, payment]),
    exhibits: fc.subarray([...closed.exhibits])
  })
  fc.assert(
    fc.property(facts, date, (given, day) => {
      const dossier: Dossier = {
        ...closed,
        closing: { ...closed.closing, plannedOn: given.plannedOn },
        agreement: {
          ...closed.agreement,
          signedOn: given.signedOn,
          effectiveOn: given.effectiveOn,
          appliedOn: given.appliedOn
        },
        identity: {
          ...closed.identity,
          documents: [{ ...passport, expiresOn: given.expiresOn }]
        },
        equipment: { nothingToReturn: given.nothingToReturn, devices: given.hasDevice ? [router] : [] },
        payments: { currency: 'RUB', entries: given.entries },
        exhibits: given.exhibits,
        confirmation: {
          ...closed.confirmation,
          receivedAt:
            given.confirmedOn === null ? null : { local: `${given.confirmedOn}T12:00`, zone: 'Asia/Shanghai' }
        }
      }
      for (const { state, lacks, warnings, waiting } of reviewSteps(dossier, day ?? TODAY)) {
        const isDone = state === 'done' || state === 'not-needed'
        expect(isDone).toBe(lacks.length === 0 && warnings.length === 0 && waiting === null)
        expect(state === 'waiting' || state === 'overdue').toBe(
          waiting !== null && (state === 'overdue' || warnings.length === 0)
        )
      }
    })
  )
})
