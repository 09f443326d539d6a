import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chmod, mkdtemp, rm, statfs, writeFile } from 'node:fs/promises'
import { freemem, tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** Linux' file system in memory. */
const MEMORY = '/dev/shm'

/**
 * Gives `work` a folder that is gone afterwards: in memory where that has the room, else on the disk.
 *
 * @template T
 * @param {{ neededBytes: number }} options what `work` writes there at most
 * @param {(folder: string) => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withScratchFolder({ neededBytes }, work) {
  const inMemory = existsSync(MEMORY) ? await mkdtemp(join(MEMORY, 'closeout-')).catch(() => null) : null
  const isFit = inMemory !== null && (await hasRoom(neededBytes)) && (await runsPrograms(inMemory))
  const folder = isFit ? inMemory : await mkdtemp(join(tmpdir(), 'closeout-'))
  // For those too whom a test makes work without rights.
  await chmod(folder, 0o755)
  try {
    return await work(folder)
  } finally {
    for (const one of new Set([folder, ...(inMemory === null ? [] : [inMemory])]))
      await rm(one, { recursive: true, force: true, maxRetries: 10 })
  }
}

/** Twice as much must be free: programs need memory too. @param {number} neededBytes */
async function hasRoom(neededBytes) {
  const { bavail, bsize } = await statfs(MEMORY)
  return bavail * bsize > neededBytes && freemem() > 2 * neededBytes
}

/** Containers often forbid it there. @param {string} folder */
async function runsPrograms(folder) {
  const program = join(folder, 'program')
  await writeFile(program, '#!/bin/sh\n', { mode: 0o755 })
  return run(program)
    .then(
      () => true,
      () => false
    )
    .finally(() => rm(program))
}
