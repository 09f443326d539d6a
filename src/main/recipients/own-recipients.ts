import { mkdir, readdir, rename, unlink } from 'node:fs/promises'
import { join } from 'node:path'
import type { RecipientProfile } from '../../shared/domain/recipient-profile.ts'
import { recipientFileSchema } from '../../shared/schema/recipient-schema.ts'
import { replaceFile } from '../atomic-write.ts'
import { nodeFsx } from '../fsx.ts'
import { readSmallFile } from '../vault/small-file.ts'

/** A profile takes one kilobyte. */
const LARGEST_RECIPIENT_FILE_BYTES = 64 * 1024

export interface OwnRecipients {
  readonly profiles: readonly RecipientProfile[]
  /** Names of files that are no recipient. They stay where they are. */
  readonly damaged: readonly string[]
}

/** Reads the user's files. One that cannot be read is named, not lost and not in the way of the others. */
export async function readOwnRecipients(folder: string): Promise<OwnRecipients> {
  const names = (await readdir(folder).catch(nothingThere)).filter((name) => /^[^.].*\.json$/.test(name))
  const read = await Promise.all(
    names.toSorted().map(async (name) => ({ name, profile: await readOwn(folder, name) }))
  )
  return {
    profiles: read.flatMap(({ profile }) => profile ?? []),
    damaged: read.flatMap(({ name, profile }) => (profile === null ? [name] : []))
  }
}

async function readOwn(folder: string, name: string): Promise<RecipientProfile | null> {
  const profile = await readRecipientFile(join(folder, name))
  return profile !== null && `${profile.id}.json` === name ? profile : null
}

/** Null where the file is not there or no recipient. */
export async function readRecipientFile(path: string): Promise<RecipientProfile | null> {
  const bytes = await readSmallFile(nodeFsx, path, LARGEST_RECIPIENT_FILE_BYTES).catch(() => null)
  if (bytes === null) return null
  try {
    return recipientFileSchema.parse(JSON.parse(bytes.toString('utf8'))).recipient
  } catch {
    return null
  }
}

/** Writes one of the user's files whole; rejects with the system's error and leaves the old one. */
export async function writeOwnRecipient(folder: string, profile: RecipientProfile): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const text = `${JSON.stringify({ format: 1, recipient: profile }, null, 2)}\n`
  await replaceFile(join(folder, `${profile.id}.json`), Buffer.from(text))
}

export async function removeOwnRecipient(folder: string, id: string): Promise<void> {
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
