// Finds the Electron to run: one that the environment names, the official binary, or the npm-held one.
// Run directly, it prints the path of the executable.
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { cacheFolder } from './cache-folder.mjs'
import { fallbackElectron, hasFallback } from './fallback-electron.mjs'
import { executableName, officialElectron } from './official-electron.mjs'
import { isMain, Refusal, runScript } from './script.mjs'

/**
 * @typedef {object} Runtime
 * @property {'override' | 'official' | 'fallback'} kind
 * @property {string} dist folder of the unpacked Electron
 * @property {string} executable
 * @property {string} version
 */

const ELECTRON_PACKAGE = dirname(fileURLToPath(import.meta.resolve('electron/package.json')))

/** @returns {Promise<Runtime>} */
export async function electronRuntime() {
  const runtime = await findRuntime()
  say(`Electron ${runtime.version} (${runtime.kind}): ${runtime.executable}`)
  return runtime
}

/** @returns {Promise<Runtime>} */
async function findRuntime() {
  const { ELECTRON_OVERRIDE_DIST_PATH: override } = process.env
  if (override) return runtimeIn(override, 'override')
  const official = await officialRuntime({ rememberFailure: hasFallback() })
  if (official !== null) return official
  if (!hasFallback()) {
    throw new Refusal(
      'Electron could not be downloaded. Set ELECTRON_OVERRIDE_DIST_PATH to the folder of an unpacked one.'
    )
  }
  return fallbackRuntime()
}

/**
 * @param {{ rememberFailure: boolean }} options
 * @returns {Promise<Runtime | null>}
 */
export async function officialRuntime({ rememberFailure }) {
  const dist = await officialElectron({
    electronPackage: ELECTRON_PACKAGE,
    cache: cacheFolder(),
    rememberFailure,
    say
  })
  return dist === null ? null : runtimeIn(dist, 'official')
}

/** @returns {Promise<Runtime>} */
export async function fallbackRuntime() {
  return runtimeIn(await fallbackElectron({ say }), 'fallback')
}

/**
 * @param {string} dist
 * @param {Runtime['kind']} kind
 * @returns {Runtime}
 */
function runtimeIn(dist, kind) {
  const executable = join(dist, executableName())
  if (!existsSync(executable)) throw new Refusal(`There is no Electron in ${dist}: ${executable} is missing.`)
  const versionFile = join(dist, 'version')
  const version = existsSync(versionFile)
    ? readFileSync(versionFile, 'utf8').trim().replace(/^v/, '')
    : 'of unknown version'
  return { kind, dist, executable, version }
}

/** Standard output belongs to the answer. @param {string} line */
function say(line) {
  process.stderr.write(`${line}\n`)
}

if (isMain(import.meta.url)) {
  await runScript(async () => {
    const { executable } = await electronRuntime()
    process.stdout.write(`${executable}\n`)
    return 0
  })
}
