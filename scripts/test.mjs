// Everything that proves the app: checks, unit tests, tests in real Electron. Arguments pick tests, for vitest,
// and leave the checks out.
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { ensureBuilt } from './build-freshness.mjs'
import { checkAll } from './check.mjs'
import { runInPlace, toolScript } from './child.mjs'
import { electronRuntime } from './electron-runtime.mjs'
import { withScratchFolder } from './scratch-folder.mjs'
import { isMain, PROJECT, runScript } from './script.mjs'
import { ensureSystem, PDF_JUDGES, withDisplay } from './system.mjs'

/** Most of what the tests have on the disk at one time: papers of gigabytes and packs of them. */
const SCRATCH_BYTES = 6 * 1024 ** 3

/** @typedef {{ passed: number, failed: number }} Tally */

/** @param {string[]} args */
async function test(args) {
  const picks = args.filter((argument) => argument !== '--')
  const startedAt = performance.now()
  // Beside the checks, which need the processor: most of this waits for the net.
  const prepared = prepare()
  // Waited for below, and the checks tell first what they found.
  prepared.catch(() => undefined)
  if (picks.length === 0 && !(await checkAll({ fix: false }))) return 1
  const executable = await prepared
  const { passed, failed } = await withDisplay((env) =>
    runVitest(picks, { ...env, CLOSEOUT_ELECTRON: executable })
  )
  process.stdout.write(`\n${Math.round((performance.now() - startedAt) / 1000)} s in all\n`)
  if (passed + failed === 0) process.stdout.write('No test ran.\n')
  process.stdout.write(`${passed} passed, ${failed} failed\n`)
  return failed > 0 || passed === 0 ? 1 : 0
}

/** Everything the tests need beside the sources. @returns {Promise<string>} Electron's executable */
async function prepare() {
  const { executable } = await electronRuntime()
  await ensureSystem({ executable, commands: PDF_JUDGES })
  await ensureBuilt()
  return executable
}

/**
 * Tests write where nothing waits for a disk: they sync thousands of files and prove nothing about one.
 *
 * @param {readonly string[]} picks
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<Tally>}
 */
function runVitest(picks, env) {
  return withScratchFolder({ neededBytes: SCRATCH_BYTES }, async (scratch) => {
    const report = join(scratch, 'report.json')
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
    const code = await runInPlace(
      process.execPath,
      [toolScript('vitest'), 'run', ...reporters, '--passWithNoTests', ...picks],
      { cwd: PROJECT, env: { ...env, TMPDIR: scratch } }
    )
    const written = await readFile(report, 'utf8').catch(() => null)
    const tally = written === null ? { passed: 0, failed: 0 } : tallyOf(JSON.parse(written))
    // vitest can fail without a failed test: an error outside of any test, or an end before the report.
    return code !== 0 && tally.failed === 0 ? { ...tally, failed: 1 } : tally
  })
}

/**
 * A file that cannot even be loaded has no tests to count; it counts as one failed.
 *
 * @param {import('vitest/node').JsonTestResults} report
 * @returns {Tally}
 */
export function tallyOf({ numPassedTests, numFailedTests, testResults }) {
  const unloadable = testResults.filter(
    ({ status, assertionResults }) =>
      status === 'failed' && !assertionResults.some((result) => result.status === 'failed')
  )
  return { passed: numPassedTests, failed: numFailedTests + unloadable.length }
}

if (isMain(import.meta.url)) await runScript(test)
