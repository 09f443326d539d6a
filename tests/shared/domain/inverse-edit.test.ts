import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Bar } from '../../../src/shared/domain/bar.ts'
import type { Dossier } from '../../../src/shared/domain/dossier.ts'
import { editDossier, editDossierBy, type DossierEdit } from '../../../src/shared/domain/dossier-edit.ts'
import type { ProofTarget } from '../../../src/shared/domain/proof-target.ts'
import { inverseOf } from '../../../src/shared/domain/inverse-edit.ts'
import { STEPS } from '../../../src/shared/domain/step.ts'
import { AT, attach, bill, closed, payment, request, router, uuid } from './invented-dossier.ts'

/** A dossier with some of everything. */
const full: Dossier = attach(
  attach(
    {
      ...closed,
      equipment: { nothingToReturn: false, devices: [router, { ...router, id: uuid(41) }] },
      payments: { ...closed.payments, entries: [bill, payment, { ...bill, id: uuid(32) }] }
    },
    130,
    'E',
    [{ kind: 'device', id: router.id }]
  ),
  131,
  'B',
  [
    { kind: 'entry', id: bill.id },
    { kind: 'entry', id: payment.id }
  ]
)

/** @returns a bar over a part of a picture */
function barOf(which: number): Bar {
  return { id: uuid(200 + which), page: 1, x: which / 10, y: 0.5, width: 0.1, height: 0.05, what: 'SPECIMEN' }
}

const anyExhibit = fc.constantFrom(...full.exhibits.map(({ id }) => id))
const anyTarget: fc.Arbitrary<ProofTarget> = fc.oneof(
  fc.constantFrom(...STEPS).map((step) => ({ kind: 'step' as const, step })),
  fc.constantFrom<ProofTarget>(
    { kind: 'entry', id: bill.id },
    { kind: 'contact', id: request.id },
    { kind: 'device', id: router.id }
  )
)
const anyEdit: fc.Arbitrary<DossierEdit> = fc.oneof(
  fc.record({
    kind: fc.constant('set-closing' as const),
    values: fc.record({ note: fc.string(), plannedOn: fc.constant('2027-01-01') }, { requiredKeys: [] })
  }),
  fc.record({
    kind: fc.constant('set-contract' as const),
    values: fc.record({ number: fc.string(), tariff: fc.string() }, { requiredKeys: [] })
  }),
  fc.constant<DossierEdit>({ kind: 'set-identity', values: { bornOn: null } }),
  fc.record({
    kind: fc.constant('set-bars' as const),
    exhibitId: anyExhibit,
    bars: fc.subarray([barOf(1), barOf(2)])
  }),
  fc.constant<DossierEdit>({ kind: 'set-terms', values: { noticeDays: 30 } }),
  fc.constant<DossierEdit>({ kind: 'set-agreement', values: { signedOn: null, notes: 'SPECIMEN' } }),
  fc.constant<DossierEdit>({ kind: 'set-confirmation', values: { receivedAt: null } }),
  fc.constant<DossierEdit>({ kind: 'set-contact-details', values: { email: 'a@example.org' } }),
  fc.constant<DossierEdit>({ kind: 'set-equipment', values: { nothingToReturn: true } }),
  fc.constant<DossierEdit>({ kind: 'set-currency', currency: 'CNY' }),
  fc
    .subarray([bill, payment, { ...bill, id: uuid(32) }, { ...bill, id: uuid(33) }], { minLength: 1 })
    .map((records) => ({
      kind: 'put-records' as const,
      list: 'entries' as const,
      records: records.map((record) => ({ ...record, note: 'other' })),
      beforeId: payment.id
    })),
  fc
    .subarray([bill.id, payment.id, uuid(32)], { minLength: 1 })
    .map((ids) => ({ kind: 'remove-records' as const, list: 'entries' as const, ids })),
  fc
    .subarray([router.id, uuid(41)], { minLength: 1 })
    .map((ids) => ({ kind: 'remove-records' as const, list: 'devices' as const, ids })),
  fc.record({
    kind: fc.constantFrom('link-exhibit' as const, 'unlink-exhibit' as const),
    exhibitId: anyExhibit,
    target: anyTarget
  }),
  fc.record({
    kind: fc.constant('caption-exhibit' as const),
    exhibitId: anyExhibit,
    caption: fc.string()
  }),
  fc.record({
    kind: fc.constant('date-exhibit' as const),
    exhibitId: anyExhibit,
    madeOn: fc.constant({ on: '2026-10-03', source: 'stated' as const })
  }),
  fc.record({
    kind: fc.constant('move-exhibit' as const),
    exhibitId: anyExhibit,
    beforeId: fc.option(anyExhibit)
  }),
  fc.record({ kind: fc.constant('trash-exhibit' as const), exhibitId: anyExhibit }),
  fc.constantFrom<DossierEdit>({ kind: 'trash-dossier' }),
  fc.record({
    kind: fc.constant('override-step' as const),
    step: fc.constantFrom(...STEPS),
    override: fc.option(fc.constant({ state: 'done' as const, reason: 'SPECIMEN' }))
  })
)

/** What a person sees: revision and time of change go on counting, the order of links has no meaning. */
function seen(dossier: Dossier): unknown {
  const exhibits = dossier.exhibits.map((exhibit) => ({
    ...exhibit,
    proves: exhibit.proves.map((target) => JSON.stringify(target)).toSorted()
  }))
  return { ...dossier, exhibits, revision: 0, changedAt: '' }
}

it('gives back the dossier as it was, after any edit', () => {
  fc.assert(
    fc.property(anyEdit, (edit) => {
      const after = editDossier(full, edit, AT)
      if (!after.ok) throw new Error(after.code)
      const undone = editDossierBy(after.value, inverseOf(full, edit), AT)
      if (!undone.ok) throw new Error(undone.code)
      expect(seen(undone.value)).toEqual(seen(full))
    }),
    { numRuns: 1000 }
  )
})

it('undoes a whole row of edits, from the last to the first', () => {
  fc.assert(
    fc.property(fc.array(anyEdit, { maxLength: 12 }), (edits) => {
      let dossier = full
      const undo: DossierEdit[][] = []
      for (const edit of edits) {
        const after = editDossier(dossier, edit, AT)
        if (!after.ok) continue
        undo.unshift([...inverseOf(dossier, edit)])
        dossier = after.value
      }
      const undone = editDossierBy(dossier, undo.flat(), AT)
      if (!undone.ok) throw new Error(undone.code)
      expect(seen(undone.value)).toEqual(seen(full))
    }),
    { numRuns: 500 }
  )
})

it('brings an exhibit back to its category and number', () => {
  const exhibitId = full.exhibits[0]?.id ?? ''
  const edit = { kind: 'categorise-exhibit', exhibitId, category: 'G' } as const
  const after = editDossier(full, edit, AT)
  if (!after.ok) throw new Error(after.code)
  const undone = editDossierBy(after.value, inverseOf(full, edit), AT)
  expect(undone.ok && undone.value.exhibits[0]?.number).toEqual(full.exhibits[0]?.number)
})
