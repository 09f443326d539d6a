import { randomBytes } from 'node:crypto'
import { readFile, rm } from 'node:fs/promises'
import { basename, dirname, isAbsolute, join } from 'node:path'
import { z } from 'zod'
import { replaceFile } from './atomic-write.ts'

/** Only names we give ourselves are ever removed, whatever the list says. */
const UNFINISHED_NAME = /^\.[0-9a-f]{16}\.partial$/
const listSchema = z.array(z.string()).max(1000)

/**
 * Where packs are being written right now. The list lies on the disk, so that a start after a power cut or a kill
 * finds the unfinished files beside their targets, in folders that are the user's and not ours, and removes them.
 */
export interface UnfinishedPacks {
  /** Runs `write` with a path beside the target that is on the list until it ends. */
  readonly during: <Answer>(
    targetPath: string,
    write: (unfinishedPath: string) => Promise<Answer>
  ) => Promise<Answer>
  /** Removes what an earlier run left. A file that cannot be removed now stays on the list. */
  readonly sweep: () => Promise<void>
}

export function createUnfinishedPacks(listPath: string): UnfinishedPacks {
  let paths: readonly string[] = []
  let saving: Promise<void> = Promise.resolve()
  const save = (next: readonly string[]) => {
    paths = next
    saving = saving.then(() => replaceFile(listPath, Buffer.from(JSON.stringify(next))))
    return saving
  }
  return {
    async during(targetPath, write) {
      const unfinished = join(dirname(targetPath), `.${randomBytes(8).toString('hex')}.partial`)
      await save([...paths, unfinished])
      try {
        return await write(unfinished)
      } finally {
        // A process that was ended could not remove its file itself.
        await remove(unfinished).catch(() => undefined)
        await save(paths.filter((path) => path !== unfinished))
      }
    },
    async sweep() {
      const left = await readList(listPath)
      const kept = await Promise.all(left.map(async (path) => ((await isRemoved(path)) ? [] : [path])))
      if (left.length > 0) await save(kept.flat())
    }
  }
}

async function readList(listPath: string): Promise<readonly string[]> {
  try {
    const listed = listSchema.parse(JSON.parse(await readFile(listPath, 'utf8')))
    return listed.filter((path) => isAbsolute(path) && UNFINISHED_NAME.test(basename(path)))
  } catch {
    // No list, or not ours: nothing of ours is known to be left.
    return []
  }
}

/** A pack of several files grows in a folder. */
function remove(path: string): Promise<void> {
  return rm(path, { recursive: true, force: true })
}

async function isRemoved(path: string): Promise<boolean> {
  try {
    await remove(path)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ENOENT'
  }
}
