import { mkdir, readdir, rename, unlink } from 'node:fs/promises'
import { join } from 'node:path'
import { replaceFile } from './atomic-write.ts'
import { nodeFsx } from './fsx.ts'
import { readSmallFile } from './vault/small-file.ts'

/** How one kind of the user's files is written. */
export interface OwnFileForm<Value> {
  readonly largestBytes: number
  /** Throws where it is none. */
  readonly parse: (content: unknown) => Value
  readonly contentOf: (value: Value) => unknown
}

/** The user's own data files of one kind in one folder, each named by its id. */
export interface OwnFiles<Value> {
  /** One that cannot be read is named, stays where it is, and is not in the way of the others. */
  readonly read: () => Promise<{ readonly values: readonly Value[]; readonly damaged: readonly string[] }>
  /** Writes one whole; rejects with the system's error and leaves the old one. */
  readonly write: (value: Value) => Promise<void>
  readonly remove: (id: string) => Promise<void>
  /** A damaged file gives way to a new one of its name, and can still be looked at under another. */
  readonly setAsideDamaged: (id: string) => Promise<void>
}

export function ownFiles<Value extends { readonly id: string }>(
  folder: string,
  form: OwnFileForm<Value>
): OwnFiles<Value> {
  const read: OwnFiles<Value>['read'] = async () => {
    const names = (await readdir(folder).catch(nothingThere)).filter((name) => /^[^.].*\.json$/.test(name))
    const found = await Promise.all(
      names.toSorted().map(async (name) => {
        const value = await readOwnFile(join(folder, name), form)
        return { name, value: value !== null && fileOf(value.id) === name ? value : null }
      })
    )
    return {
      values: found.flatMap(({ value }) => (value === null ? [] : [value])),
      damaged: found.flatMap(({ name, value }) => (value === null ? [name] : []))
    }
  }
  return {
    read,
    async write(value) {
      await mkdir(folder, { recursive: true, mode: 0o700 })
      const text = `${JSON.stringify(form.contentOf(value), null, 2)}\n`
      await replaceFile(join(folder, fileOf(value.id)), Buffer.from(text))
    },
    async remove(id) {
      await unlink(join(folder, fileOf(id))).catch(nothingThere)
    },
    async setAsideDamaged(id) {
      const name = fileOf(id)
      const { damaged } = await read()
      if (!damaged.includes(name)) return
      await rename(join(folder, name), join(folder, `${name}.damaged`)).catch(nothingThere)
    }
  }
}

/** Null where the file is not there or of another kind. */
export async function readOwnFile<Value>(path: string, form: OwnFileForm<Value>): Promise<Value | null> {
  const bytes = await readSmallFile(nodeFsx, path, form.largestBytes).catch(() => null)
  if (bytes === null) return null
  try {
    return form.parse(JSON.parse(bytes.toString('utf8')))
  } catch {
    return null
  }
}

function fileOf(id: string): string {
  return `${id}.json`
}

function nothingThere(error: unknown): never[] {
  if ((error as NodeJS.ErrnoException).code === 'ENOENT') return []
  throw error
}
