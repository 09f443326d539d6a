import { join } from 'node:path'
import type { Dossier } from '../../shared/domain/dossier.ts'
import { syncFolder, writeSynced } from '../atomic-write.ts'
import type { Fsx } from '../fsx.ts'
import type { Door } from './door.ts'
import { decodeDossier, encodeDossier } from './dossier-codec.ts'
import { dossierNameList, type DossierFile, type DossierNames } from './dossier-names.ts'
import { freshName } from './folders.ts'
import { publish } from './publish.ts'
import { readSmallFile } from './small-file.ts'
import type { VaultFolders } from './vault-folder.ts'
import { systemCodeOf } from './vault-failure.ts'

/** A dossier of 20,000 exhibits takes some 15 MiB; a larger file was not written by this app. */
const LARGEST_DOSSIER_BYTES = 64 * 1024 * 1024

interface FoldedDossier {
  readonly dossier: Dossier
  /** The highest number any file of this dossier has, readable or not: the next revision must be above it. */
  readonly highestRevision: number
  /** Files that the next revision replaces. */
  readonly replaced: readonly string[]
  readonly damaged: readonly string[]
}

export type FoundDossier =
  | ({ readonly state: 'found' } & FoldedDossier)
  | { readonly state: 'gone' }
  | { readonly state: 'damaged'; readonly damaged: readonly string[] }

export interface DossierFiles {
  /** All names in the folder, listed now. */
  scan(): Promise<DossierNames>
  /** The same, as this process knows them. */
  known(): Promise<DossierNames>
  /** null = not as it was written. Rejects when the system cannot read it: that says nothing about its bytes. */
  readFile(name: string): Promise<Dossier | null>
  /** The highest revision that can be read. */
  find(id: string, files?: readonly DossierFile[]): Promise<FoundDossier>
  /** Saves a revision; afterwards it is there for good, or was never there. */
  write(dossier: Dossier): Promise<void>
  remove(names: readonly string[]): Promise<void>
  /** Moves these files to that folder, one after the other. */
  moveTo(target: string, names: readonly string[]): Promise<void>
}

export function dossierFiles(fsx: Fsx, door: Door, folders: VaultFolders): DossierFiles {
  const names = dossierNameList(fsx, folders.dossiers)

  const readFile = (name: string) => readDossierFile(fsx, door, join(folders.dossiers, name))

  async function find(id: string, known?: readonly DossierFile[]): Promise<FoundDossier> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await findAmong(id, known ?? (await names.known()).byId.get(id) ?? [])
      } catch (error) {
        // A change replaced the file between listing and reading it: look again.
        if (known !== undefined || systemCodeOf(error) !== 'ENOENT' || attempt === 10) throw error
        names.forget()
      }
    }
  }

  async function findAmong(id: string, among: readonly DossierFile[]): Promise<FoundDossier> {
    const files = among.filter((file) => file.id === id).toSorted((a, b) => b.revision - a.revision)
    const damaged: string[] = []
    let found: Dossier | null = null
    const replaced: string[] = []
    for (const { name, revision } of files) {
      const dossier = await readFile(name)
      if (dossier === null || dossier.id !== id || dossier.revision !== revision) {
        damaged.push(name)
        continue
      }
      found ??= dossier
      replaced.push(name)
    }
    const highestRevision = files[0]?.revision ?? 0
    if (found !== null) return { state: 'found', dossier: found, highestRevision, replaced, damaged }
    return files.length === 0 ? { state: 'gone' } : { state: 'damaged', damaged }
  }

  function write(dossier: Dossier): Promise<void> {
    const name = `${dossier.id}.${dossier.revision}`
    return names.changing({ added: [name] }, () => writeAs(name, dossier))
  }

  async function writeAs(name: string, dossier: Dossier): Promise<void> {
    const temporary = join(folders.tmp, freshName('dossier'))
    const path = join(folders.dossiers, name)
    try {
      await writeSynced(fsx, temporary, door.sealWhole(encodeDossier(dossier)), 0o600)
      await publish(fsx, temporary, path)
    } finally {
      await fsx.unlink(temporary).catch(() => undefined)
    }
    try {
      await syncFolder(fsx, folders.dossiers)
    } catch (error) {
      // The caller will be told that nothing was saved: so nothing may be.
      await fsx.unlink(path).catch(() => undefined)
      throw error
    }
  }

  return {
    scan: names.fresh,
    known: names.known,
    readFile,
    find,
    write,
    remove: (removed) =>
      names.changing({ removed }, async () => {
        for (const name of removed) await fsx.unlink(join(folders.dossiers, name))
      }),
    moveTo: (target, removed) =>
      names.changing({ removed }, async () => {
        for (const name of removed) await fsx.rename(join(folders.dossiers, name), join(target, name))
      })
  }
}

/** Reads one dossier file through the door; null when its bytes are not as they were written. */
export async function readDossierFile(fsx: Fsx, door: Door, path: string): Promise<Dossier | null> {
  try {
    const sealed = await readSmallFile(fsx, path, LARGEST_DOSSIER_BYTES)
    const plain = sealed === null ? null : door.openWhole(sealed)
    return plain === null ? null : decodeDossier(plain)
  } catch (error) {
    // A link or a folder in the place of a dossier file: never followed, never ours.
    if (['ELOOP', 'EISDIR', 'ENXIO'].includes(systemCodeOf(error) ?? '')) return null
    throw error
  }
}
