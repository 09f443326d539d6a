import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { constants } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const FORWARDED = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])

/**
 * Path of the script behind a development tool's command, to be run by this Node itself: `.bin` holds shell
 * scripts on one system and `.cmd` files on another.
 *
 * @param {string} packageName
 * @param {string} [command] where it is not named as the package is
 */
export function toolScript(packageName, command = packageName) {
  const manifest = findManifest(packageName)
  const { bin } = JSON.parse(readFileSync(manifest, 'utf8'))
  return join(dirname(manifest), typeof bin === 'string' ? bin : bin[command])
}

/** @param {string} packageName */
function findManifest(packageName) {
  return fileURLToPath(new URL(`../node_modules/${packageName}/package.json`, import.meta.url))
}

/**
 * Runs a program as if it were this one: same terminal, its exit code is the answer, signals are passed on.
 *
 * @param {string} command
 * @param {readonly string[]} args
 * @param {import('node:child_process').SpawnOptions} [options]
 * @returns {Promise<number>}
 */
export function runInPlace(command, args, options = {}) {
  const child = spawn(command, args, { stdio: 'inherit', ...options })
  // Ctrl-C reaches the child by itself; listening keeps this process alive until the child has closed in peace.
  const forward = FORWARDED.map((signal) => {
    const listener = () => void (signal !== 'SIGINT' && child.kill(signal))
    process.on(signal, listener)
    return () => process.off(signal, listener)
  })
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code, signal) => {
      for (const stop of forward) stop()
      resolve(code ?? 128 + constants.signals[/** @type {NodeJS.Signals} */ (signal)])
    })
  })
}

/**
 * Runs a program and keeps what it says.
 *
 * @param {string} command
 * @param {readonly string[]} args
 * @param {import('node:child_process').SpawnOptions} [options]
 * @returns {Promise<{ code: number, output: string }>}
 */
export function runQuietly(command, args, options = {}) {
  const child = spawn(command, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] })
  /** @type {Buffer[]} */
  const chunks = []
  child.stdout?.on('data', (chunk) => chunks.push(chunk))
  child.stderr?.on('data', (chunk) => chunks.push(chunk))
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code) =>
      resolve({ code: code ?? 1, output: Buffer.concat(chunks).toString('utf8') })
    )
  })
}
