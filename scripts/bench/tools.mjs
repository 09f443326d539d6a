// The programs beside which Closeout is measured, and the one that judges what comes out.
import { execFile } from 'node:child_process'
import { stat } from 'node:fs/promises'
import { promisify } from 'node:util'

const run = promisify(execFile)
const MOST_OUTPUT = 2 ** 26

/** @param {string} program */
export async function isInstalled(program) {
  return run('sh', ['-c', `command -v "$1"`, 'sh', program]).then(
    () => true,
    () => false
  )
}

/** @param {string} program @param {readonly string[]} args @param {import('node:child_process').ExecFileOptions} [options] */
export async function ask(program, args, options = {}) {
  const { stdout } = await run(program, args, { ...options, maxBuffer: MOST_OUTPUT, encoding: 'utf8' })
  return String(stdout).trim()
}

/** `qpdf --check` decodes every picture: seconds for so much, many minutes for a pack of a gigabyte. */
const LARGEST_DECODED_BYTES = 20_000_000

/**
 * A fast wrong answer must not win.
 *
 * @param {string} path
 * @param {{ pages: number, strict?: boolean }} expected `strict` has every object and every stream read: any
 * warning of qpdf is a failure
 */
export async function expectPages(path, { pages, strict = false }) {
  if (strict) {
    const { size } = await stat(path)
    const whole = ['--stream-data=preserve', path, '/dev/null']
    await ask('qpdf', size > LARGEST_DECODED_BYTES ? whole : ['--check', path])
  }
  const found = Number(await ask('qpdf', ['--show-npages', path]))
  if (found !== pages) throw new Error(`${path} has ${found} pages and not ${pages}`)
}
