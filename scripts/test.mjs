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

const VITEST_PROJECTS = ['unit', 'e2e']

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
  const folder = await mkdtemp(join(tmpdir(), 'closeout-tests-'))
  const sum = { passed: 0, failed: 0 }
  try {
    for (const project of VITEST_PROJECTS) {
      const { passed, failed } = await runProject(project, {
        picks,
        env,
        report: join(folder, `${project}.json`)
      })
      sum.passed += passed
      sum.failed += failed
    }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
  return sum
}

/**
 * @param {string} project
 * @param {{ picks: readonly string[], env: NodeJS.ProcessEnv, report: string }} run
 * @returns {Promise<Tally>}
 */
async function runProject(project, { picks, env, report }) {
  const args = [
    'run',
    '--project',
    project,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`
  ]
  const code = await runInPlace(
    process.execPath,
    [toolScript('vitest'), ...args, '--passWithNoTests', ...picks],
    {
      cwd: PROJECT,
      env
    }
  )
  const written = await readFile(report, 'utf8').catch(() => null)
  const tally = written === null ? { passed: 0, failed: 0 } : tallyOf(JSON.parse(written))
  // vitest can fail without a failed test: an error outside of any test, or an end before the report.
  return code !== 0 && tally.failed === 0 ? { ...tally, failed: 1 } : tally
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
