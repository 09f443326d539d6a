import { createHash } from 'node:crypto'
import { dirname, join } from 'node:path'
import type { ObjectFailure, VaultFailure } from '../../shared/bridge/contract.ts'
import { done, failed, type Result } from '../../shared/domain/result.ts'
import { syncFolder, writeFully } from '../atomic-write.ts'
import { nodeFsx, type Fsx } from '../fsx.ts'
import type { Original } from '../original.ts'
import { freshName } from './folders.ts'
import { vaultFailureOf } from './vault-failure.ts'

export interface CopyOutRequest {
  readonly original: Original
  /** What the bytes must hash to. */
  readonly sha256: string
  /** Chosen by the user in the system's dialog, which asked about replacing. */
  readonly targetPath: string
  readonly fsx?: Fsx
}

/** Saves a copy of a stored file; under its name only when every byte was right. */
export async function copyOut({
  original,
  sha256,
  targetPath,
  fsx = nodeFsx
}: CopyOutRequest): Promise<Result<null, ObjectFailure | VaultFailure>> {
  const temporary = join(dirname(targetPath), `.${freshName('copy')}.partial`)
  try {
    if ((await copy(fsx, original, temporary)) !== sha256) return failed({ code: 'object-changed' })
    await fsx.rename(temporary, targetPath)
    await syncFolder(fsx, dirname(targetPath))
    return done(null)
  } catch (error) {
    return vaultFailureOf(error)
  } finally {
    await fsx.unlink(temporary).catch(() => undefined)
  }
}

async function copy(fsx: Fsx, original: Original, path: string): Promise<string> {
  const hash = createHash('sha256')
  const file = await fsx.open(path, 'wx', 0o600)
  try {
    for await (const bytes of original.stream()) {
      hash.update(bytes)
      await writeFully(file, bytes)
    }
    await file.sync()
  } finally {
    await file.close()
  }
  return hash.digest('hex')
}
