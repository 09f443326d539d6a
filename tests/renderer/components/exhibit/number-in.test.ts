import { expect, it } from 'vitest'
import { numberIn } from '../../../../src/renderer/components/exhibit/number-in.ts'
import { beginDossier, type Dossier } from '../../../../src/shared/domain/dossier.ts'
import { addExhibits, editDossier } from '../../../../src/shared/domain/dossier-edit.ts'

const at = '2026-11-01T10:00:00.000Z'

function dossier(): Dossier {
  const begun = beginDossier(
    'd',
    {
      operator: { id: 'mts', name: 'MTS' },
      phoneNumber: '+79990001234',
      subscriber: { latin: 'LI XUE', cyrillic: '', chinese: '' },
      contractNumber: ''
    },
    at
  )
  const file = {
    sha256: '0'.repeat(64),
    sizeBytes: 1,
    originalName: 'a.pdf',
    mediaType: 'application/pdf',
    pages: 1,
    pixels: null,
    fileModifiedAt: null
  }
  return addExhibits(begun, [{ id: 'e', category: 'B', caption: '', madeOn: null, proves: [], file }], at)
}

it('foretells the number the edit then gives', () => {
  const before = dossier()
  const exhibit = before.exhibits[0]
  if (exhibit === undefined) throw new Error('no exhibit')
  expect(numberIn(before, exhibit, 'C')).toEqual({ number: { category: 'C', serial: 1 }, isFormer: false })

  const moved = editDossier(before, { kind: 'categorise-exhibit', exhibitId: 'e', category: 'C' }, at)
  if (!moved.ok) throw new Error(moved.code)
  const there = moved.value.exhibits[0]
  if (there === undefined) throw new Error('no exhibit')
  expect(there.number).toEqual({ category: 'C', serial: 1 })
  expect(numberIn(moved.value, there, 'B')).toEqual({ number: { category: 'B', serial: 1 }, isFormer: true })
})
