import { dirname, join } from 'node:path'
import { syncFolder } from '../atomic-write.ts'
import type { Fsx } from '../fsx.ts'
import type { Door } from './door.ts'
import { readDossierFile, type DossierFiles } from './dossier-files.ts'
import { isDossierId, parseDossierFileName } from './dossier-names.ts'
import { ensureFolder, removeFolder } from './folders.ts'
import { isThere } from './publish.ts'
import { isSha256, objectPath, type VaultObjects } from './object-store.ts'
import { findReferences } from './references.ts'
import type { VaultFolders } from './vault-folder.ts'
import { systemCodeOf } from './vault-failure.ts'

const PREFIX = 'destroyed-'

export interface DestructionParts {
  readonly fsx: Fsx
  readonly door: Door
  readonly folders: VaultFolders
  readonly files: DossierFiles
  readonly objects: VaultObjects
}

/**
 * Removes a dossier and the objects only it used. Its files go to the trash first, the highest revision last:
 * until that one has moved the dossier is whole, from then on it is gone, and what lies in the trash says which
 * objects are left to delete. A process that dies in between is finished by the next one.
 */
export async function destroy(parts: DestructionParts, id: string): Promise<void> {
  const { fsx, folders, files } = parts
  const bin = binOf(parts, id)
  await ensureFolder(fsx, bin)
  const own = (await files.scan()).byId.get(id) ?? []
  const found = await files.find(id, own)
  const last = found.state === 'found' ? found.replaced[0] : undefined
  const first = own.map(({ name }) => name).filter((name) => name !== last)
  await files.moveTo(bin, last === undefined ? first : [...first, last])
  await syncFolder(fsx, bin)
  await syncFolder(fsx, folders.dossiers)
  await finish(parts, id)
}

/** Finishes what a killed process began. */
export async function resumeDestructions(parts: DestructionParts): Promise<void> {
  for (const { name } of await parts.fsx.readdir(parts.folders.trash)) {
    const id = name.slice(PREFIX.length)
    if (name.startsWith(PREFIX) && isDossierId(id)) await finish(parts, id)
  }
}

/** Finishes one of them; false where there is none. */
export async function resumeDestruction(parts: DestructionParts, id: string): Promise<boolean> {
  if (!isDossierId(id) || !(await isThere(parts.fsx, binOf(parts, id)))) return false
  await finish(parts, id)
  return true
}

function binOf({ folders }: DestructionParts, id: string): string {
  return join(folders.trash, `${PREFIX}${id}`)
}

async function finish(parts: DestructionParts, id: string): Promise<void> {
  const { fsx, files } = parts
  const bin = binOf(parts, id)
  const isGone = (await files.find(id)).state !== 'found'
  if (isGone) await moveObjects(parts, id, bin)
  // Objects before dossier files: these say what is left to do.
  const entries = (await fsx.readdir(bin)).map((entry) => entry.name)
  for (const name of entries.filter(isSha256)) await fsx.unlink(join(bin, name))
  await removeFolder(fsx, bin)
}

async function moveObjects(
  { fsx, door, folders, files, objects }: DestructionParts,
  id: string,
  bin: string
) {
  const others = await findReferences(files, id)
  if (!others.isComplete || others.vanished > 0) return
  const touched = new Set<string>()
  for (const { name } of await fsx.readdir(bin)) {
    if (parseDossierFileName(name) === null) continue
    const dossier = await readDossierFile(fsx, door, join(bin, name))
    for (const { file } of dossier?.exhibits ?? []) {
      if (others.shas.has(file.sha256) || objects.pending.has(file.sha256)) continue
      const path = objectPath(folders, file.sha256)
      await moveIfThere(fsx, path, join(bin, file.sha256))
      touched.add(dirname(path))
    }
  }
  for (const folder of touched) if (await isThere(fsx, folder)) await syncFolder(fsx, folder)
}

async function moveIfThere(fsx: Fsx, from: string, to: string): Promise<void> {
  try {
    await fsx.rename(from, to)
  } catch (error) {
    if (systemCodeOf(error) !== 'ENOENT') throw error
  }
}
