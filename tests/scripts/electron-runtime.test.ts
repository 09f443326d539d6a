import { execFile } from 'node:child_process'
import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, it } from 'vitest'
import { executableName } from '../../scripts/official-electron.mjs'
import { temporaryFolder } from './temporary-folder.ts'

const run = promisify(execFile)

function printRuntime(env: NodeJS.ProcessEnv = {}) {
  return run(process.execPath, ['scripts/electron-runtime.mjs'], { env: { ...process.env, ...env } })
}

describe('electron-runtime', () => {
  it('prints nothing but the path of an Electron that runs, and says on standard error which one', async () => {
    const { stdout, stderr } = await printRuntime()
    const executable = stdout.trimEnd()
    expect(stdout).toBe(`${executable}\n`)
    const version = await run(executable, ['-p', 'process.versions.electron'], {
      env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' }
    })
    expect(stderr).toMatch(
      new RegExp(`Electron ${version.stdout.trim()} \\((override|official|fallback)\\): `)
    )
  })

  it('takes the one that the environment names', async () => {
    const dist = await temporaryFolder()
    const executable = join(dist, executableName())
    await mkdir(dirname(executable), { recursive: true })
    await writeFile(executable, '')
    await writeFile(join(dist, 'version'), 'v41.0.0\n')
    const { stdout, stderr } = await printRuntime({ ELECTRON_OVERRIDE_DIST_PATH: dist })
    expect(stdout).toBe(`${executable}\n`)
    expect(stderr).toBe(`Electron 41.0.0 (override): ${executable}\n`)
  })

  it('refuses a named folder without an Electron, in a sentence', async () => {
    const dist = await temporaryFolder()
    await expect(printRuntime({ ELECTRON_OVERRIDE_DIST_PATH: dist })).rejects.toMatchObject({
      code: 1,
      stdout: '',
      stderr: `There is no Electron in ${dist}: ${join(dist, executableName())} is missing.\n`
    })
  })
})
