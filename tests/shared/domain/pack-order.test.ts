import { describe, expect, it } from 'vitest'
import { editDossier } from '../../../src/shared/domain/dossier-edit.ts'
import { formatExhibitNumber } from '../../../src/shared/domain/exhibit.ts'
import { hasOwnOrder, packSections, type PackOrder } from '../../../src/shared/domain/pack-order.ts'
import type { Dossier } from '../../../src/shared/domain/dossier.ts'
import { bareDossier, SPECIMEN_AT, withExhibits, type SpecimenExhibit } from '../../specimen-dossier.ts'

const paper = (category: SpecimenExhibit['category'], madeOn?: string): SpecimenExhibit => ({
  category,
  caption: 'SPECIMEN',
  ...(madeOn === undefined ? {} : { madeOn }),
  bytes: Buffer.from(`${category} ${madeOn}`),
  originalName: 'SPECIMEN.pdf',
  mediaType: 'application/pdf'
})

const dossier = withExhibits(bareDossier(), [
  paper('B', '2026-10-14'),
  paper('B'),
  paper('A', '2026-11-01'),
  paper('B', '2025-12-31'),
  paper('B', '2026-10-14')
])

function numbers(of: Dossier, order: PackOrder): readonly string[] {
  return packSections(of, order).flatMap(({ exhibits }) =>
    exhibits.map(({ number }) => formatExhibitNumber(number))
  )
}

describe('the order of a pack', () => {
  it('is by date inside a section, undated last, of one day as the dossier has them', () => {
    expect(numbers(dossier, 'date')).toEqual(['A-1', 'B-3', 'B-1', 'B-4', 'B-2'])
  })

  it('is the dossier’s own when asked for', () => {
    expect(numbers(dossier, 'own')).toEqual(['A-1', 'B-1', 'B-2', 'B-3', 'B-4'])
  })

  it('is a question only when the user has moved an exhibit', () => {
    expect(hasOwnOrder(dossier)).toBe(false)
    const [first] = dossier.exhibits
    const edit = { kind: 'move-exhibit', exhibitId: first?.id ?? '', beforeId: null } as const
    const moved = editDossier(dossier, edit, SPECIMEN_AT)
    if (!moved.ok) throw new Error(moved.code)
    expect(hasOwnOrder(moved.value)).toBe(true)
    expect(numbers(moved.value, 'own').at(-1)).toBe('B-1')
    expect(numbers(moved.value, 'date')).toEqual(['A-1', 'B-3', 'B-4', 'B-1', 'B-2'])
  })
})
