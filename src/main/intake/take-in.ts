import type { AttachAnswer, VaultFailure } from '../../shared/bridge/contract.ts'
import type { Instant } from '../../shared/domain/calendar.ts'
import type { Category } from '../../shared/domain/category.ts'
import type { IntakeProgress } from '../../shared/domain/intake.ts'
import type { Result } from '../../shared/domain/result.ts'
import type { DossierHome } from '../dossier-home.ts'
import type { Fsx } from '../fsx.ts'

interface IntakeJob {
  readonly home: DossierHome
  readonly category: Category
  readonly jobId: string
  readonly signal: AbortSignal
  readonly onProgress: (progress: IntakeProgress) => void
  readonly now: () => Instant
  readonly newId: () => string
  readonly maxFileBytes?: number
  readonly fsx?: Fsx
}

export interface TakeInRequest extends IntakeJob {
  readonly paths: readonly string[]
  /** A folder's files, all the way down, or a refusal with `is-folder`. */
  readonly folders?: 'expand' | 'refuse'
}

export interface PasteInRequest extends IntakeJob {
  readonly bytes: Uint8Array
  readonly fileName: string
}

/** Takes files in as exhibits; one that is refused does not stop the others. Fails only when there is no dossier. */
export function takeIn(request: TakeInRequest): Promise<Result<AttachAnswer, VaultFailure>> {
  throw new Error(`not built yet: ${request.jobId}`)
}

/** Takes one picture from the clipboard in. */
export function pasteIn(request: PasteInRequest): Promise<Result<AttachAnswer, VaultFailure>> {
  throw new Error(`not built yet: ${request.jobId}`)
}
