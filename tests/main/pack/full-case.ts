import type { Dossier } from '../../../src/shared/domain/dossier.ts'
import { filledDossier, type SpecimenExhibit } from '../../specimen-dossier.ts'
import { richExhibits } from './pack-fixtures.ts'

/** A case with a state set by hand, a promise noted as kept, private things, and a linked passport. */
export function fullCase(): Dossier {
  const dossier = filledDossier()
  return {
    ...dossier,
    overrides: {
      equipment: { state: 'done', reason: 'Роутер принят, акт обещан', at: '2026-11-17T08:00:00.000Z' }
    },
    dueChanges: [{ id: 'promise:contact-2', on: null, doneOn: '2026-09-29', laterUntil: null }],
    backups: [
      {
        id: 'backup-1',
        kind: 'photos',
        what: 'PRIVATE photos',
        where: 'PRIVATE disk',
        savedOn: '2026-10-01',
        checkedOn: null
      }
    ],
    services: [
      {
        id: 'service-1',
        key: null,
        kind: 'bank',
        name: 'PRIVATE bank',
        state: 'moved',
        movedOn: '2026-10-02'
      }
    ]
  }
}

/** Exhibits of all kinds, the passport linked to what it proves. */
export async function linkedExhibits(): Promise<readonly SpecimenExhibit[]> {
  const files = await richExhibits()
  return files.map((file) =>
    file.originalName === 'passport-lin.jpg'
      ? { ...file, proves: [{ kind: 'document', id: 'document-1' }] }
      : file
  )
}
