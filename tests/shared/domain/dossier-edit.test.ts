import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CATEGORIES } from '../../../src/shared/domain/category.ts'
import { beginDossier, type Dossier } from '../../../src/shared/domain/dossier.ts'
import { addExhibits, type DossierEdit, editDossier } from '../../../src/shared/domain/dossier-edit.ts'
import { formatExhibitNumber } from '../../../src/shared/domain/exhibit.ts'
import { dossierSchema } from '../../../src/shared/schema/dossier-schema.ts'

const AT = '2026-11-22T10:00:00.000Z'
const uuid = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`

const fresh = beginDossier(
  uuid(1),
  {
    operator: { id: 'mts', name: 'МТС' },
    phoneNumber: '+79990001234',
    subscriber: { latin: 'LI Xue', cyrillic: '', chinese: '李雪' },
    contractNumber: ''
  },
  AT
)

const arrive = (dossier: Dossier, n: number, category: (typeof CATEGORIES)[number]) =>
  addExhibits(
    dossier,
    [
      {
        id: uuid(n),
        category,
        caption: `file ${n}`,
        madeOn: null,
        file: {
          sha256: n.toString(16).padStart(64, '0'),
          sizeBytes: 1,
          originalName: 'a',
          mediaType: 'text/plain',
          pages: null,
          pixels: null,
          fileModifiedAt: null
        }
      }
    ],
    AT
  )

function edited(dossier: Dossier, edit: DossierEdit): Dossier {
  const answer = editDossier(dossier, edit, AT)
  if (!answer.ok) throw new Error(answer.code)
  return answer.value
}

const numbers = (dossier: Dossier) => dossier.exhibits.map((exhibit) => formatExhibitNumber(exhibit.number))

describe('exhibit numbers', () => {
  it('stay when another exhibit is trashed, and a trashed number is not given again', () => {
    let dossier = arrive(arrive(arrive(fresh, 2, 'B'), 3, 'B'), 4, 'B')
    dossier = edited(dossier, { kind: 'trash-exhibit', exhibitId: uuid(4) })
    dossier = edited(dossier, { kind: 'trash-exhibit', exhibitId: uuid(2) })
    dossier = arrive(dossier, 5, 'B')
    expect(numbers(dossier)).toEqual(['B-1', 'B-2', 'B-3', 'B-4'])
  })

  it('move to the new category with a new number; the old one is remembered and never given again', () => {
    let dossier = arrive(arrive(fresh, 2, 'G'), 3, 'C')
    dossier = edited(dossier, { kind: 'categorise-exhibit', exhibitId: uuid(2), category: 'C' })
    expect(numbers(dossier)).toEqual(['C-2', 'C-1'])
    expect(dossier.exhibits[0]?.formerNumbers).toEqual([{ category: 'G', serial: 1 }])
    expect(numbers(arrive(dossier, 4, 'G')).at(-1)).toBe('G-2')
  })

  it('come back when the category is changed back', () => {
    let dossier = arrive(fresh, 2, 'G')
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
          if (deed === 'add' || exhibitId === undefined) dossier = arrive(dossier, index + 2, category)
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
    const after = edited(fresh, { kind: 'set-identity', values: { documentNumber: 'E00000000' } })
    expect(after.revision).toBe(2)
    expect(after.identity.documentNumber).toBe('E00000000')
    expect(fresh).toEqual(before)
  })

  it('puts a removed entry back where undo expects it', () => {
    const entry = {
      id: uuid(9),
      on: '2026-10-14',
      kind: 'payment',
      amountMinor: 100,
      note: '',
      exhibitId: null
    } as const
    const withEntry = edited(fresh, { kind: 'put-entry', entry })
    const without = edited(withEntry, { kind: 'remove-entry', entryId: entry.id })
    expect(without.payments.entries).toEqual([])
    expect(edited(without, { kind: 'put-entry', entry }).payments.entries).toEqual([entry])
  })

  it('refuses what is not there and a subscriber without any name', () => {
    expect(editDossier(fresh, { kind: 'remove-entry', entryId: uuid(9) }, AT)).toEqual({
      ok: false,
      code: 'no-such-entry'
    })
    expect(editDossier(fresh, { kind: 'trash-exhibit', exhibitId: uuid(9) }, AT)).toEqual({
      ok: false,
      code: 'no-such-exhibit'
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
    let dossier = arrive(arrive(arrive(fresh, 2, 'B'), 3, 'B'), 4, 'B')
    dossier = edited(dossier, { kind: 'move-exhibit', exhibitId: uuid(4), beforeId: uuid(2) })
    expect(numbers(dossier)).toEqual(['B-3', 'B-1', 'B-2'])
    dossier = edited(dossier, { kind: 'move-exhibit', exhibitId: uuid(4), beforeId: null })
    expect(numbers(dossier)).toEqual(['B-1', 'B-2', 'B-3'])
  })
})
