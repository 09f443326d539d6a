// Which software of others the app brings along, with its licences: read from the installed packages themselves.
import { existsSync, readdirSync, readFileSync, realpathSync } from 'node:fs'
import { dirname, join, sep } from 'node:path'

/** @typedef {{ name: string, version: string, licence: string, text: string | null }} Licence */

/** What the app brings beside: its frame, what is built into main, and the faces of the record pack. */
const BESIDES = [
  'electron',
  'zod',
  '@embedpdf/pdfium',
  '@expo-google-fonts/noto-sans',
  '@expo-google-fonts/noto-sans-sc'
]

/**
 * The folder of the package a bundled file belongs to; null for a file of our own.
 *
 * @param {string} moduleId
 */
export function packageFolder(moduleId) {
  const path = moduleId.replace(/^\0/, '').replace(/\?.*$/, '')
  const at = path.lastIndexOf(`${sep}node_modules${sep}`)
  if (at === -1) return null
  const root = path.slice(0, at + `${sep}node_modules${sep}`.length)
  const [first = '', second = ''] = path.slice(root.length).split(sep)
  return join(root, first.startsWith('@') ? join(first, second) : first)
}

/**
 * Folders of what main needs at run time: its dependencies and theirs, native parts for this system included.
 *
 * @param {string} project
 */
export function shippedFolders(project) {
  /** @type {Set<string>} */
  const found = new Set()
  /** @param {string} name @param {string} from */
  const add = (name, from) => {
    const folder = installedFolder(name, from)
    if (folder === null || found.has(folder)) return
    found.add(folder)
    for (const needed of needs(folder)) add(needed, folder)
  }
  for (const name of Object.keys(readManifest(project).dependencies ?? {})) add(name, project)
  for (const name of BESIDES) {
    const folder = installedFolder(name, project)
    if (folder !== null) found.add(folder)
  }
  return [...found]
}

/** @param {string} folder */
function needs(folder) {
  const { dependencies = {}, optionalDependencies = {} } = readManifest(folder)
  return Object.keys({ ...dependencies, ...optionalDependencies })
}

/**
 * Where a package would be found from a folder; null where it is not installed, as native parts for other systems are not.
 *
 * @param {string} name
 * @param {string} from
 */
function installedFolder(name, from) {
  for (let at = from; ; at = dirname(at)) {
    const folder = join(at, 'node_modules', name)
    if (existsSync(join(folder, 'package.json'))) return realpathSync(folder)
    if (dirname(at) === at) return null
  }
}

/**
 * @param {string} folder
 * @returns {{ name?: string, version?: string, license?: string, dependencies?: Record<string, string>, optionalDependencies?: Record<string, string> }}
 */
function readManifest(folder) {
  return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
}

/**
 * What these packages say of themselves, by name.
 *
 * @param {readonly string[]} folders
 * @returns {readonly Licence[]}
 */
export function licencesOf(folders) {
  /** @type {Map<string, Licence>} */
  const byName = new Map()
  for (const folder of folders) {
    const { name, version, license } = readManifest(folder)
    if (name === undefined || version === undefined || license === undefined)
      throw new Error(`${folder}: a package that is shipped must name its licence`)
    byName.set(`${name} ${version}`, { name, version, licence: license, text: licenceText(folder) })
  }
  return [...byName.values()].sort((a, b) => (a.name < b.name ? -1 : 1))
}

/** @param {string} folder */
function licenceText(folder) {
  // A package that brings software of others along has their licences beside its own.
  const files = readdirSync(folder).filter((name) => /^(?:licen[cs]e|copying)(?:[.-]|$)/i.test(name))
  const texts = files.sort().map((file) => readFileSync(join(folder, file), 'utf8').trim())
  return texts.length === 0 ? null : texts.join('\n\n')
}
