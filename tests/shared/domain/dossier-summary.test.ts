import { describe, expect, it } from 'vitest'
import { summariseDossier } from '../../../src/shared/domain/dossier-summary.ts'
import { filledDossier } from '../../specimen-dossier.ts'
import { bill, fresh, payment, request, TODAY } from './invented-dossier.ts'

const RULES = { law: [] }

describe('summariseDossier', () => {
  it('says of a new dossier that everything is still to be done', () => {
    const summary = summariseDossier(fresh, RULES, TODAY)
    expect(summary).toMatchObject({ state: 'in-progress', balances: [], provenCount: 0, pack: null })
    expect(summary.steps).toHaveLength(7)
    expect(summary.next).toMatchObject({ kind: 'lack', step: 'account' })
  })

  it('keeps currencies apart', () => {
    const entries = [bill, payment, { ...bill, id: crypto.randomUUID(), currency: 'CNY', amountMinor: 100 }]
    const { balances } = summariseDossier({ ...fresh, payments: { currency: 'RUB', entries } }, RULES, TODAY)
    expect(balances).toEqual([
      { currency: 'RUB', amountMinor: 0 },
      { currency: 'CNY', amountMinor: 100 }
    ])
  })

  it('names the promise that is due in the words it was noted in', () => {
    const contact = { ...request, promised: 'written answer', promisedBy: '2026-11-20' }
    const summary = summariseDossier({ ...fresh, contacts: [contact] }, RULES, TODAY)
    expect(summary.dues).toMatchObject([{ on: '2026-11-20', about: 'written answer' }])
    expect(summary.next).toMatchObject({ kind: 'due', on: '2026-11-20' })
  })

  it('is small and made of plain values, whatever the dossier holds', () => {
    const summary = summariseDossier(filledDossier(), RULES, TODAY)
    expect(JSON.parse(JSON.stringify(summary))).toEqual(summary)
    expect(JSON.stringify(summary).length).toBeLessThan(4_000)
  })
})
