import type { StoredRevision, VaultListing } from '../../shared/bridge/contract.ts'
import type { Dossier } from '../../shared/domain/dossier.ts'
import type { DossierFiles, FoundDossier } from './dossier-files.ts'
import type { DossierFile, DossierNames } from './dossier-names.ts'
import { systemCodeOf } from './vault-failure.ts'

/** Enough to keep a disk busy, few enough to stay far below the limit of open files. */
const AT_ONCE = 16

/** One dossier as its files tell it; null = gone, or nothing of it can be read. */
export interface ReadDossier {
  readonly id: string
  readonly dossier: Dossier | null
  readonly damaged: readonly string[]
}

/** What the names of the files say: nothing is opened, so a damaged file is still in it. */
export async function listRevisions(files: DossierFiles): Promise<VaultListing> {
  const { byId, strangers } = await files.scan()
  const stored = [...byId].map(([id, own]) => ({
    id,
    revision: Math.max(...own.map((file) => file.revision))
  }))
  return { stored, damaged: strangers }
}

/** Reads these dossiers, each in its highest revision that is as it was written. */
export async function readDossiers(
  files: DossierFiles,
  ids: readonly string[]
): Promise<readonly ReadDossier[]> {
  return readFrom(files, await files.known(), ids)
}

/** The revision of every dossier that can be read, and the names of the files that cannot. Reads all of them. */
export async function listDossiers(files: DossierFiles): Promise<VaultListing> {
  const names = await files.scan()
  const stored: StoredRevision[] = []
  const damaged = [...names.strangers]
  for (const one of await readFrom(files, names, [...names.byId.keys()].toSorted())) {
    damaged.push(...one.damaged)
    if (one.dossier !== null) stored.push({ id: one.id, revision: one.dossier.revision })
  }
  return { stored, damaged }
}

async function readFrom(
  files: DossierFiles,
  { byId }: DossierNames,
  ids: readonly string[]
): Promise<readonly ReadDossier[]> {
  const read: ReadDossier[] = []
  for (let at = 0; at < ids.length; at += AT_ONCE) {
    const group = ids.slice(at, at + AT_ONCE)
    const found = await Promise.all(group.map((id) => findReadable(files, id, byId.get(id) ?? [])))
    group.forEach((id, index) => read.push({ id, ...outcomeOf(found[index]) }))
  }
  return read
}

function outcomeOf(found: FoundDossier | undefined): Omit<ReadDossier, 'id'> {
  if (found === undefined || found.state === 'gone') return { dossier: null, damaged: [] }
  return { dossier: found.state === 'found' ? found.dossier : null, damaged: found.damaged }
}

async function findReadable(
  files: DossierFiles,
  id: string,
  own: readonly DossierFile[]
): Promise<FoundDossier> {
  try {
    return await files.find(id, own)
  } catch (error) {
    // Gone since the folder was read, or a file the disk cannot give back now.
    const code = systemCodeOf(error)
    if (code === null) throw error
    return code === 'ENOENT' ? files.find(id) : { state: 'damaged', damaged: own.map((file) => file.name) }
  }
}
