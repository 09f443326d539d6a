import { dirname, join } from 'node:path'
import type { Instant } from '../../shared/domain/calendar.ts'
import { done, failed, type Result } from '../../shared/domain/result.ts'
import type { ObjectFailure } from '../../shared/bridge/contract.ts'
import { syncFolder } from '../atomic-write.ts'
import type { ObjectStore, StoredObject } from '../dossier-home.ts'
import type { Fsx } from '../fsx.ts'
import type { Original } from '../original.ts'
import type { Door } from './door.ts'
import { ensureFolder, freshName, isRealFolder } from './folders.ts'
import { guardSource } from './guarded-source.ts'
import { openObjectFile, verifyOriginal, writeObjectFile } from './object-file.ts'
import { isThere, publish } from './publish.ts'
import type { VaultFolders } from './vault-folder.ts'
import { systemCodeOf, vaultFailureOf } from './vault-failure.ts'

export interface ObjectStoreParts {
  readonly fsx: Fsx
  readonly door: Door
  readonly folders: VaultFolders
  readonly now: () => Instant
}

/** The vault's side of its object store: what a commit and a deletion need beyond storing and reading. */
export interface VaultObjects extends ObjectStore {
  has(sha256: string): Promise<boolean>
  /** Makes the names of all stored objects survive a power cut. A dossier may name them only afterwards. */
  settle(): Promise<void>
  /** Stored in this session and not yet named by a saved dossier. */
  readonly pending: Set<string>
}

export function isSha256(value: string): boolean {
  return /^[0-9a-f]{64}$/.test(value)
}

/** Where an object lies. Throws for a name that is none: it would be a path of the caller's making. */
export function objectPath(folders: VaultFolders, sha256: string): string {
  if (!isSha256(sha256)) throw new Error('not a SHA-256')
  return join(folders.objects, sha256.slice(0, 2), sha256)
}

export function vaultObjects(parts: ObjectStoreParts): VaultObjects {
  const { fsx, folders, now } = parts
  const pending = new Set<string>()
  /** Folders with names that a power cut could still take back. */
  const unsettled = new Set<string>()
  /** Folders of objects that were made or looked at in this session. */
  const prepared = new Set<string>()

  async function store(
    source: AsyncIterable<Uint8Array>,
    signal?: AbortSignal
  ): ReturnType<ObjectStore['store']> {
    const temporary = join(folders.tmp, freshName('object'))
    const guarded = guardSource(source, signal)
    try {
      const written = await writeObjectFile(parts, temporary, guarded.chunks)
      // Before it is placed: from here on nobody may take it for one that is not needed.
      pending.add(written.sha256)
      const isNew = await place(temporary, written.sha256)
      return done<StoredObject>({ ...written, isNew })
    } catch (error) {
      return guarded.failure() ?? vaultFailureOf(error)
    } finally {
      await fsx.unlink(temporary).catch(() => undefined)
    }
  }

  /** @returns whether the object is new; a sound one that is there already is kept, a damaged one is set aside. */
  async function place(temporary: string, sha256: string): Promise<boolean> {
    const path = objectPath(folders, sha256)
    const folder = dirname(path)
    if (!prepared.has(folder)) {
      await ensureFolder(fsx, folder)
      if (!(await isRealFolder(fsx, folder))) throw linkedFolder()
      prepared.add(folder)
    }
    // Also for an object that is there already: a process killed before it settled may have left it.
    unsettled.add(folders.objects).add(folder)
    if (await tryPublish(temporary, path)) return true
    if ((await verify(sha256)).ok) return false
    await setAside(path, sha256)
    if (!(await tryPublish(temporary, path))) throw linkedFolder()
    return true
  }

  async function tryPublish(temporary: string, path: string): Promise<boolean> {
    try {
      await publish(fsx, temporary, path)
      return true
    } catch (error) {
      if (systemCodeOf(error) === 'EEXIST') return false
      throw error
    }
  }

  async function setAside(path: string, sha256: string): Promise<void> {
    const trash = join(folders.trash, now().slice(0, 10))
    await ensureFolder(fsx, trash)
    await fsx.rename(path, join(trash, freshName(sha256)))
  }

  async function open(sha256: string): Promise<Result<Original, ObjectFailure>> {
    if (!isSha256(sha256)) return failed({ code: 'object-missing' })
    const path = objectPath(folders, sha256)
    const isInside = await isRealFolder(fsx, dirname(path)).catch(() => false)
    return isInside ? openObjectFile(parts, path) : failed({ code: 'object-missing' })
  }

  async function verify(sha256: string): ReturnType<ObjectStore['verify']> {
    return verifyOriginal(await open(sha256), sha256)
  }

  async function settle(): Promise<void> {
    for (const folder of [...unsettled]) {
      await syncFolder(fsx, folder)
      unsettled.delete(folder)
    }
  }

  return {
    store,
    open,
    verify,
    settle,
    pending,
    has: (sha256) => isThere(fsx, objectPath(folders, sha256)),
    async pathOf(sha256) {
      const opened = await open(sha256)
      if (!opened.ok) return opened
      await opened.value.close()
      return done(objectPath(folders, sha256))
    },
    freeBytes: () => fsx.freeBytes(folders.root).catch(() => null)
  }
}

function linkedFolder(): Error {
  return Object.assign(new Error('the object folder leads elsewhere or changed meanwhile'), { code: 'EIO' })
}
