import { basename, dirname, join } from 'node:path'
import type { FolderFailure } from '../../shared/bridge/contract.ts'
import type { Instant } from '../../shared/domain/calendar.ts'
import type { Dossier } from '../../shared/domain/dossier.ts'
import type { Exhibit } from '../../shared/domain/exhibit.ts'
import { done, failed, type Result } from '../../shared/domain/result.ts'
import { syncFolder, writeSynced } from '../atomic-write.ts'
import { nodeFsx, type Fsx } from '../fsx.ts'
import { checkBag, type ReadBag } from './bag-check.ts'
import { DOSSIER_PATH, exhibitPath, EXHIBITS_PATH, placeIn } from './bag-layout.ts'
import { tagFilesOf } from './bag-manifest.ts'
import { plainDoor } from './door.ts'
import { ensureFolder, removeFolder } from './folders.ts'
import { writeObjectFile } from './object-file.ts'
import { isThere } from './publish.ts'
import { systemCodeOf, vaultFailureOf } from './vault-failure.ts'

export interface BagOptions {
  readonly now: () => Instant
  readonly fsx?: Fsx
}

export type FolderResult<Value> = Result<Value, FolderFailure>

/** Stands in a folder from its first moment until it is complete: such a folder may be deleted and made anew. */
const UNFINISHED = 'unfinished-export'

export type Write = (source: AsyncIterable<Uint8Array>) => Promise<{ readonly sha256: string }>

/**
 * Writes a whole portable folder beside its name and gives it the name when every byte was read back right.
 * `put` writes the bytes of one exhibit.
 */
export async function writeBag(
  folder: string,
  dossier: Dossier,
  { now, fsx = nodeFsx }: BagOptions,
  put: (exhibit: Exhibit, write: Write) => Promise<FolderResult<null>>
): Promise<FolderResult<null>> {
  const partial = join(dirname(folder), `${basename(folder)}.partial`)
  let isOurs = false
  try {
    if (await isTaken(fsx, folder)) return failed({ code: 'folder-exists' })
    isOurs = await beginPartial(fsx, partial)
    if (!isOurs) return failed({ code: 'folder-exists' })
    const filled = await fill(fsx, partial, dossier, now(), put)
    if (!filled.ok) throw new Unwritten(filled.code)
    await giveName(fsx, partial, folder)
    return done(null)
  } catch (error) {
    if (isOurs) await removeFolder(fsx, partial).catch(() => undefined)
    if (error instanceof Unwritten) return failed({ code: error.code })
    return vaultFailureOf(error)
  }
}

/** The folder gets its name whole. The mark goes last: a crash before would leave a partial folder nobody may delete. */
async function giveName(fsx: Fsx, partial: string, folder: string): Promise<void> {
  if (await isThere(fsx, folder)) await fsx.rmdir(folder)
  await fsx.rename(partial, folder)
  try {
    await syncFolder(fsx, dirname(folder))
  } catch (error) {
    // The caller will be told that nothing was written: so nothing may be.
    await fsx.rename(folder, partial).catch(() => undefined)
    throw error
  }
  await fsx.unlink(join(folder, UNFINISHED)).catch(() => undefined)
}

/** Leaves the writing early; the folder that was begun is removed on the way. */
class Unwritten extends Error {
  constructor(readonly code: FolderFailure['code']) {
    super(code)
  }
}

async function isTaken(fsx: Fsx, folder: string): Promise<boolean> {
  try {
    return (await fsx.readdir(folder)).length > 0
  } catch (error) {
    if (systemCodeOf(error) === 'ENOENT') return false
    if (systemCodeOf(error) === 'ENOTDIR') return true
    throw error
  }
}

/** @returns false when a folder of that name is there that no interrupted export of ours left */
async function beginPartial(fsx: Fsx, partial: string): Promise<boolean> {
  if (await isThere(fsx, partial)) {
    if (!(await isThere(fsx, join(partial, UNFINISHED)))) return false
    await removeFolder(fsx, partial)
  }
  await ensureFolder(fsx, partial)
  await writeSynced(fsx, join(partial, UNFINISHED), new Uint8Array(), 0o600)
  return true
}

/** Exhibits first, manifests last; then all of it is read back from the disk. */
async function fill(
  fsx: Fsx,
  partial: string,
  dossier: Dossier,
  at: Instant,
  put: (exhibit: Exhibit, write: Write) => Promise<FolderResult<null>>
): Promise<FolderResult<ReadBag>> {
  await ensureFolder(fsx, placeIn(partial, 'data'))
  await ensureFolder(fsx, placeIn(partial, EXHIBITS_PATH))
  for (const exhibit of dossier.exhibits) {
    const path = placeIn(partial, exhibitPath(exhibit))
    const written = await put(exhibit, (source) => writeObjectFile({ fsx, door: plainDoor }, path, source))
    if (!written.ok) return written
  }
  for (const [path, bytes] of tagFilesOf(dossier, at)) {
    await writeSynced(fsx, placeIn(partial, path), bytes, 0o600)
  }
  for (const path of [EXHIBITS_PATH, dirname(DOSSIER_PATH), '']) await syncFolder(fsx, placeIn(partial, path))
  return checkBag(fsx, partial)
}
