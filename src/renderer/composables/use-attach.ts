import { toValue, type MaybeRefOrGetter } from 'vue'
import { useRoute } from 'vue-router'
import type { Category } from '../../shared/domain/category.ts'
import type { IntakeOutcome } from '../../shared/domain/intake.ts'
import type { ProofTarget } from '../../shared/domain/proof-target.ts'
import { useIntakeStore, type AttachTarget } from '../stores/intake.ts'

export interface Attach {
  /** Takes dropped files in, as proofs of what is given. */
  readonly attachFiles: (
    files: readonly File[],
    category: Category,
    ...proves: readonly ProofTarget[]
  ) => Promise<readonly IntakeOutcome[]>
  /** Opens the file dialog; no outcomes = the user changed their mind. */
  readonly chooseFiles: (
    category: Category,
    ...proves: readonly ProofTarget[]
  ) => Promise<readonly IntakeOutcome[]>
}

/** Takes files into a dossier from anywhere on the screen. Progress and results show in the tray. */
export function useAttach(dossierId: MaybeRefOrGetter<string>): Attach {
  const intake = useIntakeStore()
  const route = useRoute()
  const target = (category: Category, proves: readonly ProofTarget[]): AttachTarget => ({
    dossierId: toValue(dossierId),
    category,
    proves,
    screen: route.path
  })
  return {
    attachFiles: (files, category, ...proves) => intake.attachFiles(target(category, proves), files),
    chooseFiles: (category, ...proves) => intake.chooseFiles(target(category, proves))
  }
}
