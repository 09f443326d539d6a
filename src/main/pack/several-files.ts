import { mkdir, readdir, rename, rm, unlink } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { besides, isTaken, linkOnce, syncFolder } from './write/published-name.ts'
import { failureOf, TargetFailure } from './write/target-failure.ts'

/** Complete files that have no name of their own yet, in a folder that nobody else looks into. */
export interface DraftFolder {
  readonly path: string
  readonly pathOf: (fileName: string) => string
  readonly discard: () => Promise<void>
}

/** @param path in the folder where the files are to be, so that naming them moves no bytes */
export async function createDraftFolder(
  targetPath: string,
  path = besides(targetPath)
): Promise<DraftFolder> {
  try {
    await mkdir(path, { mode: 0o700 })
  } catch (error) {
    throw failureOf(error, 'target-unwritable')
  }
  return {
    path,
    pathOf: (fileName) => join(path, fileName),
    discard: () => rm(path, { recursive: true, force: true })
  }
}

/** Refuses where one of the files would take the place of another one. */
export async function expectFree(folder: string, fileNames: readonly string[]): Promise<void> {
  for (const fileName of fileNames) {
    if (await isTaken(join(folder, fileName))) throw new TargetFailure('target-exists')
  }
}

/** Refuses where the new folder is one that has something in it already. */
export async function expectNewFolder(path: string): Promise<void> {
  try {
    if ((await readdir(path)).length > 0) throw new TargetFailure('target-exists')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw failureOf(error, 'target-exists')
  }
}

/**
 * Gives all files their names, or none: after a failure those that were there before are there again.
 * @param replace whether others of their names may be replaced
 */
export async function publishFiles(
  draft: DraftFolder,
  folder: string,
  fileNames: readonly string[],
  replace: boolean
): Promise<void> {
  const undo: (() => Promise<void>)[] = []
  try {
    for (const fileName of fileNames) {
      const target = join(folder, fileName)
      if (replace && (await isTaken(target))) {
        const aside = draft.pathOf(`${basename(fileName)}.old`)
        await rename(target, aside)
        undo.unshift(() => rename(aside, target))
      }
      await linkOnce(draft.pathOf(fileName), target)
      undo.unshift(() => unlink(target))
    }
    await syncFolder(folder)
  } catch (error) {
    for (const step of undo) await step().catch(() => undefined)
    throw failureOf(error, 'write-failed')
  }
}

/** Makes the draft the new folder; where there is one already, its files come beside what is in it. */
export async function publishFolder(
  draft: DraftFolder,
  folder: string,
  fileNames: readonly string[],
  replace: boolean
): Promise<void> {
  if (await isTaken(folder)) return publishFiles(draft, folder, fileNames, replace)
  try {
    await rename(draft.path, folder)
    await syncFolder(dirname(folder))
  } catch (error) {
    throw failureOf(error, 'write-failed')
  }
}
