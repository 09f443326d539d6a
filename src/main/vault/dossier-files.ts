import { join } from 'node:path'
import type { Dossier } from '../../shared/domain/dossier.ts'
import { syncFolder, writeSynced } from '../atomic-write.ts'
import type { Fsx } from '../fsx.ts'
import type { Door } from './door.ts'
import { decodeDossier, encodeDossier } from './dossier-codec.ts'
import { freshName } from './folders.ts'
import { publish } from './publish.ts'
import { readSmallFile } from './small-file.ts'
import type { VaultFolders } from './vault-folder.ts'
import { systemCodeOf } from './vault-failure.ts'

/** A dossier of 20,000 exhibits takes some 15 MiB; a larger file was not written by this app. */
const LARGEST_DOSSIER_BYTES = 64 * 1024 * 1024

export interface DossierFile {
  readonly name: string
  readonly id: string
  readonly revision: number
}

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
  /** All dossier files, and the names of files that are none. */
  scan(): Promise<{ readonly files: readonly DossierFile[]; readonly strangers: readonly string[] }>
  /** null = not as it was written. Rejects when the system cannot read it: that says nothing about its bytes. */
  readFile(name: string): Promise<Dossier | null>
  /** The highest revision that can be read. */
  find(id: string, files?: readonly DossierFile[]): Promise<FoundDossier>
  /** Saves a revision; afterwards it is there for good, or was never there. */
  write(dossier: Dossier): Promise<void>
  remove(names: readonly string[]): Promise<void>
}

/** Lower-case only: on disks that ignore case two spellings would be one file. */
export function isDossierId(id: string): boolean {
  return /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/.test(id)
}

export function parseDossierFileName(name: string): DossierFile | null {
  const match = /^([0-9a-f-]{36})\.([1-9]\d{0,14})$/.exec(name)
  const id = match?.[1] ?? ''
  return match !== null && isDossierId(id) ? { name, id, revision: Number(match[2]) } : null
}

export function dossierFiles(fsx: Fsx, door: Door, folders: VaultFolders): DossierFiles {
  async function scan() {
    const files: DossierFile[] = []
    const strangers: string[] = []
    for (const { name } of await fsx.readdir(folders.dossiers)) {
      const file = parseDossierFileName(name)
      if (file !== null) files.push(file)
      // Hidden files are the file manager's own.
      else if (!name.startsWith('.')) strangers.push(name)
    }
    return { files, strangers }
  }

  const readFile = (name: string) => readDossierFile(fsx, door, join(folders.dossiers, name))

  async function find(id: string, known?: readonly DossierFile[]): Promise<FoundDossier> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await findAmong(id, known ?? (await filesOf(id)))
      } catch (error) {
        // A change replaced the file between listing and reading it: look again.
        if (known !== undefined || systemCodeOf(error) !== 'ENOENT' || attempt === 10) throw error
      }
    }
  }

  /** Only the names of this dossier are looked at closely: there may be ten thousand others. */
  async function filesOf(id: string): Promise<readonly DossierFile[]> {
    const entries = await fsx.readdir(folders.dossiers)
    return entries.flatMap(({ name }) => {
      const file = name.startsWith(id) ? parseDossierFileName(name) : null
      return file === null ? [] : [file]
    })
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

  async function write(dossier: Dossier): Promise<void> {
    const temporary = join(folders.tmp, freshName('dossier'))
    const path = join(folders.dossiers, `${dossier.id}.${dossier.revision}`)
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

  async function remove(names: readonly string[]): Promise<void> {
    for (const name of names) await fsx.unlink(join(folders.dossiers, name))
  }

  return { scan, readFile, find, write, remove }
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
