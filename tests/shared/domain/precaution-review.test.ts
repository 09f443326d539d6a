import { describe, expect, it } from 'vitest'
import type { Dossier } from '../../../src/shared/domain/dossier.ts'
import { reviewPrecautions } from '../../../src/shared/domain/precaution-review.ts'
import { reviewReadiness } from '../../../src/shared/domain/readiness.ts'
import { attach, bill, closed, fresh, passport, router, TODAY } from './invented-dossier.ts'

const evidenceOf = (dossier: Dossier) =>
  reviewPrecautions(dossier, reviewReadiness(dossier, TODAY)).find(
    ({ precaution }) => precaution === 'evidence'
  )

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
