import { join } from 'node:path'
import type { ObjectFailure } from '../../shared/bridge/contract.ts'
import { done, failed, type Result } from '../../shared/domain/result.ts'
import { syncFolder } from '../atomic-write.ts'
import type { ObjectStore, StoredObject } from '../dossier-home.ts'
import type { Fsx } from '../fsx.ts'
import type { Original } from '../original.ts'
import { INCOMING_PATH } from './bag-journal.ts'
import { placeIn } from './bag-layout.ts'
import type { Manifest } from './bag-manifest.ts'
import { plainDoor } from './door.ts'
import { freshName } from './folders.ts'
import { guardSource } from './guarded-source.ts'
import { openObjectFile, verifyOriginal, writeObjectFile } from './object-file.ts'
import { isSha256 } from './object-store.ts'
import { isThere } from './publish.ts'
import { vaultFailureOf } from './vault-failure.ts'

export interface BagObjects extends ObjectStore {
  /** Makes what came in survive a power cut. */
  settle(): Promise<void>
}

/** Where bytes lie by their SHA-256; of several places the first. */
function firstPaths(manifest: Manifest): ReadonlyMap<string, string> {
  const paths = new Map<string, string>()
  for (const [path, sha256] of manifest) if (!paths.has(sha256)) paths.set(sha256, path)
  return paths
}

/** The files of a portable folder. What comes in waits beside them until a dossier names it. */
export function bagObjects(fsx: Fsx, folder: string, manifest: () => Manifest): BagObjects {
  const parts = { fsx, door: plainDoor }
  const incoming = placeIn(folder, INCOMING_PATH)

  /** Of the manifest as it was when it was last asked: ten thousand exhibits are looked up one by one. */
  let index: { readonly of: Manifest; readonly paths: ReadonlyMap<string, string> } | null = null

  function listed(sha256: string): string | null {
    const now = manifest()
    if (index?.of !== now) index = { of: now, paths: firstPaths(now) }
    return index.paths.get(sha256) ?? null
  }

  async function locate(sha256: string): Promise<string | null> {
    const path = listed(sha256)
    if (path !== null) return path
    const waiting = `${INCOMING_PATH}/${sha256}`
    return (await isThere(fsx, placeIn(folder, waiting))) ? waiting : null
  }

  async function store(
    source: AsyncIterable<Uint8Array>,
    signal?: AbortSignal
  ): ReturnType<ObjectStore['store']> {
    const temporary = join(incoming, freshName('object'))
    const guarded = guardSource(source, signal)
    try {
      const written = await writeObjectFile(parts, temporary, guarded.chunks)
      const { sha256 } = written
      const isNew = !(await verify(sha256)).ok
      // The manifest promises these very bytes for that name, so a damaged file can be mended on the spot.
      if (isNew) await fsx.rename(temporary, placeIn(folder, listed(sha256) ?? `${INCOMING_PATH}/${sha256}`))
      return done<StoredObject>({ ...written, isNew })
    } catch (error) {
      return guarded.failure() ?? vaultFailureOf(error)
    } finally {
      await fsx.unlink(temporary).catch(() => undefined)
    }
  }

  async function open(sha256: string): Promise<Result<Original, ObjectFailure>> {
    const path = isSha256(sha256) ? await locate(sha256) : null
    return path === null ? failed({ code: 'object-missing' }) : openObjectFile(parts, placeIn(folder, path))
  }

  async function verify(sha256: string): ReturnType<ObjectStore['verify']> {
    return verifyOriginal(await open(sha256), sha256)
  }

  return {
    store,
    open,
    verify,
    settle: () => syncFolder(fsx, incoming),
    async pathOf(sha256) {
      const path = isSha256(sha256) ? await locate(sha256) : null
      return path === null ? failed({ code: 'object-missing' }) : done(placeIn(folder, path))
    },
    freeBytes: () => fsx.freeBytes(folder).catch(() => null)
  }
}
