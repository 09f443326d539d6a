// Builds only when a source has changed since the last build.
import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { runQuietly, toolScript } from './child.mjs'
import { PROJECT, Refusal } from './script.mjs'

const SOURCES = [
  'src',
  'resources',
  'electron.vite.config.ts',
  'tsconfig.base.json',
  'package.json',
  'package-lock.json'
]

const ENTRIES = ['main/index.js', 'main/closeout.js', 'preload/index.cjs', 'renderer/index.html']

/** @param {string} [project] folder of the checkout */
export async function ensureBuilt(project = PROJECT) {
  const stamp = join(project, 'out', 'sources.sha256')
  // Taken before the build: a source saved while it runs makes the next start build again.
  const fingerprint = await sourcesFingerprint(project)
  if (await isFresh(project, stamp, fingerprint)) return
  await rm(stamp, { force: true })
  process.stderr.write('Building …\n')
  const { code, output } = await runQuietly(process.execPath, [toolScript('electron-vite'), 'build'], {
    cwd: project
  })
  if (code !== 0) throw new Refusal(`${output.trim()}\nThe build failed.`)
  await mkdir(dirname(stamp), { recursive: true })
  await writeFile(stamp, fingerprint)
}

/**
 * @param {string} project
 * @param {string} stamp
 * @param {string} fingerprint
 */
async function isFresh(project, stamp, fingerprint) {
  if (!ENTRIES.every((entry) => existsSync(join(project, 'out', entry)))) return false
  return (await readFile(stamp, 'utf8').catch(() => '')) === fingerprint
}

/**
 * Names, times and sizes of all sources. A list, not the newest time: a file that was deleted, or brought back
 * with its old time, changes it as well.
 *
 * @param {string} project
 */
async function sourcesFingerprint(project) {
  const hash = createHash('sha256')
  for (const source of SOURCES) {
    for (const file of await filesIn(join(project, source))) {
      const { mtimeMs, size } = await stat(file)
      hash.update(`${file}\0${mtimeMs}\0${size}\n`)
    }
  }
  return hash.digest('hex')
}

/**
 * @param {string} path a file or a folder; what is not there has no files
 * @returns {Promise<string[]>}
 */
async function filesIn(path) {
  const found = await stat(path).catch(() => null)
  if (found === null) return []
  if (found.isFile()) return [path]
  const entries = await readdir(path, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
}
