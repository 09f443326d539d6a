import { randomUUID } from 'node:crypto'
import { mkdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { z } from 'zod'
import { done, failed, type Result } from '../../shared/domain/result.ts'
import { syncFolder, writeSynced } from '../atomic-write.ts'
import type { Fsx } from '../fsx.ts'
import type { Door } from './door.ts'
import { ensureFolder, freshName, isRealFolder } from './folders.ts'
import { isLockName } from './folder-lock.ts'
import { readSmallFile } from './small-file.ts'
import type { VaultOpenFailure } from './vault.ts'

const HEAD_NAME = 'vault.json'
const KEPT = ['objects', 'dossiers'] as const
const PASSING = ['trash', 'tmp'] as const

/** Where things lie in a vault; every path starts at its real root. */
export interface VaultFolders {
  readonly root: string
  readonly objects: string
  readonly dossiers: string
  readonly trash: string
  readonly tmp: string
}

const head = z.object({ format: z.int().min(1), vaultId: z.uuid() })

type Found =
  | { readonly state: 'absent' | 'ours' }
  | { readonly state: 'refused'; readonly code: 'vault-damaged' | 'vault-foreign' | 'vault-newer' }

/** The real path of the vault's folder, made where there is none yet. */
export async function rootOf(fsx: Fsx, folder: string): Promise<string> {
  // Only the way to the vault is made with the plain call: nothing of the user's stands on it yet.
  await mkdir(dirname(folder), { recursive: true, mode: 0o700 })
  if (await ensureFolder(fsx, folder)) await syncFolder(fsx, dirname(folder))
  return fsx.realpath(folder)
}

export function foldersOf(root: string): VaultFolders {
  const [objects, dossiers, trash, tmp] = ['objects', 'dossiers', 'trash', 'tmp'].map((name) =>
    join(root, name)
  )
  return { root, objects: objects!, dossiers: dossiers!, trash: trash!, tmp: tmp! }
}

/** Looks at a folder without changing it: is it a vault this app may open, or a place for a new one? */
export async function examine(fsx: Fsx, root: string, door: Door): Promise<Found> {
  const names = (await fsx.readdir(root)).map((entry) => entry.name).filter((name) => !isLockName(name))
  if (names.includes(HEAD_NAME)) return examineHead(fsx, root, door)
  const own: readonly string[] = [...KEPT, ...PASSING]
  if (names.some((name) => !own.includes(name))) return { state: 'refused', code: 'vault-foreign' }
  // Folders without a head: a vault whose making was cut short, unless something was already kept in it.
  for (const name of names.filter((one) => one !== 'tmp')) {
    const inside = await fsx.readdir(join(root, name))
    if (inside.length > 0) return { state: 'refused', code: 'vault-damaged' }
  }
  return { state: 'absent' }
}

async function examineHead(fsx: Fsx, root: string, door: Door): Promise<Found> {
  const bytes = await readSmallFile(fsx, join(root, HEAD_NAME), 100_000)
  const parsed = head.safeParse(bytes === null ? null : parseJson(bytes))
  if (!parsed.success) return { state: 'refused', code: 'vault-damaged' }
  if (parsed.data.format > door.format) return { state: 'refused', code: 'vault-newer' }
  for (const name of KEPT) {
    if (!(await isRealFolder(fsx, join(root, name)))) return { state: 'refused', code: 'vault-damaged' }
  }
  return { state: 'ours' }
}

function parseJson(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'))
  } catch {
    return null
  }
}

/** Makes what is missing of a vault. The head comes last: with it the vault exists. */
export async function layOut(
  fsx: Fsx,
  root: string,
  door: Door
): Promise<Result<VaultFolders, VaultOpenFailure>> {
  const found = await examine(fsx, root, door)
  if (found.state === 'refused') return failed({ code: found.code })
  for (const name of [...KEPT, ...PASSING]) {
    await ensureFolder(fsx, join(root, name))
    if (!(await isRealFolder(fsx, join(root, name)))) return failed({ code: 'vault-damaged' })
  }
  if (found.state === 'absent') {
    await syncFolder(fsx, root)
    const text = JSON.stringify({ format: door.format, vaultId: randomUUID() })
    // By way of tmp/: what a killed process leaves beside the head would make the folder look like somebody else's.
    const waiting = join(root, 'tmp', freshName('head'))
    await writeSynced(fsx, waiting, Buffer.from(`${text}\n`), 0o600)
    await fsx.rename(waiting, join(root, HEAD_NAME))
    await syncFolder(fsx, root)
  }
  return done(foldersOf(root))
}
