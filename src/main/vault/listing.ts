import type { StoredRevision, VaultListing } from '../../shared/bridge/contract.ts'
import type { DossierFiles, FoundDossier } from './dossier-files.ts'
import { systemCodeOf } from './vault-failure.ts'

/** Enough to keep a disk busy, few enough to stay far below the limit of open files. */
const AT_ONCE = 16

/** The revision of every dossier that can be read, and the names of the files that cannot. */
export async function listDossiers(files: DossierFiles): Promise<VaultListing> {
  const scanned = await files.scan()
  const ids = [...new Set(scanned.files.map((file) => file.id))].toSorted()
  const stored: StoredRevision[] = []
  const damaged = [...scanned.strangers]
  for (let at = 0; at < ids.length; at += AT_ONCE) {
    const group = ids.slice(at, at + AT_ONCE)
    const found = await Promise.all(group.map((id) => findReadable(id)))
    for (const one of found) {
      if (one.state === 'gone') continue
      damaged.push(...one.damaged)
      if (one.state === 'found') stored.push({ id: one.dossier.id, revision: one.dossier.revision })
    }
  }
  return { stored, damaged }

  async function findReadable(id: string): Promise<FoundDossier> {
    const own = scanned.files.filter((file) => file.id === id)
    try {
      return await files.find(id, own)
    } catch (error) {
      // Gone since the folder was read, or a file the disk cannot give back now.
      const code = systemCodeOf(error)
      if (code === null) throw error
      return code === 'ENOENT' ? files.find(id) : { state: 'damaged', damaged: own.map((file) => file.name) }
    }
  }
}
