import type { DossierFiles } from './dossier-files.ts'
import { systemCodeOf } from './vault-failure.ts'

export interface References {
  readonly shas: ReadonlySet<string>
  /** false when a file could not be read: then nobody knows what it needs, and nothing may be deleted. */
  readonly isComplete: boolean
  /** Files that were replaced or removed between listing and reading them. */
  readonly vanished: number
  readonly dossiers: number
}

/** Every object that any readable revision of any dossier names, except those of one dossier. */
export async function findReferences(files: DossierFiles, exceptId?: string): Promise<References> {
  const scanned = await files.scan()
  const shas = new Set<string>()
  let isComplete = scanned.strangers.length === 0
  let dossiers = 0
  let vanished = 0
  for (const { name, id } of [...scanned.byId.values()].flat()) {
    const dossier = await files.readFile(name).catch((error: unknown) => {
      const code = systemCodeOf(error)
      if (code === null) throw error
      return code === 'ENOENT' ? 'vanished' : null
    })
    if (dossier === 'vanished') {
      vanished += 1
      continue
    }
    if (dossier === null) isComplete = false
    if (dossier === null || id === exceptId) continue
    dossiers += 1
    for (const exhibit of dossier.exhibits) shas.add(exhibit.file.sha256)
  }
  return { shas, isComplete, vanished, dossiers }
}
