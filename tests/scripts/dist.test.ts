import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { promisify } from 'node:util'
import { describe, expect, it } from 'vitest'
import { temporaryFolder } from './temporary-folder.ts'

const run = promisify(execFile)

describe('dist', () => {
  it.skipIf(existsSync('node_modules/electron/dist'))(
    'packages no other than the official Electron unless told so',
    async () => {
      const empty = await temporaryFolder()
      const env = {
        ...process.env,
        XDG_CACHE_HOME: empty,
        electron_config_cache: empty,
        // Port 9 answers nobody: the download fails at once, on any machine.
        ELECTRON_MIRROR: 'http://127.0.0.1:9/'
      }
      await expect(run(process.execPath, ['scripts/dist.mjs'], { env })).rejects.toMatchObject({
        code: 1,
        stdout: '',
        stderr: expect.stringContaining('npm run dist -- --with-fallback-runtime')
      })
    }
  )

  it('refuses an option it does not know before it does anything', async () => {
    await expect(run(process.execPath, ['scripts/dist.mjs', '--no-sandbox'])).rejects.toMatchObject({
      code: 1,
      stderr: 'dist does not know --no-sandbox; its only option is --with-fallback-runtime.\n'
    })
  })
})
