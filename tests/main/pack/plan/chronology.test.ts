import { describe, expect, it } from 'vitest'
import { planChronology } from '../../../../src/main/pack/plan/chronology.ts'
import type { Dossier } from '../../../../src/shared/domain/dossier.ts'
import { bareDossier, filledDossier, withExhibits, type SpecimenExhibit } from '../../../specimen-dossier.ts'

const READER = { today: '2026-11-20', zone: 'Europe/Moscow' }

const paper = (name: string, change: Partial<SpecimenExhibit> = {}): SpecimenExhibit => ({
  category: 'G',
  caption: name,
  bytes: Buffer.from(name),
  mediaType: 'text/plain',
  originalName: `${name}.txt`,
  ...change
})

const plan = (dossier: Dossier) => planChronology(dossier, dossier.exhibits, READER)
const ids = (events: ReturnType<typeof plan>['events']) => events.map(({ item }) => item.id)

describe('the chronology of a pack', () => {
  it('has nothing to tell of a bare dossier', () => {
    expect(plan(bareDossier())).toEqual({ history: [], events: [], hasEarlierEntries: false })
  })

  it('divides what lies before the first contact from the closing itself', () => {
    const { history, events, hasEarlierEntries } = plan(filledDossier())
    expect(ids(history)).toEqual([
      'document-issued:document-1',
      'contract-signed',
      'document-issued:document-2',
      'attorney-issued'
    ])
    expect(ids(events)[0]).toBe('contact:contact-1')
    expect(hasEarlierEntries).toBe(true)
    expect(ids(events).every((id) => id !== 'created' && !id.startsWith('pack:'))).toBe(true)
  })

  it('sets a paper beside what it shows, and by itself where its date is another', () => {
    const signed = paper('agreement', { category: 'C', madeOn: '2026-10-05' })
    const mail = paper('mail', { category: 'F', madeOn: '2026-11-04' })
    const { events } = plan(withExhibits(filledDossier(), [signed, mail]))
    const of = (id: string) => events.find(({ item }) => item.id === id)?.exhibits.map((one) => one.id)
    expect(of('signed')).toEqual(['exhibit-1'])
    expect(of('exhibit:exhibit-1')).toBeUndefined()
    expect(of('confirmed')).toEqual(['exhibit-2'])
    expect(of('exhibit:exhibit-2')).toEqual(['exhibit-2'])
  })

  it('leads a contact, an entry and a device to the papers linked to them', () => {
    const proves = [
      { kind: 'contact', id: 'contact-2' },
      { kind: 'device', id: 'device-1' }
    ] as const
    const { events } = plan(withExhibits(filledDossier(), [paper('photo', { proves })]))
    const linked = events.filter(({ exhibits }) => exhibits.length > 0)
    expect(ids(linked)).toEqual(['contact:contact-2', 'device-returned:device-1'])
  })

  it('names no paper that is left out of the pack', () => {
    const dossier = withExhibits(filledDossier(), [
      paper('agreement', { category: 'C', madeOn: '2026-10-05' })
    ])
    const { events } = planChronology(dossier, [], READER)
    expect(events.every(({ exhibits }) => exhibits.length === 0)).toBe(true)
  })
})
