// Everything that proves the app: checks, unit tests, tests in real Electron. Arguments pick tests, for vitest,
// and leave the checks out.
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ensureBuilt } from './build-freshness.mjs'
import { checkAll } from './check.mjs'
import { runInPlace, toolScript } from './child.mjs'
import { electronRuntime } from './electron-runtime.mjs'
import { isMain, PROJECT, runScript } from './script.mjs'
import { ensureSystem, PDF_JUDGES, withDisplay } from './system.mjs'

/** Real windows come after the rest: they would wait for it. */
const VITEST_RUNS = [['unit', 'page'], ['e2e']]

/** @typedef {{ passed: number, failed: number }} Tally */

/** @param {string[]} args */
async function test(args) {
  const picks = args.filter((argument) => argument !== '--')
  const startedAt = performance.now()
  if (picks.length === 0 && !(await checkAll({ fix: false }))) return 1
  const { executable } = await electronRuntime()
  await ensureSystem({ executable, commands: PDF_JUDGES })
  await ensureBuilt()
  const { passed, failed } = await withDisplay((env) =>
    runProjects(picks, { ...env, CLOSEOUT_ELECTRON: executable })
  )
  process.stdout.write(`\n${Math.round((performance.now() - startedAt) / 1000)} s in all\n`)
  if (passed + failed === 0) process.stdout.write('No test ran.\n')
  process.stdout.write(`${passed} passed, ${failed} failed\n`)
  return failed > 0 || passed === 0 ? 1 : 0
}

/**
 * @param {readonly string[]} picks
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<Tally>}
 */
async function runProjects(picks, env) {
  // vitest adds up the projects it is told: one that is picked by name must stay the only one.
  const isPicked = picks.some((pick) => pick.startsWith('--project'))
  const runs = isPicked
    ? [picks]
    : VITEST_RUNS.map((projects) => [...projects.map((project) => `--project=${project}`), ...picks])
  const sum = { passed: 0, failed: 0 }
  for (const args of runs) {
    const { passed, failed } = await runVitest(args, env)
    sum.passed += passed
    sum.failed += failed
  }
  return sum
}

/**
 * @param {readonly string[]} args
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<Tally>}
 */
async function runVitest(args, env) {
  const folder = await mkdtemp(join(tmpdir(), 'closeout-tests-'))
  try {
    const report = join(folder, 'report.json')
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
    const code = await runInPlace(
      process.execPath,
      [toolScript('vitest'), 'run', ...reporters, '--passWithNoTests', ...args],
      { cwd: PROJECT, env }
    )
    const written = await readFile(report, 'utf8').catch(() => null)
    const tally = written === null ? { passed: 0, failed: 0 } : tallyOf(JSON.parse(written))
    // vitest can fail without a failed test: an error outside of any test, or an end before the report.
    return code !== 0 && tally.failed === 0 ? { ...tally, failed: 1 } : tally
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
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
