import { toValue, type MaybeRefOrGetter } from 'vue'
import type { Category } from '../../shared/domain/category.ts'
import type { IntakeOutcome } from '../../shared/domain/intake.ts'
import { useIntakeStore, type AttachTarget } from '../stores/intake.ts'

export interface Attach {
  /** Takes dropped files in. With `entryId` the first one becomes the proof of that ledger entry. */
  readonly attachFiles: (
    files: readonly File[],
    category: Category,
    entryId?: string
  ) => Promise<readonly IntakeOutcome[]>
  /** Opens the file dialog; no outcomes = the user changed their mind. */
  readonly chooseFiles: (category: Category, entryId?: string) => Promise<readonly IntakeOutcome[]>
}

/** Takes files into a dossier from anywhere on the screen. Progress and results show in the tray. */
export function useAttach(dossierId: MaybeRefOrGetter<string>): Attach {
  const intake = useIntakeStore()
  const target = (category: Category, entryId: string | undefined): AttachTarget => ({
    dossierId: toValue(dossierId),
    category,
    ...(entryId === undefined ? {} : { entryId })
  })
  return {
    attachFiles: (files, category, entryId) => intake.attachFiles(target(category, entryId), files),
    chooseFiles: (category, entryId) => intake.chooseFiles(target(category, entryId))
  }
}
