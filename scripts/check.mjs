// Types, lint, format, dead code: all that can be said without running the app. `--fix` repairs what can be repaired.
import { runQuietly, toolScript } from './child.mjs'
import { isMain, PROJECT, runScript } from './script.mjs'

/** @typedef {{ what: string, tool: string, of?: string, args: readonly string[], fixArgs?: readonly string[] }} Check */

/** The slow ones first, so that the two that run side by side end about together. @type {readonly Check[]} */
const CHECKS = [
  // vue-tsc is tsc that also reads .vue files; -b builds every folder's tsconfig, which keeps the layers apart.
  { what: 'types', tool: 'vue-tsc', args: ['-b'] },
  {
    what: 'lint',
    tool: 'eslint',
    args: ['.', '--max-warnings', '0'],
    fixArgs: ['.', '--max-warnings', '0', '--fix']
  },
  { what: 'types of the scripts', tool: 'tsc', of: 'typescript', args: ['-p', 'scripts'] },
  { what: 'format', tool: 'prettier', args: ['--check', '.'], fixArgs: ['--write', '.'] },
  { what: 'layers', tool: 'vitest', args: ['run', '--project', 'unit', 'tests/layers.test.ts'] },
  { what: 'dead code', tool: 'knip', args: [] }
]

/**
 * Runs them all, also when one has failed: a person wants to see everything that is wrong at once.
 *
 * @param {{ fix: boolean }} options
 * @returns {Promise<boolean>} whether all is well
 */
export async function checkAll({ fix }) {
  const queue = [...CHECKS]
  let isWell = true
  const work = async () => {
    for (let check = queue.shift(); check !== undefined; check = queue.shift()) {
      isWell = (await runCheck(check, fix)) && isWell
    }
  }
  // `--fix` rewrites files, which the others must not read half-way.
  await Promise.all(fix ? [work()] : [work(), work()])
  return isWell
}

/**
 * @param {Check} check
 * @param {boolean} fix
 */
async function runCheck({ what, tool, of, args, fixArgs }, fix) {
  const startedAt = performance.now()
  const script = toolScript(of ?? tool, tool)
  const { code, output } = await runQuietly(process.execPath, [script, ...((fix && fixArgs) || args)], {
    cwd: PROJECT,
    // Not '0' elsewhere: tsc takes any value for a yes.
    env: { ...process.env, ...(process.stdout.isTTY && { FORCE_COLOR: '1' }) }
  })
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1)
  process.stdout.write(`${code === 0 ? 'ok    ' : 'FAILED'} ${what} (${seconds} s)\n`)
  if (code !== 0) process.stdout.write(`${output.trim()}\n`)
  return code === 0
}

if (isMain(import.meta.url)) {
  await runScript(async (args) => ((await checkAll({ fix: args.includes('--fix') })) ? 0 : 1))
}
