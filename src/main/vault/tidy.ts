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

/** Every object there is. */
export async function allObjects({ fsx, folders }: TidyParts): Promise<readonly string[]> {
  const found: string[] = []
  for (const folder of await fsx.readdir(folders.objects)) {
    if (!folder.isDirectory() || !/^[0-9a-f]{2}$/.test(folder.name)) continue
    const entries = await fsx.readdir(join(folders.objects, folder.name))
    found.push(...entries.map((entry) => entry.name).filter(isSha256))
  }
  return found
}

/**
 * Those of these objects that no dossier names; none where that is not sure. A dossier that is changed meanwhile may
 * be missed: whoever lets changes go on says afterwards what they named.
 */
export async function findOrphans(
  { files }: TidyParts,
  among: readonly string[]
): Promise<readonly string[]> {
  if (among.length === 0) return []
  const references = await findReferences(files)
  if (!references.isComplete || references.dossiers === 0) return []
  return among.filter((sha256) => !references.shas.has(sha256))
}

/** More than a killed intake can leave: dossiers are missing, and what they name is needed when they come back. */
export function areTooMany(orphans: readonly string[]): boolean {
  return orphans.length > MOST_ORPHANS
}

/** Sets these objects aside, from where they can be fetched back. */
export async function setAside({ fsx, folders, now }: TidyParts, orphans: readonly string[]): Promise<void> {
  if (orphans.length === 0) return
  const trash = join(folders.trash, now().slice(0, 10))
  await ensureFolder(fsx, trash)
  for (const sha256 of orphans) {
    await fsx.rename(objectPath(folders, sha256), join(trash, freshName(sha256))).catch(() => undefined)
  }
}

/** Deletes what has lain in the trash for 30 days. */
export async function emptyOldTrash({ fsx, folders, now }: TidyParts): Promise<void> {
  const today = Date.parse(now().slice(0, 10))
  for (const { name } of await fsx.readdir(folders.trash)) {
    if (!/^\d{4}-\d{2}-\d{2}$/.test(name)) continue
    if (today - Date.parse(name) > TRASH_DAYS * 86_400_000) await removeFolder(fsx, join(folders.trash, name))
  }
}
