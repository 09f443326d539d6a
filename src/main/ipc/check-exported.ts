import { basename } from 'node:path'
import { liveExhibits, type Dossier } from '../../shared/domain/dossier.ts'
import { formatExhibitNumber } from '../../shared/domain/exhibit.ts'
import type { PackVerdict } from '../../shared/domain/pack-norm.ts'
import { done, failed, type Result } from '../../shared/domain/result.ts'
import { openFileOriginal } from '../file-original.ts'

/** A pack as it was ordered: what the finished file is held against. */
export interface ExportedPack {
  /** Where its files are, in their order. */
  readonly files: readonly string[]
  /** Numbers of the chosen exhibits. */
  readonly exhibits: readonly string[] | null
  /** It was encrypted with this one; null = with none. */
  readonly password: string | null
  /** Names what the same order would be made from now, as the dossier stands; null = it is gone. */
  readonly contents: () => Promise<string | null>
}

export function chosenNumbers(dossier: Dossier, exhibitIds: readonly string[]): readonly string[] {
  const chosen = new Set(exhibitIds)
  return liveExhibits(dossier)
    .filter(({ id }) => chosen.has(id))
    .map(({ number }) => formatExhibitNumber(number))
}

/** Reads the exported files again as a stranger would. A file that went away meanwhile is no error of ours. */
export async function checkExported({
  files,
  exhibits,
  password,
  contents: contentsNow
}: ExportedPack): Promise<Result<PackVerdict, { readonly code: 'target-gone' }>> {
  // Not at the start: the app would read the whole check before it shows its window.
  const [{ checkPack }, { joinVerdicts }] = await Promise.all([
    import('../pack-check/check-pack.ts'),
    import('../pack-check/join-verdicts.ts')
  ])
  const verdicts: PackVerdict[] = []
  try {
    const contents = await contentsNow()
    for (const path of files) {
      const original = await openFileOriginal(path)
      if (original === null) return failed({ code: 'target-gone' })
      try {
        // Which exhibit stands in which of several files is for each to say.
        const chosen = files.length === 1 ? exhibits : null
        const expected = { fileName: basename(path), exhibits: chosen, contents }
        verdicts.push(await checkPack(original, expected, password))
      } finally {
        await original.close()
      }
    }
    return done(joinVerdicts(verdicts))
  } catch (error) {
    if (isFileGone(error)) return failed({ code: 'target-gone' })
    throw error
  }
}

/** What the system says of a file that cannot be read any more, from a stick that was pulled out. */
function isFileGone(error: unknown): boolean {
  const code = (error as { readonly code?: unknown } | null)?.code
  return typeof code === 'string' && ['EIO', 'ENOENT', 'ENXIO', 'ENODEV', 'ESTALE', 'EBADF'].includes(code)
}
