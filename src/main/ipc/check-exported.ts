import { basename } from 'node:path'
import { liveExhibits, type Dossier } from '../../shared/domain/dossier.ts'
import { formatExhibitNumber } from '../../shared/domain/exhibit.ts'
import type { PackVerdict } from '../../shared/domain/pack-norm.ts'
import { done, failed, type Result } from '../../shared/domain/result.ts'
import { openFileOriginal } from '../file-original.ts'
import { checkPack } from '../pack-check/check-pack.ts'

/** A pack as it was ordered: what the finished file is held against. */
export interface ExportedPack {
  readonly path: string
  /** Numbers of the chosen exhibits. */
  readonly exhibits: readonly string[] | null
  /** It was encrypted with this one; null = with none. */
  readonly password: string | null
}

export function chosenNumbers(dossier: Dossier, exhibitIds: readonly string[]): readonly string[] {
  const chosen = new Set(exhibitIds)
  return liveExhibits(dossier)
    .filter(({ id }) => chosen.has(id))
    .map(({ number }) => formatExhibitNumber(number))
}

/** Reads the exported file again as a stranger would. A file that went away meanwhile is no error of ours. */
export async function checkExported({
  path,
  exhibits,
  password
}: ExportedPack): Promise<Result<PackVerdict, { readonly code: 'target-gone' }>> {
  const original = await openFileOriginal(path)
  if (original === null) return failed({ code: 'target-gone' })
  try {
    return done(await checkPack(original, { fileName: basename(path), exhibits }, password))
  } catch (error) {
    if (isFileGone(error)) return failed({ code: 'target-gone' })
    throw error
  } finally {
    await original.close()
  }
}

/** What the system says of a file that cannot be read any more, from a stick that was pulled out. */
function isFileGone(error: unknown): boolean {
  const code = (error as { readonly code?: unknown } | null)?.code
  return typeof code === 'string' && ['EIO', 'ENOENT', 'ENXIO', 'ENODEV', 'ESTALE', 'EBADF'].includes(code)
}
