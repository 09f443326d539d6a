import { execFile } from 'node:child_process'
import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, it } from 'vitest'
import { executableName } from '../../scripts/official-electron.mjs'
import { temporaryFolder } from './temporary-folder.ts'

const run = promisify(execFile)
const isRoot = process.getuid?.() === 0

/** A stand-in that prints its arguments, one a line, and ends with code 7. */
async function fakeElectron() {
  const dist = await temporaryFolder()
  const executable = join(dist, executableName())
  await mkdir(dirname(executable), { recursive: true })
  await writeFile(executable, `#!/bin/sh\nprintf '%s\\n' "$@"\nexit 7\n`, { mode: 0o755 })
  return dist
}

describe.skipIf(process.platform === 'win32')('start', () => {
  it('opens this checkout, passes arguments and exit code on, and drops the sandbox only for root', async () => {
    const started = run(process.execPath, ['scripts/start.mjs', '--lang=zh-CN', 'a file.pdf'], {
      // The virtual display has its own test.
      env: { ...process.env, DISPLAY: ':0', ELECTRON_OVERRIDE_DIST_PATH: await fakeElectron() }
    })
    await expect(started).rejects.toMatchObject({
      code: 7,
      stdout: [...(isRoot ? ['--no-sandbox'] : []), process.cwd(), '--lang=zh-CN', 'a file.pdf', ''].join(
        '\n'
      ),
      stderr: isRoot ? expect.stringContaining('--no-sandbox') : expect.not.stringContaining('--no-sandbox')
    })
  })
})
