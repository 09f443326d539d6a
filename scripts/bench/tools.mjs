// The programs beside which Closeout is measured, and the one that judges what comes out.
import { execFile } from 'node:child_process'
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

/**
 * A fast wrong answer must not win.
 *
 * @param {string} path
 * @param {{ pages: number, strict?: boolean }} expected `strict` has every object read
 */
export async function expectPages(path, { pages, strict = false }) {
  if (strict) await ask('qpdf', ['--check', path])
  const found = Number(await ask('qpdf', ['--show-npages', path]))
  if (found !== pages) throw new Error(`${path} has ${found} pages and not ${pages}`)
}
