import { describe, expect, it } from 'vitest'
import type { Dossier } from '../../../src/shared/domain/dossier.ts'
import type { Backup, Precaution, ServiceState } from '../../../src/shared/domain/precaution.ts'
import { reviewPrecautions } from '../../../src/shared/domain/precaution-review.ts'
import { reviewReadiness } from '../../../src/shared/domain/readiness.ts'
import { SERVICE_CATALOGUE } from '../../../src/shared/domain/service-catalogue.ts'
import { attach, bill, closed, fresh, passport, router, TODAY, uuid } from './invented-dossier.ts'

const reviewOf = (dossier: Dossier, precaution: Precaution) =>
  reviewPrecautions(dossier, reviewReadiness(dossier, TODAY)).find((one) => one.precaution === precaution)
const evidenceOf = (dossier: Dossier) => reviewOf(dossier, 'evidence')

describe('the precaution to keep evidence', () => {
  it('is calm while there is nothing yet that could be proved', () => {
    expect(evidenceOf(fresh)).toMatchObject({ state: 'open', done: 0 })
  })

  it.each<[what: string, dossier: Dossier]>([
    ['a document is noted', { ...fresh, identity: { ...fresh.identity, documents: [passport] } }],
    ['something is owed', { ...fresh, payments: { ...fresh.payments, entries: [bill] } }],
    ['a device is to be returned', { ...fresh, equipment: { ...fresh.equipment, devices: [router] } }],
    ['one thing is proved', attach(fresh, 101, 'C')]
  ])('warns as soon as %s', (_, dossier) => {
    expect(evidenceOf(dossier)?.state).toBe('warning')
  })

  it('is done when every obligation has its proof', () => {
    expect(evidenceOf(attach(closed, 107, 'E'))?.state).toBe('done')
  })
})

describe('the precaution to back up', () => {
  const whole: Backup = {
    id: uuid(60),
    kind: 'contacts',
    what: 'SPECIMEN',
    where: 'SPECIMEN',
    savedOn: '2026-10-01',
    checkedOn: '2026-10-02'
  }
  const stateOf = (...backups: readonly Backup[]) => reviewOf({ ...fresh, backups }, 'backup')

  it('is done once every copy was saved and found whole', () => {
    expect(stateOf(whole, { ...whole, id: uuid(61), checkedOn: whole.savedOn })).toMatchObject({
      state: 'done',
      done: 2
    })
  })

  it.each<[what: string, doubtful: Partial<Backup>]>([
    ['was never opened', { checkedOn: null }],
    ['was opened before it was saved', { checkedOn: '2026-09-30' }],
    ['has no day on which it was saved', { savedOn: null }]
  ])('stays open while one copy %s', (_, doubtful) => {
    const expected = { state: 'in-progress', done: 1, total: 2 }
    expect(stateOf(whole, { ...whole, id: uuid(61), ...doubtful })).toMatchObject(expected)
  })
})

describe('the precaution to update contact details', () => {
  const listed = (state: ServiceState) =>
    SERVICE_CATALOGUE.map(({ key, kind }) => ({ id: key, key, kind, name: '', state, movedOn: null }))
  const own = { ...listed('moved')[0]!, id: uuid(70), key: null, name: 'SPECIMEN' }
  const review = (...services: Dossier['services'][number][]) => reviewOf({ ...fresh, services }, 'services')

  it('stays open while a service of the ready list is not decided', () => {
    expect(review()).toMatchObject({ state: 'open', done: 0 })
    const [one] = listed('moved')
    expect(review(one!)).toMatchObject({
      state: 'in-progress',
      done: 1,
      total: SERVICE_CATALOGUE.length
    })
  })

  it('stays open while a service is known not to be moved', () => {
    const [first, ...others] = listed('not-needed')
    expect(review({ ...first!, state: 'not-moved' }, ...others)?.state).toBe('in-progress')
    expect(review({ ...own, state: 'not-moved' }, ...listed('moved'))).toMatchObject({
      state: 'in-progress',
      done: SERVICE_CATALOGUE.length,
      total: SERVICE_CATALOGUE.length + 1
    })
  })

  it('is done once every service was moved or is not needed', () => {
    expect(review(own, ...listed('not-needed'))?.state).toBe('done')
  })
})
