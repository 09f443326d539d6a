import type { VaultFailure, VaultListing } from '../../shared/bridge/contract.ts'
import type { Instant } from '../../shared/domain/calendar.ts'
import type { Dossier } from '../../shared/domain/dossier.ts'
import { done, failed, type Result } from '../../shared/domain/result.ts'
import type { DossierHome, ObjectStore } from '../dossier-home.ts'
import { nodeFsx, type Fsx } from '../fsx.ts'
import { plainDoor } from './door.ts'
import { dossierFiles } from './dossier-files.ts'
import { isDossierId } from './dossier-names.ts'
import { destroy, resumeDestruction, resumeDestructions } from './destruction.ts'
import { lockFolder, type FolderLock } from './folder-lock.ts'
import { listDossiers, listRevisions, readDossiers, type ReadDossier } from './listing.ts'
import { vaultObjects } from './object-store.ts'
import { serialQueue } from './serial-queue.ts'
import { allObjects, areTooMany, emptyOldTrash, emptyTemporary, findOrphans, setAside } from './tidy.ts'
import { examine, layOut, rootOf, type VaultFolders } from './vault-folder.ts'
import { systemCodeOf, vaultFailureOf } from './vault-failure.ts'

/** Why a vault was not opened. Nothing in the folder was changed. */
export type VaultOpenFailure = {
  readonly code:
    | 'vault-in-use'
    | 'vault-damaged'
    | 'vault-foreign'
    | 'vault-newer'
    | 'disk-full'
    | 'no-permission'
    | 'vault-failed'
}

export interface VaultOptions {
  readonly now: () => Instant
  readonly fsx?: Fsx
}

/** All dossiers and files of one user: the system of record. */
export interface Vault {
  /** The real path of the folder. */
  readonly folder: string
  /** Reads and checks every dossier file. Rejects when the folder itself cannot be read: never an empty list instead. */
  list(): Promise<VaultListing>
  /** The same by the names of the files alone: quick with any number of dossiers, and blind to damage inside them. */
  revisions(): Promise<VaultListing>
  /** Reads and checks these dossiers; what is gone or cannot be read is null. */
  readDossiers(ids: readonly string[]): Promise<readonly ReadDossier[]>
  readDossier(id: string): Promise<Result<Dossier, VaultFailure>>
  createDossier(dossier: Dossier): Promise<Result<Dossier, VaultFailure>>
  /** The vault counts the revisions: whatever number `change` leaves in the dossier is replaced by the next one. */
  changeDossier<Failure extends { readonly code: string } = never>(
    id: string,
    change: (dossier: Dossier) => Result<Dossier, Failure>
  ): Promise<Result<Dossier, VaultFailure | Failure>>
  /** Deletes a trashed dossier and the files only it used, for good. One that is not in the trash is left alone. */
  destroyDossier(id: string): Promise<Result<null, VaultFailure>>
  /** One dossier as intake and pack see it. */
  homeOf(id: string): DossierHome
  readonly objects: ObjectStore
  /** Ends when what a killed process left behind has been seen to. Nothing needs to wait for it. */
  readonly tidied: Promise<void>
  /** Waits for running changes and lets other processes in. */
  close(): Promise<void>
}

/** Opens the vault in that folder; makes it where there is none. */
export async function openVault(
  folder: string,
  { now, fsx = nodeFsx }: VaultOptions
): Promise<Result<Vault, VaultOpenFailure>> {
  let lock: FolderLock | null = null
  try {
    const root = await rootOf(fsx, folder)
    const found = await examine(fsx, root, plainDoor)
    if (found.state === 'refused') return failed({ code: found.code })
    const locked = await lockFolder(fsx, root, now)
    if (!locked.ok) return failed({ code: 'vault-in-use' })
    lock = locked.value
    const folders = await layOut(fsx, root, plainDoor)
    if (!folders.ok) {
      await lock.release()
      return folders
    }
    return done(await vaultIn(folders.value, lock, fsx, now))
  } catch (error) {
    await lock?.release()
    if (['ENOTDIR', 'EEXIST'].includes(systemCodeOf(error) ?? '')) return failed({ code: 'vault-foreign' })
    return vaultFailureOf(error)
  }
}

async function vaultIn(
  folders: VaultFolders,
  lock: FolderLock,
  fsx: Fsx,
  now: () => Instant
): Promise<Vault> {
  const queue = serialQueue()
  const files = dossierFiles(fsx, plainDoor, folders)
  const objects = vaultObjects({ fsx, door: plainDoor, folders, now })
  const tidy = { fsx, folders, files, now }
  const destruction = { fsx, door: plainDoor, folders, files, objects }
  /** What saved dossiers name since the search for orphans began; null = none is running. */
  let named: Set<string> | null = null

  /** One write at a time, only while the vault is ours; the system's refusals become codes. */
  function writing<Value, Failure extends { readonly code: string }>(
    deed: () => Promise<Result<Value, VaultFailure | Failure>>
  ): Promise<Result<Value, VaultFailure | Failure>> {
    return queue.run(async () => {
      try {
        return (await lock.isHeld()) ? await deed() : failed({ code: 'vault-failed' })
      } catch (error) {
        return vaultFailureOf(error)
      }
    })
  }

  async function read(id: string): Promise<Result<Dossier, VaultFailure>> {
    try {
      const found = isDossierId(id) ? await files.find(id) : { state: 'gone' as const }
      if (found.state === 'found') return done(found.dossier)
      return failed({ code: found.state === 'gone' ? 'dossier-gone' : 'vault-failed' })
    } catch (error) {
      return vaultFailureOf(error)
    }
  }

  /** The commit point: from here on the dossier names these objects, so they must be there to stay. */
  async function commit(next: Dossier, before: Dossier | null): Promise<boolean> {
    const known = new Set(before?.exhibits.map((exhibit) => exhibit.file.sha256))
    for (const { file } of next.exhibits) {
      if (!known.has(file.sha256) && !(await objects.has(file.sha256))) return false
    }
    await objects.settle()
    await files.write(next)
    for (const { file } of next.exhibits) {
      objects.pending.delete(file.sha256)
      named?.add(file.sha256)
    }
    return true
  }

  await tidyUp()
  const leftBehind = lock.wasStale ? await allObjects(tidy).catch(() => []) : []
  const vault: Vault = {
    folder: folders.root,
    objects,
    tidied: setOrphansAside(leftBehind).catch(() => undefined),
    list: () => listDossiers(files),
    revisions: () => listRevisions(files),
    readDossiers: (ids) => readDossiers(files, ids),
    readDossier: read,
    createDossier: (dossier) =>
      writing(async () => {
        if (!isDossierId(dossier.id)) throw new Error('a dossier id is a lower-case UUID')
        if ((await files.find(dossier.id)).state !== 'gone') throw new Error('this dossier exists already')
        return (await commit(dossier, null)) ? done(dossier) : failed({ code: 'vault-failed' })
      }),
    changeDossier: (id, change) =>
      writing(async () => {
        const found = isDossierId(id) ? await files.find(id) : { state: 'gone' as const }
        if (found.state !== 'found') {
          return failed({ code: found.state === 'gone' ? 'dossier-gone' : 'vault-failed' })
        }
        const changed = change(found.dossier)
        if (!changed.ok) return changed
        if (changed.value === found.dossier) {
          // Stored again and found to be known: nobody waits for these any more.
          for (const { file } of found.dossier.exhibits) objects.pending.delete(file.sha256)
          return changed
        }
        if (changed.value.id !== id) throw new Error('a change must keep the id')
        const next = { ...changed.value, revision: found.highestRevision + 1 }
        if (!(await commit(next, found.dossier))) return failed({ code: 'vault-failed' })
        // What is left over here is replaced by the next change; the new revision stands either way.
        await files.remove(found.replaced).catch(() => undefined)
        return done(next)
      }),
    destroyDossier: (id) =>
      writing<null, VaultFailure>(async () => {
        const current = await read(id)
        // Cut short the first time: the dossier is gone already, its files may not be.
        if (!current.ok && current.code === 'dossier-gone' && (await resumeDestruction(destruction, id))) {
          return done(null)
        }
        if (!current.ok) return current
        if (current.value.trashedAt === null) return failed({ code: 'vault-failed' })
        await destroy(destruction, id)
        return done(null)
      }),
    homeOf: (id) => ({
      read: () => read(id),
      change: (change) => vault.changeDossier(id, change),
      objects
    }),
    close: () =>
      queue.run(async () => {
        await setAside(tidy, await findOrphans(tidy, [...objects.pending])).catch(() => undefined)
        await lock.release()
      })
  }

  return vault

  /** A vault that cannot be tidied can still be read: every step may fail, and is tried again at the next start. */
  async function tidyUp(): Promise<void> {
    await emptyTemporary(tidy).catch(() => undefined)
    await resumeDestructions(destruction).catch(() => undefined)
    await emptyOldTrash(tidy).catch(() => undefined)
  }

  /**
   * Objects that a killed intake stored and no dossier came to name. Reading all dossiers takes long where there are
   * many, so changes go on meanwhile, and what they name or are about to is spared.
   */
  async function setOrphansAside(leftBehind: readonly string[]): Promise<void> {
    const since = new Set<string>()
    named = since
    try {
      const orphans = await findOrphans(tidy, leftBehind)
      if (orphans.length === 0 || areTooMany(orphans)) return
      await queue.run(async () => {
        if (!(await lock.isHeld())) return
        await setAside(
          tidy,
          orphans.filter((sha256) => !since.has(sha256) && !objects.pending.has(sha256))
        )
      })
    } finally {
      named = null
    }
  }
}
