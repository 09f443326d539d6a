import type { ObjectFailure, VaultFailure } from '../../shared/bridge/contract.ts'
import type { Result } from '../../shared/domain/result.ts'
import type { Fsx } from '../fsx.ts'
import type { Original } from '../original.ts'

export interface CopyOutRequest {
  readonly original: Original
  /** What the bytes must hash to. */
  readonly sha256: string
  /** Chosen by the user in the system's dialog, which asked about replacing. */
  readonly targetPath: string
  readonly fsx?: Fsx
}

/** Saves a copy of a stored file; under its name only when every byte was right. */
export function copyOut(request: CopyOutRequest): Promise<Result<null, ObjectFailure | VaultFailure>> {
  throw new Error(`not built yet: ${request.targetPath}`)
}
