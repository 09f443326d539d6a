import type { Norm, NormResult } from '../../../shared/domain/pack-norm.ts'
import type { PackManifest } from '../pack-manifest.ts'
import { changed, notAsked } from './answer.ts'

/** What the file with the index and the own pages answers for the exhibits beside it. */
const WITH_THE_INDEX: ReadonlySet<Norm> = new Set(['N6', 'N8', 'N10', 'N17', 'N22', 'N24'])

/** Where the exhibits of a file are not among its pages, nothing of them can be looked for there. */
export function manifestOfPages(manifest: PackManifest | null): PackManifest | null {
  return manifest?.file?.kind === 'own-pages' ? { ...manifest, exhibits: [] } : manifest
}

/** What a norm says of one file of several: the reader of the pack wants it so. */
export function ofSeveral(result: NormResult, manifest: PackManifest | null): NormResult {
  const place = manifest?.file
  if (manifest === null || place === undefined) return result
  const { norm, state } = result
  if (norm === 'N1' && state === 'held') return changed('N1', 'several-files')
  if (place.kind === 'volume') return result
  if (norm === 'N19' && state === 'not-held' && result.why === 'name-not-plain') {
    return changed('N19', 'several-files')
  }
  const isElsewhere = place.kind === 'exhibit' && WITH_THE_INDEX.has(norm) && state !== 'held'
  return isElsewhere ? notAsked(norm, 'in-another-file') : result
}
