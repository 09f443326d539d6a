import { describe, expect, it } from 'vitest'
import { rowOf, rowReader } from '../../../src/renderer/db/summary-row.ts'
import { summariseDossier } from '../../../src/shared/domain/dossier-summary.ts'
import { filledDossier } from '../../specimen-dossier.ts'
import { bill, closed, fresh, payment, request, TODAY } from '../../shared/domain/invented-dossier.ts'

const contacts = [{ ...request, promised: 'written answer', promisedBy: '2026-11-20' }]
const entries = [bill, payment, { ...bill, id: crypto.randomUUID(), currency: 'CNY' as const }]
const reminders = [{ id: crypto.randomUUID(), text: 'SPECIMEN', on: '2027-01-01' }]
const dossiers = {
  new: fresh,
  filled: filledDossier(),
  closed,
  'in the trash': { ...closed, trashedAt: closed.changedAt },
  'with a promise that is due': { ...fresh, contacts },
  'owing in two currencies': { ...fresh, payments: { currency: 'RUB' as const, entries } },
  'with only a reminder left': { ...closed, reminders },
  'with a pack made': {
    ...closed,
    packs: filledDossier().packs
  }
}

describe('a row', () => {
  it.each(Object.entries(dossiers))('gives back all of a dossier %s, in its order', (_, dossier) => {
    const summary = summariseDossier(dossier, { law: [] }, TODAY)
    const back = rowReader()(JSON.parse(JSON.stringify(rowOf(summary))))
    expect(back).toEqual(summary)
    // The store compares them as text: another order would have every opened dossier written anew.
    expect(JSON.stringify(back)).toBe(JSON.stringify(summary))
  })

  it.each([null, 'row', {}, [], ['id', 1]])('of another form is none: %j', (row) => {
    expect(rowReader()(row)).toBeNull()
  })
})
