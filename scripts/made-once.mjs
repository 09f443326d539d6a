// A folder that is costly to make and shared by every checkout of one user: either whole or absent.
import { mkdir, mkdtemp, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'

const STAMP = 'complete.json'

/** A draft is made in about a minute; one this old belongs to a run that was killed. */
const ABANDONED_AFTER_MS = 6 * 60 * 60 * 1000

/**
 * Answers `folder`, made by `make` unless it is there and whole.
 *
 * Each run makes its own draft beside the folder and renames it into place, so that runs at the same time
 * never see each other's half-made files; who comes second uses what the first has placed.
 *
 * @param {string} folder
 * @param {(draft: string) => Promise<void>} make fills the empty folder it is given
 * @returns {Promise<string>}
 */
export async function madeOnce(folder, make) {
  await mkdir(dirname(folder), { recursive: true })
  await removeAbandonedDrafts(folder)
  if (await isWhole(folder)) return folder
  const draft = await mkdtemp(draftPrefix(folder))
  try {
    await make(draft)
    await writeStamp(draft)
    await place(draft, folder)
  } finally {
    await rm(draft, { recursive: true, force: true })
  }
  return folder
}

/**
 * The stamp is written last and names every file with its size: a folder cut short by a full disk, a kill or
 * a cleaner is found out by a few dozen `stat` calls, which is cheap enough for every start.
 *
 * @param {string} folder
 */
async function isWhole(folder) {
  try {
    const stamp = JSON.parse(await readFile(join(folder, STAMP), 'utf8'))
    const sizes = await Promise.all(
      Object.keys(stamp.sizeBytes).map(async (name) => (await stat(join(folder, name))).size)
    )
    return sizes.length > 0 && Object.values(stamp.sizeBytes).every((size, i) => size === sizes[i])
  } catch {
    return false
  }
}

/** @param {string} draft */
async function writeStamp(draft) {
  const entries = await readdir(draft, { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
  const sizes = await Promise.all(
    files.sort().map(async (file) => [file.slice(draft.length + 1), (await stat(file)).size])
  )
  const text = `${JSON.stringify({ sizeBytes: Object.fromEntries(sizes) }, null, 2)}\n`
  await writeFile(join(draft, STAMP), text, { flush: true })
}

/**
 * Puts the draft in its place, unless another run was faster.
 *
 * @param {string} draft
 * @param {string} folder
 */
async function place(draft, folder) {
  for (let triesLeft = 20; ; triesLeft -= 1) {
    try {
      return await rename(draft, folder)
    } catch (error) {
      if (await isWhole(folder)) return
      if (triesLeft === 0) throw error
      await clearAway(folder)
    }
  }
}

/**
 * Removes something broken. It is moved aside first and looked at once more: another run may have put a whole one
 * there since the last look, and that one goes back.
 *
 * @param {string} folder
 */
async function clearAway(folder) {
  const aside = await mkdtemp(draftPrefix(folder))
  const moved = join(aside, 'moved')
  try {
    await rename(folder, moved)
    if (await isWhole(moved)) await rename(moved, folder)
  } catch {
    // Another run was faster in moving it away, or in placing its own; the next try to place finds out.
  } finally {
    await rm(aside, { recursive: true, force: true })
  }
}

/** @param {string} folder */
async function removeAbandonedDrafts(folder) {
  const prefix = basename(draftPrefix(folder))
  for (const name of await readdir(dirname(folder))) {
    if (!name.startsWith(prefix)) continue
    const path = join(dirname(folder), name)
    const { mtimeMs } = await stat(path).catch(() => ({ mtimeMs: Infinity }))
    if (Date.now() - mtimeMs > ABANDONED_AFTER_MS) await rm(path, { recursive: true, force: true })
  }
}

/** @param {string} folder */
function draftPrefix(folder) {
  return `${folder}.draft-`
}
