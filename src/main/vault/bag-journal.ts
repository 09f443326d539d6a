import { basename, dirname, join } from 'node:path'
import { z } from 'zod'
import { syncFolder, writeSynced } from '../atomic-write.ts'
import type { Fsx } from '../fsx.ts'
import {
  DOSSIER_PATH,
  EXHIBITS_PATH,
  isPayloadPath,
  placeIn,
  TAG_FILES,
  TAG_MANIFEST,
  WORK_PATH
} from './bag-layout.ts'
import { emptyFolder } from './folders.ts'
import { isThere } from './publish.ts'
import { readSmallFile } from './small-file.ts'
import { systemCodeOf } from './vault-failure.ts'

const JOURNAL_NAME = 'change.json'
export const INCOMING_PATH = `${WORK_PATH}/incoming`
export const STAGED_PATH = `${WORK_PATH}/staged`

const isIncoming = (path: string) => /^\.closeout\/incoming\/[0-9a-f]{64}(-\d{1,5})?$/.test(path)
const isExhibit = (path: string) => path !== DOSSIER_PATH && isPayloadPath(path)
const exhibitFile = z.string().refine(isExhibit)
const tagNames = [...TAG_FILES, TAG_MANIFEST, DOSSIER_PATH] as const

/** Also read back from folders that somebody else may have made: no other path passes. */
const journalSchema = z.strictObject({
  format: z.literal(1),
  moves: z.array(
    z.strictObject({ from: z.union([exhibitFile, z.string().refine(isIncoming)]), to: exhibitFile })
  ),
  replaces: z.array(z.enum(tagNames)),
  removes: z.array(exhibitFile)
})
type Journal = z.infer<typeof journalSchema>

export interface BagChange {
  /** Files on their way in, and exhibits whose number changed. */
  readonly moves: Journal['moves']
  /** Dossier and tag files, whole. */
  readonly files: ReadonlyMap<string, Buffer>
  readonly removes: readonly string[]
}

/**
 * Five files of a bag must change together. They are staged first; the journal is the commit point; what follows
 * are renames alone, which need no space and can be done again. A process killed before the journal changed
 * nothing, one killed after it is finished by whoever opens the folder next.
 */
export async function commitChange(fsx: Fsx, folder: string, change: BagChange): Promise<void> {
  const staged = placeIn(folder, STAGED_PATH)
  await emptyFolder(fsx, staged)
  for (const [path, bytes] of change.files) {
    await writeSynced(fsx, join(staged, stagedName(path)), bytes, 0o600)
  }
  await syncFolder(fsx, staged)
  const journal: Journal = {
    format: 1,
    moves: [...change.moves],
    replaces: tagNames.filter((name) => change.files.has(name)),
    removes: [...change.removes]
  }
  const waiting = join(staged, JOURNAL_NAME)
  await writeSynced(fsx, waiting, Buffer.from(JSON.stringify(journal)), 0o600)
  try {
    await fsx.rename(waiting, journalPath(folder))
    await syncFolder(fsx, placeIn(folder, WORK_PATH))
  } catch (error) {
    // The caller will be told that nothing was saved: so nothing may be.
    await fsx.unlink(journalPath(folder)).catch(() => undefined)
    throw error
  }
}

/** Finishes a committed change; does nothing where there is none. @returns false for a journal that is not ours */
export async function finishChange(fsx: Fsx, folder: string): Promise<boolean> {
  const journal = await readJournal(fsx, folder)
  if (journal === 'absent') return true
  if (journal === 'foreign') return false
  const place = (path: string) => placeIn(folder, path)
  for (const { from, to } of journal.moves) await renameIfThere(fsx, place(from), place(to))
  await syncFolder(fsx, place(EXHIBITS_PATH))
  for (const path of journal.replaces) {
    await renameIfThere(fsx, join(place(STAGED_PATH), stagedName(path)), place(path))
  }
  for (const path of journal.removes) await unlinkIfThere(fsx, place(path))
  for (const path of [EXHIBITS_PATH, dirname(EXHIBITS_PATH), '']) await syncFolder(fsx, place(path))
  await unlinkIfThere(fsx, journalPath(folder))
  await syncFolder(fsx, place(WORK_PATH))
  return true
}

export function hasChange(fsx: Fsx, folder: string): Promise<boolean> {
  return isThere(fsx, journalPath(folder))
}

async function readJournal(fsx: Fsx, folder: string): Promise<Journal | 'absent' | 'foreign'> {
  try {
    const bytes = await readSmallFile(fsx, journalPath(folder), 64 * 1024 * 1024)
    return bytes === null ? 'foreign' : journalSchema.parse(JSON.parse(bytes.toString('utf8')))
  } catch (error) {
    const code = systemCodeOf(error)
    if (code === 'ENOENT') return 'absent'
    if (code === null || code === 'ELOOP') return 'foreign'
    throw error
  }
}

function journalPath(folder: string): string {
  return placeIn(folder, `${WORK_PATH}/${JOURNAL_NAME}`)
}

function stagedName(path: string): string {
  return basename(path)
}

async function renameIfThere(fsx: Fsx, from: string, to: string): Promise<void> {
  try {
    await fsx.rename(from, to)
  } catch (error) {
    if (systemCodeOf(error) !== 'ENOENT') throw error
  }
}

async function unlinkIfThere(fsx: Fsx, path: string): Promise<void> {
  try {
    await fsx.unlink(path)
  } catch (error) {
    if (systemCodeOf(error) !== 'ENOENT') throw error
  }
}
