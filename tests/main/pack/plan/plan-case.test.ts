import { describe, expect, it } from 'vitest'
import type { AbsorbedExhibit } from '../../../../src/main/pack/plan/absorbed-exhibit.ts'
import { planCase } from '../../../../src/main/pack/plan/plan-case.ts'
import { proofsFor } from '../../../../src/main/pack/plan/proof-index.ts'
import type { Dossier } from '../../../../src/shared/domain/dossier.ts'
import type { SlipReason } from '../../../../src/shared/domain/pack-job.ts'
import { filledDossier, withExhibits, type SpecimenExhibit } from '../../../specimen-dossier.ts'

const READER = { today: '2026-11-20', zone: 'Europe/Moscow' }

const paper = (category: 'A' | 'E', name: string): SpecimenExhibit => ({
  category,
  caption: name,
  bytes: Buffer.from(name),
  mediaType: 'text/plain',
  originalName: name,
  proves:
    category === 'A'
      ? []
      : [
          { kind: 'device', id: 'device-1' },
          { kind: 'device', id: 'device-2' }
        ]
})

/** Every exhibit of the dossier as a slip that says why it is not shown. */
function absorbed(dossier: Dossier, reason: SlipReason): readonly AbsorbedExhibit[] {
  return dossier.exhibits.map((exhibit) => ({
    exhibit,
    pages: [{ kind: 'slip', reason }],
    bookmarks: [],
    where: 'attached',
    attachmentName: exhibit.file.originalName
  }))
}

const dossier = withExhibits(filledDossier(), [paper('A', 'passport'), paper('E', 'act')])
const levels = (exhibits: readonly AbsorbedExhibit[]) =>
  Object.fromEntries(
    planCase(dossier, exhibits, READER).readiness.map(({ obligation, level }) => [obligation, level])
  )

describe('what a pack says about its case', () => {
  it('counts what a reader can open', () => {
    expect(levels(absorbed(dossier, 'no-page-form'))).toMatchObject({
      identity: 'documented',
      equipment: 'documented',
      agreement: 'stated'
    })
  })

  it.each(['pdf-broken', 'image-broken', 'object-missing', 'object-changed'] as const)(
    'takes a file for no proof when it is %s',
    (reason) => {
      const exhibits = absorbed(dossier, reason)
      expect(levels(exhibits)).toMatchObject({ identity: 'stated', equipment: 'stated' })
      expect(proofsFor(planCase(dossier, exhibits, READER).proofs, 'device', 'device-1')).toEqual([])
    }
  )

  it('takes an exhibit that is left out of the pack for no proof', () => {
    expect(levels([])).toMatchObject({ identity: 'stated', equipment: 'stated' })
  })
})
