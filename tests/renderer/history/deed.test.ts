import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { deedOf, mergeDeeds, type Deed } from '../../../src/renderer/history/deed.ts'
import { placeOf } from '../../../src/renderer/history/place-of.ts'
import type { Dossier } from '../../../src/shared/domain/dossier.ts'
import { editDossierBy, type DossierEdit } from '../../../src/shared/domain/dossier-edit.ts'
import { filledDossier } from '../../specimen-dossier.ts'

const NOW = new Date('2026-11-22T12:00:00.000Z')
const later = (ms: number) => new Date(NOW.getTime() + ms)
const tariff = (text: string): DossierEdit => ({ kind: 'set-contract', values: { tariff: text } })

function after(dossier: Dossier, edits: readonly DossierEdit[]): Dossier {
  const edited = editDossierBy(dossier, edits, NOW.toISOString())
  if (!edited.ok) throw new Error(edited.code)
  return edited.value
}

/** What undoing has to bring back; the count of revisions goes on. */
function facts(whole: Dossier): Dossier {
  return { ...whole, revision: 0, changedAt: '' }
}

const entry = { on: '2026-11-01', kind: 'bill', amountMinor: 100, currency: 'RUB', note: '' } as const
const dossier = filledDossier()
const [exhibit] = dossier.exhibits
const oneEdit: fc.Arbitrary<DossierEdit> = fc.oneof(
  fc.string({ maxLength: 5 }).map(tariff),
  fc.string({ maxLength: 5 }).map((notes): DossierEdit => ({ kind: 'set-agreement', values: { notes } })),
  fc.constantFrom('e-1', 'e-2', 'e-3').map((id): DossierEdit => ({
    kind: 'put-records',
    list: 'entries',
    records: [{ ...entry, id }],
    beforeId: null
  })),
  fc
    .constantFrom(...dossier.payments.entries.map(({ id }) => id))
    .map((id): DossierEdit => ({ kind: 'remove-records', list: 'entries', ids: [id] })),
  fc.string({ maxLength: 5 }).map((caption): DossierEdit => ({
    kind: 'caption-exhibit',
    exhibitId: exhibit?.id ?? '',
    caption
  }))
)

describe('a deed', () => {
  it('brings back what was there, whatever was done and in whatever order it is undone', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(oneEdit, { minLength: 1, maxLength: 3 }), { maxLength: 6 }),
        (batches) => {
          let current = dossier
          const done: Deed[] = []
          for (const edits of batches) {
            const made = deedOf(current, edits, NOW)
            if (!editDossierBy(current, edits, NOW.toISOString()).ok) continue
            done.push(made.deed)
            current = made.after
          }
          for (const { back } of done.toReversed()) current = after(current, back)
          expect(facts(current)).toEqual(facts(dossier))
        }
      )
    )
  })

  it('is one for as long as somebody types into one field', () => {
    const first = deedOf(dossier, [tariff('Sm')], NOW)
    const second = deedOf(first.after, [tariff('Smart')], later(900))
    const merged = mergeDeeds(first.deed, second.deed)
    expect(merged).not.toBeNull()
    expect(facts(after(second.after, merged?.back ?? []))).toEqual(facts(dossier))
  })

  it('is another one after a while, and in another field', () => {
    const first = deedOf(dossier, [tariff('Sm')], NOW)
    const second = deedOf(first.after, [tariff('Smart')], later(60_000))
    expect(mergeDeeds(first.deed, second.deed)).toBeNull()
    const other = deedOf(first.after, [{ kind: 'set-contract', values: { number: '1' } }], later(100))
    expect(mergeDeeds(first.deed, other.deed)).toBeNull()
  })

  it('does not swallow the adding of a record into its first change', () => {
    const put = (note: string): DossierEdit => ({
      kind: 'put-records',
      list: 'entries',
      records: [{ ...entry, id: 'new', note }],
      beforeId: null
    })
    const added = deedOf(dossier, [put('')], NOW)
    const changed = deedOf(added.after, [put('x')], later(100))
    expect(mergeDeeds(added.deed, changed.deed)).toBeNull()
  })
})

describe('the place of an edit', () => {
  it('is the screen that shows it, and what carries it there', () => {
    expect(placeOf('d', tariff(''))).toEqual({
      screens: [{ name: 'step', step: 'account' }],
      at: 'd/set-contract/tariff'
    })
    expect(placeOf('d', { kind: 'remove-records', list: 'entries', ids: ['e'] })).toMatchObject({
      at: 'entries/e'
    })
    expect(
      placeOf('d', { kind: 'link-exhibit', exhibitId: 'x', target: { kind: 'device', id: 'v' } })
    ).toEqual({ screens: [{ name: 'step', step: 'equipment' }], at: 'devices/v' })
    expect(placeOf('d', { kind: 'set-bars', exhibitId: 'e', bars: [] })).toEqual({
      screens: [{ name: 'exhibit', exhibitId: 'e' }],
      at: 'bars/e'
    })
    expect(placeOf('d', { kind: 'trash-dossier' }).screens).toEqual([])
  })
})

describe('a clock set back', () => {
  const typed = (text: string, ms: number): Deed => deedOf(dossier, [tariff(text)], later(ms)).deed

  it('makes two deeds of what lies an unknown time apart', () => {
    expect(mergeDeeds(typed('one', 0), typed('two', 2_000))).not.toBeNull()
    expect(mergeDeeds(typed('one', 0), typed('two', -3_600_000))).toBeNull()
  })
})
