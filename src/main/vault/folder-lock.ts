import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { z } from 'zod'
import type { Instant } from '../../shared/domain/calendar.ts'
import { done, failed, type Result } from '../../shared/domain/result.ts'
import { writeSynced } from '../atomic-write.ts'
import type { Fsx } from '../fsx.ts'
import { freshName } from './folders.ts'
import { publish } from './publish.ts'
import { readSmallFile } from './small-file.ts'
import { systemCodeOf } from './vault-failure.ts'

const LOCK_NAME = 'lock'
const BREAKING_NAME = 'lock.breaking'
/** A process of another machine cannot be asked whether it lives; its lock is touched this often instead. */
const HEARTBEAT_MS = 30_000
/** restic's figure for a lock of another host. */
const SILENT_MS = 30 * 60_000
/** Breaking a stale lock takes milliseconds; an older mark was left by a process that died in them. */
const BREAKING_MS = 10_000

const owner = z.object({
  host: z.string(),
  pid: z.int().positive(),
  startedAt: z.string(),
  /** Tells a process from a later one with the same number; null where the system does not say. */
  pidStart: z.string().nullable(),
  nonce: z.string()
})
type Owner = z.infer<typeof owner>

export interface FolderLock {
  /** The process that held it before died without letting go. */
  readonly wasStale: boolean
  /** false when somebody took it over, for example while this machine slept. */
  isHeld(): Promise<boolean>
  release(): Promise<void>
}

export function isLockName(name: string): boolean {
  return name.startsWith(LOCK_NAME)
}

/** Keeps other processes out of a folder until released. Rejects with the system's error when it cannot write there. */
export async function lockFolder(
  fsx: Fsx,
  folder: string,
  now: () => Instant
): Promise<Result<FolderLock, { readonly code: 'in-use' }>> {
  const path = join(folder, LOCK_NAME)
  const self: Owner = {
    host: hostname(),
    pid: process.pid,
    startedAt: now(),
    pidStart: startOf(process.pid),
    nonce: randomUUID()
  }
  const temporary = join(folder, freshName(LOCK_NAME))
  try {
    await writeSynced(fsx, temporary, Buffer.from(JSON.stringify(self)), 0o600)
    const isFree = await take(fsx, temporary, path)
    if (!isFree && !(await isStale(fsx, path, now))) return failed({ code: 'in-use' })
    const isTaken = isFree || (await breakLock(fsx, folder, now, () => take(fsx, temporary, path)))
    if (!isTaken) return failed({ code: 'in-use' })
    await sweepAttempts(fsx, folder).catch(() => undefined)
    return done(hold(fsx, path, self, !isFree))
  } finally {
    await fsx.unlink(temporary).catch(() => undefined)
  }
}

async function take(fsx: Fsx, temporary: string, path: string): Promise<boolean> {
  try {
    await publish(fsx, temporary, path)
    return true
  } catch (error) {
    // ENOENT: whoever got the lock first has swept our attempt away.
    if (['EEXIST', 'ENOENT'].includes(systemCodeOf(error) ?? '')) return false
    throw error
  }
}

/** Removes attempts that processes died in. One that is alive then finds the lock taken, as it is. */
async function sweepAttempts(fsx: Fsx, folder: string): Promise<void> {
  for (const { name } of await fsx.readdir(folder)) {
    if (/^lock-[0-9a-f]{16}$/.test(name)) await fsx.unlink(join(folder, name))
  }
}

/**
 * Two processes may find the same stale lock. Only the one that holds the breaking mark may remove it, after
 * looking again: otherwise the slower one would remove the fresh lock of the faster one.
 */
async function breakLock(
  fsx: Fsx,
  folder: string,
  now: () => Instant,
  takeLock: () => Promise<boolean>
): Promise<boolean> {
  const mark = join(folder, BREAKING_NAME)
  const path = join(folder, LOCK_NAME)
  if (await isOlder(fsx, mark, BREAKING_MS, now)) await fsx.unlink(mark).catch(() => undefined)
  try {
    await (await fsx.open(mark, 'wx', 0o600)).close()
  } catch (error) {
    if (systemCodeOf(error) === 'EEXIST') return false
    throw error
  }
  try {
    if (!(await isStale(fsx, path, now))) return false
    await fsx.unlink(path)
    return await takeLock()
  } finally {
    await fsx.unlink(mark).catch(() => undefined)
  }
}

async function isStale(fsx: Fsx, path: string, now: () => Instant): Promise<boolean> {
  const other = await readOwner(fsx, path)
  // Locks appear whole, so an unreadable one is no half-written lock but the remains of a damaged disk.
  if (other === null) return true
  if (other.host !== hostname()) return isOlder(fsx, path, SILENT_MS, now)
  return !isAlive(other)
}

async function readOwner(fsx: Fsx, path: string): Promise<Owner | null> {
  try {
    const bytes = await readSmallFile(fsx, path, 10_000)
    return bytes === null ? null : owner.parse(JSON.parse(bytes.toString('utf8')))
  } catch (error) {
    const code = systemCodeOf(error)
    if (code === null || code === 'ENOENT') return null
    throw error
  }
}

function isAlive({ pid, pidStart }: Owner): boolean {
  try {
    process.kill(pid, 0)
  } catch (error) {
    if (systemCodeOf(error) === 'ESRCH') return false
  }
  if (statOf(pid)?.[0] === 'Z') return false
  return pidStart === null || startOf(pid) === pidStart
}

/** When a process started, in ticks since boot together with the boot itself: Linux only. */
function startOf(pid: number): string | null {
  const start = statOf(pid)?.[19]
  try {
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()
    return start === undefined ? null : `${boot}/${start}`
  } catch {
    return null
  }
}

/** State, parent and so on of a process, from field 3 of proc(5): the name before may hold spaces and brackets. */
function statOf(pid: number): readonly string[] | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  } catch {
    return null
  }
}

async function isOlder(fsx: Fsx, path: string, ageMs: number, now: () => Instant): Promise<boolean> {
  try {
    const { mtimeMs } = await fsx.lstat(path)
    return Date.parse(now()) - Number(mtimeMs) > ageMs
  } catch {
    return false
  }
}

function hold(fsx: Fsx, path: string, self: Owner, wasStale: boolean): FolderLock {
  const isHeld = async () => (await readOwner(fsx, path))?.nonce === self.nonce
  const heartbeat = setInterval(() => void fsx.touch(path, new Date()).catch(() => undefined), HEARTBEAT_MS)
  heartbeat.unref()
  return {
    wasStale,
    isHeld,
    async release() {
      clearInterval(heartbeat)
      if (await isHeld().catch(() => false)) await fsx.unlink(path).catch(() => undefined)
    }
  }
}
