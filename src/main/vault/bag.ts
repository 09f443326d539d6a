import { realpath } from 'node:fs/promises'
import type { FolderFailure, VaultFailure } from '../../shared/bridge/contract.ts'
import type { Dossier } from '../../shared/domain/dossier.ts'
import { done, failed, type Result } from '../../shared/domain/result.ts'
import type { DossierHome } from '../dossier-home.ts'
import { nodeFsx, type Fsx } from '../fsx.ts'
import { planChange } from './bag-change.ts'
import { readBag, type ReadBag } from './bag-check.ts'
import { commitChange, finishChange, INCOMING_PATH, STAGED_PATH } from './bag-journal.ts'
import { placeIn, WORK_PATH } from './bag-layout.ts'
import { bagObjects } from './bag-objects.ts'
import { writeBag, type BagOptions, type FolderResult } from './bag-write.ts'
import { emptyFolder, ensureFolder, isRealFolder, removeFolder } from './folders.ts'
import { lockFolder, type FolderLock } from './folder-lock.ts'
import { serialQueue } from './serial-queue.ts'
import { systemCodeOf, vaultFailureOf } from './vault-failure.ts'

/** An open portable dossier folder. Call `close` when done: it lets other processes in. */
export interface Bag extends DossierHome {
  /** The real path of the folder. */
  readonly folder: string
  close(): Promise<void>
}

/** Makes a new portable folder; it must not exist yet, or be empty. */
export function createBag(
  folder: string,
  dossier: Dossier,
  options: BagOptions
): Promise<FolderResult<null>> {
  return writeBag(folder, dossier, options, () => Promise.resolve(failed({ code: 'bag-incomplete' })))
}

/** Opens a portable folder to read and change it; finishes what a killed process had begun to write. */
export async function openBag(path: string, { now, fsx = nodeFsx }: BagOptions): Promise<FolderResult<Bag>> {
  let lock: FolderLock | null = null
  try {
    const folder = await realpath(path)
    const prepared = await prepareWork(fsx, folder)
    if (!prepared.ok) return prepared
    const locked = await lockFolder(fsx, placeIn(folder, WORK_PATH), now)
    if (!locked.ok) return failed({ code: 'folder-in-use' })
    lock = locked.value
    const isFinished = await finishChange(fsx, folder)
    const ready = isFinished ? await readBag(fsx, folder) : failed({ code: 'not-a-dossier' })
    if (!ready.ok) {
      await lock.release()
      return ready
    }
    await emptyFolder(fsx, placeIn(folder, INCOMING_PATH))
    return done(bagIn(folder, ready.value, lock, { now, fsx }))
  } catch (error) {
    await lock?.release()
    if (['ENOENT', 'ENOTDIR'].includes(systemCodeOf(error) ?? '')) return failed({ code: 'not-a-dossier' })
    return vaultFailureOf(error)
  }
}

/** Makes our corner of the folder. Nothing is written into a folder that is none of ours, or through a link. */
async function prepareWork(fsx: Fsx, folder: string): Promise<FolderResult<null>> {
  if (!(await isRealFolder(fsx, placeIn(folder, WORK_PATH)))) {
    const looked = await readBag(fsx, folder)
    if (!looked.ok) return looked
  }
  for (const path of [WORK_PATH, INCOMING_PATH, STAGED_PATH]) {
    await ensureFolder(fsx, placeIn(folder, path))
    if (!(await isRealFolder(fsx, placeIn(folder, path)))) return failed({ code: 'not-a-dossier' })
  }
  return done(null)
}

function bagIn(folder: string, opened: ReadBag, lock: FolderLock, { now, fsx }: Required<BagOptions>): Bag {
  const queue = serialQueue()
  let known = opened
  const objects = bagObjects(fsx, folder, () => known.manifest)

  async function current(): Promise<Result<ReadBag, VaultFailure>> {
    if (!(await finishChange(fsx, folder))) return failed({ code: 'vault-failed' })
    const bag = await readBag(fsx, folder, known)
    if (!bag.ok) return failed({ code: ofVault(bag.code) })
    known = bag.value
    return bag
  }

  function coded<Value, Failure extends { readonly code: string }>(
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

  /** @returns false when the dossier names bytes that are not there */
  async function save(before: ReadBag, next: Dossier): Promise<boolean> {
    await objects.settle()
    const change = await planChange(fsx, folder, { objects, before, next, at: now() })
    if (change === null) return false
    await commitChange(fsx, folder, change)
    // Saved from here on. What may still fail are renames; the next access does them.
    await current().catch(() => undefined)
    return true
  }

  return {
    folder,
    objects,
    read: () =>
      coded<Dossier, VaultFailure>(async () => {
        const bag = await current()
        return bag.ok ? done(bag.value.dossier) : bag
      }),
    change: (change) =>
      coded(async () => {
        const before = await current()
        if (!before.ok) return before
        const { dossier } = before.value
        const changed = change(dossier)
        if (!changed.ok || changed.value === dossier) return changed
        const next = { ...changed.value, revision: dossier.revision + 1 }
        return (await save(before.value, next)) ? done(next) : failed({ code: 'vault-failed' })
      }),
    close: () =>
      queue.run(async () => {
        const isFinished = await finishChange(fsx, folder).catch(() => false)
        if (isFinished && (await lock.isHeld().catch(() => false))) {
          for (const path of [INCOMING_PATH, STAGED_PATH]) {
            await removeFolder(fsx, placeIn(folder, path)).catch(() => undefined)
          }
        }
        await lock.release()
        // Leaves the folder as the standard knows it, unless another process has just come in.
        await fsx.rmdir(placeIn(folder, WORK_PATH)).catch(() => undefined)
      })
  }
}

function ofVault(code: FolderFailure['code']): VaultFailure['code'] {
  return code === 'disk-full' || code === 'no-permission' ? code : 'vault-failed'
}
