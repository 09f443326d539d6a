import type { AttachAnswer, VaultFailure } from '../../shared/bridge/contract.ts'
import type { Instant } from '../../shared/domain/calendar.ts'
import type { Category } from '../../shared/domain/category.ts'
import type { IntakeProgress } from '../../shared/domain/intake.ts'
import type { Result } from '../../shared/domain/result.ts'
import type { DossierHome } from '../dossier-home.ts'
import type { Fsx } from '../fsx.ts'

/** Where the files come from. `expand` takes a folder's files, all the way down; `refuse` answers `is-folder`. */
export type IntakeSource =
  | { readonly kind: 'paths'; readonly paths: readonly string[]; readonly folders: 'expand' | 'refuse' }
  | { readonly kind: 'bytes'; readonly name: string; readonly bytes: Uint8Array }

export interface TakeInRequest {
  readonly home: DossierHome
  readonly source: IntakeSource
  readonly category: Category
  readonly signal: AbortSignal
  readonly onProgress: (progress: Omit<IntakeProgress, 'jobId'>) => void
  readonly now: () => Instant
  readonly newId: () => string
  readonly maxFileBytes?: number
  readonly fsx?: Fsx
}

/** Takes files in as exhibits; one that is refused does not stop the others. Fails only when there is no dossier. */
export function takeIn(request: TakeInRequest): Promise<Result<AttachAnswer, VaultFailure>> {
  throw new Error(`not built yet: ${request.category}`)
}
