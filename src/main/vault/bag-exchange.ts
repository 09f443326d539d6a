import { realpath } from 'node:fs/promises'
import type { Dossier } from '../../shared/domain/dossier.ts'
import type { Exhibit } from '../../shared/domain/exhibit.ts'
import { done, failed } from '../../shared/domain/result.ts'
import type { DossierHome } from '../dossier-home.ts'
import { nodeFsx, type Fsx } from '../fsx.ts'
import { openBag } from './bag.ts'
import { checkBag } from './bag-check.ts'
import { hasChange } from './bag-journal.ts'
import { placeIn } from './bag-layout.ts'
import { writeBag, type BagOptions, type FolderResult } from './bag-write.ts'
import { plainDoor } from './door.ts'
import { isDossierId } from './dossier-names.ts'
import { openObjectFile } from './object-file.ts'
import type { Vault } from './vault.ts'
import { systemCodeOf, vaultFailureOf } from './vault-failure.ts'

/** Writes the dossier and all its files as a portable folder that must not exist yet, and reads everything back. */
export async function exportBag(
  home: DossierHome,
  folder: string,
  options: BagOptions
): Promise<FolderResult<null>> {
  const read = await home.read()
  if (!read.ok) return read
  return writeBag(folder, read.value, options, async ({ file }, write) => {
    const opened = await home.objects.open(file.sha256)
    if (!opened.ok) return failed({ code: 'bag-incomplete' })
    try {
      const { sha256 } = await write(opened.value.stream())
      return sha256 === file.sha256 ? done(null) : failed({ code: 'bag-changed' })
    } finally {
      await opened.value.close()
    }
  })
}

/** Takes a portable folder into the vault after checking every byte; a dossier the vault already has gets a fresh id. */
export async function importBag(
  folder: string,
  vault: Vault,
  { now, newId, fsx = nodeFsx }: BagOptions & { readonly newId: () => string }
): Promise<FolderResult<Dossier>> {
  try {
    const root = await realpath(folder)
    const recovered = await recover(root, { now, fsx })
    if (!recovered.ok) return recovered
    const checked = await checkBag(fsx, root)
    if (!checked.ok) return checked
    const { dossier, paths } = checked.value
    for (const [exhibit, path] of paths) {
      const kept = await keep(vault, fsx, placeIn(root, path), exhibit)
      if (!kept.ok) return kept
    }
    const isFree = isDossierId(dossier.id) && (await isUnknown(vault, dossier.id))
    // What was put into the trash before it was handed over is wanted again by whoever takes it in.
    return await vault.createDossier({ ...dossier, id: isFree ? dossier.id : newId(), trashedAt: null })
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes(systemCodeOf(error) ?? '')) return failed({ code: 'not-a-dossier' })
    return vaultFailureOf(error)
  }
}

async function recover(root: string, options: Required<BagOptions>): Promise<FolderResult<null>> {
  if (!(await hasChange(options.fsx, root))) return done(null)
  const bag = await openBag(root, options)
  if (bag.ok) await bag.value.close()
  return bag.ok ? done(null) : bag
}

async function isUnknown(vault: Vault, id: string): Promise<boolean> {
  const known = await vault.readDossier(id)
  return !known.ok && known.code === 'dossier-gone'
}

async function keep(vault: Vault, fsx: Fsx, path: string, { file }: Exhibit): Promise<FolderResult<null>> {
  const opened = await openObjectFile({ fsx, door: plainDoor }, path)
  if (!opened.ok) return failed({ code: 'bag-incomplete' })
  try {
    const stored = await vault.objects.store(opened.value.stream())
    if (stored.ok) return stored.value.sha256 === file.sha256 ? done(null) : failed({ code: 'bag-changed' })
    return failed({
      code: stored.code === 'disk-full' || stored.code === 'no-permission' ? stored.code : 'vault-failed'
    })
  } finally {
    await opened.value.close()
  }
}
