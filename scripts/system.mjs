// What the app and its tests need of the system: libraries, commands and a display.
import { spawn } from 'node:child_process'
import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'
import { runQuietly } from './child.mjs'
import { Refusal } from './script.mjs'

/** What Electron's executable links against, or opens while it runs (libXss), and a bare Debian does not have. */
const ELECTRON_PACKAGES = ['libgtk-3-0', 'libnss3', 'libasound2', 'libgbm1', 'libxss1']

/** Debian's package for each command that somebody here asks for. */
const PACKAGE_OF = {
  Xvfb: 'xvfb',
  qpdf: 'qpdf',
  pdftotext: 'poppler-utils',
  mutool: 'mupdf-tools',
  gs: 'ghostscript',
  exiftool: 'libimage-exiftool-perl',
  img2pdf: 'img2pdf'
}

const X_SERVER = 'Xvfb'

/** The independent judges of a made PDF and of the pictures in it. */
export const PDF_JUDGES = /** @type {const} */ (['qpdf', 'pdftotext', 'mutool', 'gs', 'exiftool'])

/** @typedef {keyof typeof PACKAGE_OF} Command */

/**
 * Sees to it that the system has what is needed: installs it as root on Debian, else names the command to do so.
 *
 * @param {{ executable?: string, commands?: readonly Command[] }} needs `executable` is Electron's
 */
export async function ensureSystem({ executable, commands = [] }) {
  // An executable is asked for to open windows; the display's package then comes along in the same go.
  /** @type {readonly Command[]} */
  const wanted = executable !== undefined && lacksDisplay() ? [...commands, X_SERVER] : commands
  const missingCommands = wanted.filter((command) => !hasCommand(command))
  const packages = missingCommands.map((command) => PACKAGE_OF[command])
  if (executable !== undefined && (await lacksLibraries(executable))) packages.push(...ELECTRON_PACKAGES)
  if (packages.length === 0) return

  if (!hasCommand('apt-get')) {
    throw new Refusal(
      `This system lacks what Debian calls: ${packages.join(' ')}. Install them and start again.`
    )
  }
  const isRoot = process.getuid?.() === 0
  if (!isRoot)
    throw new Refusal(`Missing system packages. Install them with:\n  ${await installCommand(packages)}`)
  await install(packages)
}

/** @param {string} executable */
async function lacksLibraries(executable) {
  if (process.platform !== 'linux') return false
  const { output } = await runQuietly('ldd', [executable])
  return output.includes('not found')
}

/** @param {string} command */
function hasCommand(command) {
  return (process.env.PATH ?? '').split(delimiter).some((folder) => isExecutable(join(folder, command)))
}

/** @param {string} path */
function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/** @param {readonly string[]} packages */
async function installCommand(packages) {
  return `sudo apt-get update && sudo apt-get install -y --no-install-recommends ${(await asNamedHere(packages)).join(' ')}`
}

/** @param {readonly string[]} packages */
async function install(packages) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  // Another run, or the system's own updates, may hold the lock for a while.
  const patience = ['-o', 'DPkg::Lock::Timeout=300']
  await runQuietly('apt-get', ['update', '-qq', ...patience], { env })
  const names = await asNamedHere(packages)
  process.stderr.write(`Installing system packages: ${names.join(' ')} …\n`)
  const { code, output } = await runQuietly(
    'apt-get',
    ['install', '-y', '-qq', '--no-install-recommends', ...patience, ...names],
    { env }
  )
  if (code !== 0) throw new Refusal(`System packages could not be installed:\n${output.trim()}`)
}

/**
 * Since the change to 64-bit time, Debian 13 and Ubuntu 24.04 call some libraries `…t64`.
 *
 * @param {readonly string[]} packages
 */
async function asNamedHere(packages) {
  return Promise.all(
    packages.map(async (name) => {
      const { code } = await runQuietly('apt-cache', ['show', '--quiet', `${name}t64`])
      return code === 0 ? `${name}t64` : name
    })
  )
}

/** Whether windows have nowhere to appear. */
export function lacksDisplay() {
  return process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY
}

/**
 * Gives `work` an environment with a display: the one that is there, or else a virtual one for as long as it takes.
 *
 * @template T
 * @param {(env: NodeJS.ProcessEnv) => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withDisplay(work) {
  if (!lacksDisplay()) return work(process.env)
  await ensureSystem({ commands: [X_SERVER] })
  const { display, stop } = await startXvfb()
  try {
    return await work({ ...process.env, DISPLAY: display })
  } finally {
    await stop()
  }
}

/** @returns {Promise<{ display: string, stop: () => Promise<void> }>} */
async function startXvfb() {
  // Without -noreset the server starts anew whenever its last window closes, and refuses those who come meanwhile.
  const command = [
    X_SERVER,
    '-displayfd',
    '3',
    '-screen',
    '0',
    '1600x1000x24',
    '-nolisten',
    'tcp',
    '-noreset'
  ]
  // The kernel then ends the server with this process, also when that is killed and can end nothing any more.
  if (hasCommand('setpriv')) command.unshift('setpriv', '--pdeathsig', 'TERM')
  const [program = X_SERVER, ...args] = command
  // Detached from the terminal: its Ctrl-C is for the windows, which need the server for as long as they close.
  const server = spawn(program, args, { detached: true, stdio: ['ignore', 'ignore', 'ignore', 'pipe'] })
  const ended = new Promise((resolve) => server.once('close', resolve))
  const stop = async () => {
    process.off('exit', kill)
    kill()
    await ended
  }
  const kill = () => void server.kill()
  process.on('exit', kill)
  const number = await new Promise((resolve, reject) => {
    let said = ''
    // Xvfb picks a free number itself and writes it, with a newline, once it takes connections.
    server.stdio[3]?.on('data', (chunk) => {
      said += chunk
      if (said.includes('\n')) resolve(said.trim())
    })
    server.once('error', reject)
    server.once('exit', (code) =>
      reject(new Refusal(`The virtual display (Xvfb) ended at once, with code ${code}.`))
    )
  })
  process.stderr.write(`No display: windows are drawn on a virtual one (Xvfb :${number}).\n`)
  return { display: `:${number}`, stop }
}
