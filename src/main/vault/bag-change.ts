import type { Instant } from '../../shared/domain/calendar.ts'
import type { Dossier } from '../../shared/domain/dossier.ts'
import type { Fsx } from '../fsx.ts'
import type { ReadBag } from './bag-check.ts'
import { INCOMING_PATH, type BagChange } from './bag-journal.ts'
import { DOSSIER_PATH, exhibitPath, foldPath, placeIn } from './bag-layout.ts'
import { tagFilesOf } from './bag-manifest.ts'
import type { BagObjects } from './bag-objects.ts'
import { plainDoor } from './door.ts'
import { writeObjectFile } from './object-file.ts'
import { isThere } from './publish.ts'

export interface PlannedChange {
  readonly objects: BagObjects
  readonly before: ReadBag
  readonly next: Dossier
  readonly at: Instant
}

/**
 * What has to happen in the folder so that it holds this dossier: files that came in get their names, an exhibit
 * with a new number gets a new name. null when the dossier names bytes that are not there.
 */
export async function planChange(
  fsx: Fsx,
  folder: string,
  { objects, before, next, at }: PlannedChange
): Promise<BagChange | null> {
  const { manifest } = before
  const wanted = new Map(next.exhibits.map((exhibit) => [exhibitPath(exhibit), exhibit.file.sha256]))
  const unused = [...manifest.keys()].filter((path) => path !== DOSSIER_PATH && !wanted.has(path))
  const taken = new Set<string>()
  const moves: { from: string; to: string }[] = []
  for (const [to, sha256] of wanted) {
    if (manifest.get(to) === sha256) continue
    if (await isBlocked(to)) return null
    const from = await sourceOf(sha256)
    if (from === null) return null
    taken.add(from)
    moves.push({ from, to })
  }
  const removes = unused.filter((path) => !taken.has(path))
  return { moves, removes, files: tagFilesOf(next, at) }

  /** A file nobody listed lies in the way: it is not ours to replace. */
  async function isBlocked(path: string): Promise<boolean> {
    const isListed = [...manifest.keys()].some((known) => foldPath(known) === foldPath(path))
    return !isListed && (await isThere(fsx, placeIn(folder, path)))
  }

  /** A file that can be moved away; where the bytes are needed in two places, a copy of them. */
  async function sourceOf(sha256: string): Promise<string | null> {
    const free = unused.find((path) => manifest.get(path) === sha256 && !taken.has(path))
    if (free !== undefined) return free
    const incoming = `${INCOMING_PATH}/${sha256}`
    if (!taken.has(incoming) && (await isThere(fsx, placeIn(folder, incoming)))) return incoming
    const opened = await objects.open(sha256)
    if (!opened.ok) return null
    const copy = `${incoming}-${moves.length}`
    try {
      await writeObjectFile({ fsx, door: plainDoor }, placeIn(folder, copy), opened.value.stream())
    } finally {
      await opened.value.close()
    }
    return copy
  }
}
