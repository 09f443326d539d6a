import { join } from 'node:path'
import type { Instant } from '../../shared/domain/calendar.ts'
import type { Fsx } from '../fsx.ts'
import type { DossierFiles } from './dossier-files.ts'
import { emptyFolder, ensureFolder, freshName, removeFolder } from './folders.ts'
import { isSha256, objectPath } from './object-store.ts'
import { findReferences } from './references.ts'
import type { VaultFolders } from './vault-folder.ts'

/** What was set aside can be fetched back for so long. */
const TRASH_DAYS = 30
/**
 * An intake that was killed leaves at most the files of one group (64) and those being read ahead. More objects
 * without a dossier mean that dossiers are missing: a synced folder that is not complete yet, a wrong restore.
 */
const MOST_ORPHANS = 256

export interface TidyParts {
  readonly fsx: Fsx
  readonly folders: VaultFolders
  readonly files: DossierFiles
  readonly now: () => Instant
}

/** Empties tmp/: what lies there was never acknowledged. */
export async function emptyTemporary({ fsx, folders }: TidyParts): Promise<void> {
  await emptyFolder(fsx, folders.tmp)
}

/** Sets aside objects that a killed intake stored and no dossier came to name. Does nothing where it cannot be sure. */
export async function setOrphansAside(parts: TidyParts, among?: Iterable<string>): Promise<void> {
  const { fsx, folders, files, now } = parts
  const candidates = among === undefined ? await allObjects(parts) : [...among]
  if (candidates.length === 0) return
  const references = await findReferences(files)
  const orphans = candidates.filter((sha256) => !references.shas.has(sha256))
  if (!references.isComplete || references.dossiers === 0) return
  if (orphans.length === 0 || (among === undefined && orphans.length > MOST_ORPHANS)) return
  const trash = join(folders.trash, now().slice(0, 10))
  await ensureFolder(fsx, trash)
  for (const sha256 of orphans) {
    await fsx.rename(objectPath(folders, sha256), join(trash, freshName(sha256))).catch(() => undefined)
  }
}

async function allObjects({ fsx, folders }: TidyParts): Promise<readonly string[]> {
  const found: string[] = []
  for (const folder of await fsx.readdir(folders.objects)) {
    if (!folder.isDirectory() || !/^[0-9a-f]{2}$/.test(folder.name)) continue
    const entries = await fsx.readdir(join(folders.objects, folder.name))
    found.push(...entries.map((entry) => entry.name).filter(isSha256))
  }
  return found
}

/** Deletes what has lain in the trash for 30 days. */
export async function emptyOldTrash({ fsx, folders, now }: TidyParts): Promise<void> {
  const today = Date.parse(now().slice(0, 10))
  for (const { name } of await fsx.readdir(folders.trash)) {
    if (!/^\d{4}-\d{2}-\d{2}$/.test(name)) continue
    if (today - Date.parse(name) > TRASH_DAYS * 86_400_000) await removeFolder(fsx, join(folders.trash, name))
  }
}
