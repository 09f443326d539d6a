import { basename, join } from 'node:path'
import type { IntakeFailure } from '../../shared/domain/intake.ts'
import type { Fsx } from '../fsx.ts'
import { readFailureOf } from './source-file.ts'

/** Deeper nesting or more files than this is a whole disk dropped by mistake. */
const DEEPEST = 32
const MOST_FILES = 10_000

/** What file managers leave in folders; nobody means to attach them along with a folder. */
const LEFTOVERS = /^(\.DS_Store|Thumbs\.db|desktop\.ini|\._.*)$/i

const byNumberInName = new Intl.Collator('en', { numeric: true })

/** One entry of a batch: a path to read, or the reason why it is none. */
export type FoundEntry =
  | { readonly name: string; readonly path: string; readonly sizeBytes: number }
  | { readonly name: string; readonly code: IntakeFailure }

export interface FindRequest {
  readonly fsx: Fsx
  readonly paths: readonly string[]
  readonly folders: 'expand' | 'refuse'
  readonly signal: AbortSignal
  readonly onFound: (found: { readonly files: number; readonly sizeBytes: number }) => void
}

/** The files to take in, folders replaced by their files in natural order. Links are listed, never followed. */
export async function findFiles(request: FindRequest): Promise<readonly FoundEntry[]> {
  const { fsx, paths, folders, signal, onFound } = request
  const found: FoundEntry[] = []
  let files = 0
  let totalBytes = 0

  for (const path of paths) {
    const isFolder = await isDirectory(fsx, path)
    if (!isFolder) await addFile(path)
    else if (folders === 'refuse') found.push({ name: basename(path), code: 'is-folder' })
    else await addFolder(path)
  }
  return found

  /** All of a folder or nothing: half of a folder would look like all of it. */
  async function addFolder(path: string): Promise<void> {
    const before = { length: found.length, files, totalBytes }
    const code = await walk(path, 1)
    if (code === null) {
      if (found.length === before.length) found.push({ name: basename(path), code: 'empty-folder' })
      return
    }
    found.length = before.length
    ;({ files, totalBytes } = before)
    found.push({ name: basename(path), code })
  }

  async function walk(folder: string, depth: number): Promise<IntakeFailure | null> {
    if (depth > DEEPEST) return 'too-many-files'
    let entries
    try {
      entries = await fsx.readdir(folder)
    } catch (error) {
      found.push({ name: basename(folder), code: readFailureOf(error) })
      return null
    }
    const names = entries.toSorted((a, b) => byNumberInName.compare(a.name, b.name))
    for (const entry of names) {
      if (signal.aborted) return 'cancelled'
      if (LEFTOVERS.test(entry.name)) continue
      const path = join(folder, entry.name)
      const code = entry.isDirectory() ? await walk(path, depth + 1) : await addFile(path)
      if (code !== null) return code
    }
    return null
  }

  async function addFile(path: string): Promise<IntakeFailure | null> {
    files += 1
    if (files > MOST_FILES) return 'too-many-files'
    const sizeBytes = await sizeOf(fsx, path)
    totalBytes += sizeBytes
    found.push({ name: basename(path), path, sizeBytes })
    onFound({ files, sizeBytes: totalBytes })
    return null
  }
}

async function isDirectory(fsx: Fsx, path: string): Promise<boolean> {
  // What cannot be looked at is refused with its reason when it is opened.
  return fsx.lstat(path).then(
    (stat) => stat.isDirectory(),
    () => false
  )
}

async function sizeOf(fsx: Fsx, path: string): Promise<number> {
  return fsx.lstat(path).then(
    (stat) => (stat.isFile() ? Number(stat.size) : 0),
    () => 0
  )
}
