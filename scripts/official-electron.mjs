// The binary that belongs to the `electron` devDependency. Its npm package holds none: it comes from GitHub.
import { execFile } from 'node:child_process'
import { cp, mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { basename, delimiter, dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { madeOnce } from './made-once.mjs'

const run = promisify(execFile)

/** 120 MB on a slow line; a host that does not answer makes the download itself give up after about 10 s. */
const DOWNLOAD_TIMEOUT_MS = 10 * 60 * 1000

const FAILURE_REMEMBERED_MS = 6 * 60 * 60 * 1000

/** Where the executable lies inside an unpacked Electron. */
export function executableName() {
  if (process.platform === 'darwin') return 'Electron.app/Contents/MacOS/Electron'
  return process.platform === 'win32' ? 'electron.exe' : 'electron'
}

/**
 * @typedef {object} OfficialOptions
 * @property {string} electronPackage folder of the installed `electron` package
 * @property {string} cache folder for the unpacked binary and the note of a failed attempt
 * @property {boolean} rememberFailure whether a download that failed lately is left alone
 * @property {(line: string) => void} say
 *
 * @param {OfficialOptions} options
 * @returns {Promise<string | null>} the folder of the unpacked binary; null when it cannot be had
 */
export async function officialElectron({ electronPackage, cache, rememberFailure, say }) {
  const { version } = JSON.parse(await readFile(join(electronPackage, 'package.json'), 'utf8'))
  const installed = join(electronPackage, 'dist')
  if (await isInstalled(electronPackage, version)) return installed

  const note = join(cache, `electron-${version}-download-failed`)
  if (rememberFailure && (await isRecent(note))) {
    say(`Official Electron ${version}: its download failed lately, so it is not tried now (${note}).`)
    return null
  }
  try {
    const folder = join(cache, `electron-${version}-${process.platform}-${process.arch}`)
    const dist = await madeOnce(folder, (draft) => {
      say(`Downloading Electron ${version} …`)
      return download(electronPackage, draft)
    })
    await rm(note, { force: true })
    return dist
  } catch (error) {
    say(`Official Electron ${version} cannot be downloaded: ${firstLine(error)}`)
    await mkdir(cache, { recursive: true })
    await writeFile(note, `${firstLine(error)}\n`)
    return null
  }
}

/**
 * The package's own install script unpacks into the folder it lies in and writes `path.txt` last.
 *
 * @param {string} electronPackage
 * @param {string} version
 */
async function isInstalled(electronPackage, version) {
  try {
    const executable = await readFile(join(electronPackage, 'path.txt'), 'utf8')
    const unpacked = await readFile(join(electronPackage, 'dist', 'version'), 'utf8')
    await stat(join(electronPackage, 'dist', executable))
    return unpacked.replace(/^v/, '') === version
  } catch {
    return false
  }
}

/**
 * Runs a copy of the install script, so that two runs never unpack into the same folder and an interrupted
 * one leaves nothing that looks installed.
 *
 * @param {string} electronPackage
 * @param {string} draft
 */
async function download(electronPackage, draft) {
  const copy = join(draft, 'installer')
  await cp(electronPackage, copy, {
    recursive: true,
    filter: (source) =>
      dirname(source) !== electronPackage || !['dist', 'node_modules'].includes(basename(source))
  })
  const modules = [join(electronPackage, 'node_modules'), dirname(electronPackage)]
  await run(process.execPath, [join(copy, 'install.js')], {
    env: { ...process.env, NODE_PATH: modules.join(delimiter) },
    timeout: DOWNLOAD_TIMEOUT_MS
  })
  for (const name of await readdir(join(copy, 'dist')))
    await rename(join(copy, 'dist', name), join(draft, name))
  await rm(copy, { recursive: true })
  await stat(join(draft, executableName()))
}

/** @param {string} note */
async function isRecent(note) {
  const { mtimeMs } = await stat(note).catch(() => ({ mtimeMs: -Infinity }))
  const ageMs = Date.now() - mtimeMs
  return ageMs >= 0 && ageMs < FAILURE_REMEMBERED_MS
}

/** @param {unknown} error */
function firstLine(error) {
  const { stderr, message } = /** @type {{ stderr?: string, message?: string }} */ (error)
  const lines = (stderr || message || String(error)).split('\n').map((line) => line.trim())
  return lines.find((line) => line !== '') ?? 'no reason given'
}
