import { mkdir, readdir, rename, unlink } from 'node:fs/promises'
import { join } from 'node:path'
import type { OwnOperator } from '../../shared/domain/operator-data.ts'
import { ownOperatorFileSchema } from '../../shared/schema/operator-schema.ts'
import { replaceFile } from '../atomic-write.ts'
import { nodeFsx } from '../fsx.ts'
import { readSmallFile } from '../vault/small-file.ts'

/** A shipped operator with every fact in three languages takes 20 kB. */
export const LARGEST_OPERATOR_FILE_BYTES = 512 * 1024

export interface OwnOperators {
  readonly operators: readonly OwnOperator[]
  /** Names of files that are no own operator. They stay where they are. */
  readonly damaged: readonly string[]
}

/** Reads the user's files. One that cannot be read is named, not lost and not in the way of the others. */
export async function readOwnOperators(folder: string): Promise<OwnOperators> {
  const names = (await readdir(folder).catch(nothingThere)).filter((name) => /^[^.].*\.json$/.test(name))
  const read = await Promise.all(
    names.toSorted().map(async (name) => ({ name, own: await readOwn(folder, name) }))
  )
  return {
    operators: read.flatMap(({ own }) => (own === null ? [] : [own])),
    damaged: read.flatMap(({ name, own }) => (own === null ? [name] : []))
  }
}

async function readOwn(folder: string, name: string): Promise<OwnOperator | null> {
  const bytes = await readSmallFile(nodeFsx, join(folder, name), LARGEST_OPERATOR_FILE_BYTES).catch(
    () => null
  )
  if (bytes === null) return null
  try {
    const { own } = ownOperatorFileSchema.parse(JSON.parse(bytes.toString('utf8')))
    return `${own.id}.json` === name ? own : null
  } catch {
    return null
  }
}

/** Writes one of the user's files whole; rejects with the system's error and leaves the old one. */
export async function writeOwnOperator(folder: string, own: OwnOperator): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const text = `${JSON.stringify({ format: 1, own }, null, 2)}\n`
  await replaceFile(join(folder, `${own.id}.json`), Buffer.from(text))
}

export async function removeOwnOperator(folder: string, id: string): Promise<void> {
  await unlink(join(folder, `${id}.json`)).catch((error: unknown) => nothingThere(error))
}

/** A damaged file gives way to a new one of its name, and can still be looked at under another. */
export async function setAsideDamaged(folder: string, name: string): Promise<void> {
  await rename(join(folder, name), join(folder, `${name}.damaged`)).catch((error: unknown) =>
    nothingThere(error)
  )
}

function nothingThere(error: unknown): never[] {
  if ((error as NodeJS.ErrnoException).code === 'ENOENT') return []
  throw error
}
