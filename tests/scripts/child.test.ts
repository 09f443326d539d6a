import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { describe, expect, it } from 'vitest'
import { runInPlace, runQuietly } from '../../scripts/child.mjs'

describe('runInPlace', () => {
  it('answers the exit code', async () => {
    expect(await runInPlace(process.execPath, ['-e', 'process.exit(7)'])).toBe(7)
  })

  it('answers an end by a signal as a shell does', async () => {
    expect(await runInPlace(process.execPath, ['-e', `process.kill(process.pid, 'SIGKILL')`])).toBe(128 + 9)
  })

  it('fails on a program that is not there', async () => {
    await expect(runInPlace('/no/such/program', [])).rejects.toMatchObject({ code: 'ENOENT' })
  })

  it.each(['SIGTERM', 'SIGHUP'] as const)('passes %s on and ends after its child', async (signal) => {
    const child = `process.on('${signal}', () => { console.log('child: ${signal}'); process.exit(3) })
      setInterval(() => {}, 1000); console.log('ready')`
    const parent = `import { runInPlace } from './scripts/child.mjs'
      process.exitCode = await runInPlace(process.execPath, ['-e', ${JSON.stringify(child)}])`
    const running = spawn(process.execPath, ['--input-type=module', '-e', parent], {
      stdio: ['ignore', 'pipe', 'inherit']
    })
    let said = ''
    running.stdout.on('data', (chunk) => {
      said += chunk
      if (said === 'ready\n') running.kill(signal)
    })
    expect(await once(running, 'close')).toEqual([3, null])
    expect(said).toBe(`ready\nchild: ${signal}\n`)
  })
})

describe('runQuietly', () => {
  it('keeps what was said on both outputs', async () => {
    const { code, output } = await runQuietly(process.execPath, [
      '-e',
      `console.error('один'); process.exit(2)`
    ])
    expect({ code, output }).toEqual({ code: 2, output: 'один\n' })
  })
})
