import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CATEGORIES } from '../../../src/shared/domain/category.ts'
import type { Dossier } from '../../../src/shared/domain/dossier.ts'
import { editDossier, editDossierBy } from '../../../src/shared/domain/dossier-edit.ts'
import { formatExhibitNumber } from '../../../src/shared/domain/exhibit.ts'
import { dossierSchema } from '../../../src/shared/schema/dossier-schema.ts'
import { failed } from '../../../src/shared/domain/result.ts'
import { AT, attach, closed, edited, fresh, payment, request, uuid } from './invented-dossier.ts'

const numbers = (dossier: Dossier) => dossier.exhibits.map((exhibit) => formatExhibitNumber(exhibit.number))

describe('exhibit numbers', () => {
  it('stay when another exhibit is trashed, and a trashed number is not given again', () => {
    let dossier = attach(attach(attach(fresh, 2, 'B'), 3, 'B'), 4, 'B')
    dossier = edited(dossier, { kind: 'trash-exhibit', exhibitId: uuid(4) })
    dossier = edited(dossier, { kind: 'trash-exhibit', exhibitId: uuid(2) })
    dossier = attach(dossier, 5, 'B')
    expect(numbers(dossier)).toEqual(['B-1', 'B-2', 'B-3', 'B-4'])
  })

  it('move to the new category with a new number; the old one is remembered and never given again', () => {
    let dossier = attach(attach(fresh, 2, 'G'), 3, 'C')
    dossier = edited(dossier, { kind: 'categorise-exhibit', exhibitId: uuid(2), category: 'C' })
    expect(numbers(dossier)).toEqual(['C-2', 'C-1'])
    expect(dossier.exhibits[0]?.formerNumbers).toEqual([{ category: 'G', serial: 1 }])
    expect(numbers(attach(dossier, 4, 'G')).at(-1)).toBe('G-2')
  })

  it('come back when the category is changed back', () => {
    let dossier = attach(fresh, 2, 'G')
    dossier = edited(dossier, { kind: 'categorise-exhibit', exhibitId: uuid(2), category: 'C' })
    dossier = edited(dossier, { kind: 'categorise-exhibit', exhibitId: uuid(2), category: 'G' })
    expect(numbers(dossier)).toEqual(['G-1'])
    expect(dossier.exhibits[0]?.formerNumbers).toEqual([{ category: 'C', serial: 1 }])
  })

  it('are unique for ever, former ones included, whatever is done', () => {
    const step = fc.record({
      deed: fc.constantFrom('add', 'trash', 'restore', 'categorise', 'move'),
      category: fc.constantFrom(...CATEGORIES),
      pick: fc.nat(20)
    })
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        let dossier: Dossier = fresh
        const owner = new Map<string, string>()
        steps.forEach(({ deed, category, pick }, index) => {
          const exhibitId = dossier.exhibits[pick % Math.max(1, dossier.exhibits.length)]?.id
          if (deed === 'add' || exhibitId === undefined) dossier = attach(dossier, index + 2, category)
          else if (deed === 'trash') dossier = edited(dossier, { kind: 'trash-exhibit', exhibitId })
          else if (deed === 'restore') dossier = edited(dossier, { kind: 'restore-exhibit', exhibitId })
          else if (deed === 'move')
            dossier = edited(dossier, { kind: 'move-exhibit', exhibitId, beforeId: null })
          else dossier = edited(dossier, { kind: 'categorise-exhibit', exhibitId, category })
          for (const exhibit of dossier.exhibits) {
            for (const number of [exhibit.number, ...exhibit.formerNumbers].map(formatExhibitNumber)) {
              expect(owner.get(number) ?? exhibit.id).toBe(exhibit.id)
              owner.set(number, exhibit.id)
            }
          }
        })
        expect(dossierSchema.safeParse(dossier).success).toBe(true)
      })
    )
  })
})

describe('editDossier', () => {
  it('counts one revision for each change and leaves the given dossier alone', () => {
    const before = structuredClone(fresh)
    const after = edited(fresh, { kind: 'set-contract', values: { tariff: 'SPECIMEN' } })
    expect(after.revision).toBe(2)
    expect(after.contract.tariff).toBe('SPECIMEN')
    expect(fresh).toEqual(before)
  })

  it('does several edits as one revision, or none of them', () => {
    const rename = { kind: 'set-contract', values: { number: '1' } } as const
    const relink = { kind: 'trash-exhibit', exhibitId: uuid(9) } as const
    const both = editDossierBy(fresh, [rename, { kind: 'set-currency', currency: 'CNY' }], AT)
    expect(both).toMatchObject({
      ok: true,
      value: { revision: 2, contract: { number: '1' }, payments: { currency: 'CNY' } }
    })
    expect(editDossierBy(fresh, [rename, relink], AT)).toEqual({ ok: false, code: 'no-such-exhibit' })
  })

  it('replaces a record where it stands and puts a new one where it is told to', () => {
    const put = (id: number, note: string, beforeId: number | null = null) =>
      ({
        kind: 'put-records',
        list: 'entries',
        records: [{ ...payment, id: uuid(id), note }],
        beforeId: beforeId === null ? null : uuid(beforeId)
      }) as const
    const dossier = edited(fresh, put(1, 'a'), put(2, 'b'), put(1, 'c'), put(3, 'd', 2))
    expect(dossier.payments.entries.map(({ note }) => note)).toEqual(['c', 'd', 'b'])
  })

  it('takes away with a record what exhibits were said to prove of it', () => {
    const without = edited(closed, { kind: 'remove-records', list: 'entries', ids: [payment.id] })
    expect(without.payments.entries).toHaveLength(1)
    expect(without.exhibits.flatMap(({ proves }) => proves).some(({ kind }) => kind === 'entry')).toBe(false)
    expect(without.exhibits.flatMap(({ proves }) => proves).some(({ kind }) => kind === 'contact')).toBe(true)
  })

  it('links an exhibit to several things, each once, and only to what is there', () => {
    const dossier = attach(closed, 200, 'G')
    const link = (target: { kind: 'entry' | 'contact'; id: string }) =>
      ({ kind: 'link-exhibit', exhibitId: uuid(200), target }) as const
    const linked = edited(
      dossier,
      link({ kind: 'entry', id: payment.id }),
      link({ kind: 'contact', id: request.id }),
      link({ kind: 'entry', id: payment.id })
    )
    expect(linked.exhibits.at(-1)?.proves).toEqual([
      { kind: 'entry', id: payment.id },
      { kind: 'contact', id: request.id }
    ])
    expect(editDossier(dossier, link({ kind: 'entry', id: request.id }), AT)).toEqual({
      ok: false,
      code: 'no-such-record'
    })
  })

  it('covers parts of pictures and of pages that packs can show, and of nothing else', () => {
    const bar = { id: uuid(200), page: 1, x: 0.1, y: 0.1, width: 0.5, height: 0.1, what: 'SPECIMEN' }
    const [picture] = attach(fresh, 130, 'A').exhibits
    const withFile = (mediaType: string, pages: number | null = 1): Dossier => ({
      ...fresh,
      exhibits: [{ ...picture!, file: { ...picture!.file, mediaType, pages } }]
    })
    const edit = { kind: 'set-bars', exhibitId: picture!.id, bars: [bar] } as const
    for (const mediaType of ['image/jpeg', 'image/png']) {
      expect(edited(withFile(mediaType), edit).exhibits[0]?.bars).toEqual([bar])
    }
    const onPage = (page: number) => ({ ...edit, bars: [{ ...bar, page }] })
    expect(edited(withFile('application/pdf', 3), onPage(3)).exhibits[0]?.bars).toEqual([{ ...bar, page: 3 }])
    const refused = failed({ code: 'bars-need-page' })
    expect(editDossier(withFile('application/pdf', 3), onPage(4), AT)).toEqual(refused)
    expect(editDossier(withFile('application/pdf', null), edit, AT)).toEqual(refused)
    expect(editDossier(withFile('image/jpeg'), onPage(2), AT)).toEqual(refused)
    for (const mediaType of ['image/webp', 'text/plain']) {
      expect(editDossier(withFile(mediaType), edit, AT)).toEqual(refused)
    }
  })

  it('refuses what is not there, a subscriber without any name and a state without a reason', () => {
    expect(editDossier(fresh, { kind: 'remove-records', list: 'entries', ids: [uuid(9)] }, AT)).toEqual({
      ok: false,
      code: 'no-such-record'
    })
    expect(editDossier(fresh, { kind: 'trash-exhibit', exhibitId: uuid(9) }, AT)).toEqual({
      ok: false,
      code: 'no-such-exhibit'
    })
    const override = { state: 'done', reason: '  ' } as const
    expect(editDossier(fresh, { kind: 'override-step', step: 'account', override }, AT)).toEqual({
      ok: false,
      code: 'reason-needed'
    })
    expect(
      editDossier(
        fresh,
        { kind: 'set-account', values: { subscriber: { latin: '', cyrillic: '', chinese: '' } } },
        AT
      )
    ).toEqual({ ok: false, code: 'name-needed' })
  })

  it('moves an exhibit before another one and to the end', () => {
    let dossier = attach(attach(attach(fresh, 2, 'B'), 3, 'B'), 4, 'B')
    dossier = edited(dossier, { kind: 'move-exhibit', exhibitId: uuid(4), beforeId: uuid(2) })
    expect(numbers(dossier)).toEqual(['B-3', 'B-1', 'B-2'])
    dossier = edited(dossier, { kind: 'move-exhibit', exhibitId: uuid(4), beforeId: null })
    expect(numbers(dossier)).toEqual(['B-1', 'B-2', 'B-3'])
  })
})
