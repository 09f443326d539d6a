import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { chmod, readFile, writeFile } from 'node:fs/promises'
import { createConnection } from 'node:net'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, it, vi } from 'vitest'
import { withDisplay } from '../../scripts/system.mjs'
import { temporaryFolder } from './temporary-folder.ts'

const run = promisify(execFile)
const isRoot = process.getuid?.() === 0

/** A system on which only the named commands exist; each writes its arguments into `calls`. */
async function bareSystem(commands: Readonly<Record<string, string>>) {
  const folder = await temporaryFolder()
  // Readable for the user without rights below.
  await chmod(folder, 0o755)
  const calls = join(folder, 'calls')
  for (const [name, body] of Object.entries(commands)) {
    await writeFile(join(folder, name), `#!/bin/sh\necho "${name} $*" >> ${calls}\n${body}\n`, {
      mode: 0o755
    })
  }
  return { path: folder, calls: () => readFile(calls, 'utf8') }
}

/** Asks for Xvfb and qpdf in a process of its own; `uid` is that of the asking user. */
function ensure(path: string, uid?: number) {
  const script = `
    import { ensureSystem } from './scripts/system.mjs'
    import { runScript } from './scripts/script.mjs'
    await runScript(async () => {
      process.env.PATH = ${JSON.stringify(path)}
      ${uid === undefined ? '' : `process.setuid(${uid})`}
      await ensureSystem({ commands: ['Xvfb', 'qpdf'] })
      return 0
    })`
  return run(process.execPath, ['--input-type=module', '-e', script])
}

describe.runIf(process.platform === 'linux')('ensureSystem', () => {
  it('asks for nothing where nothing is missing', async () => {
    const system = await bareSystem({ Xvfb: '', qpdf: '', 'apt-get': '' })
    expect(await ensure(system.path)).toEqual({ stdout: '', stderr: '' })
  })

  it.runIf(isRoot)('installs, as root, only what is missing, and says so in one line', async () => {
    const system = await bareSystem({ qpdf: '', 'apt-get': '', 'apt-cache': 'exit 100' })
    expect(await ensure(system.path)).toEqual({ stdout: '', stderr: 'Installing system packages: xvfb …\n' })
    expect(await system.calls()).toMatch(/^apt-get update .*\n(.*\n)*apt-get install -y .* xvfb\n$/)
  })

  it.runIf(isRoot)('takes the newer name of a package where there is one', async () => {
    const system = await bareSystem({ Xvfb: '', 'apt-get': '', 'apt-cache': '' })
    expect((await ensure(system.path)).stderr).toBe('Installing system packages: qpdft64 …\n')
  })

  it.runIf(isRoot)('shows what the installer said when it fails', async () => {
    const system = await bareSystem({ 'apt-get': 'echo no space left; exit 100', 'apt-cache': 'exit 100' })
    await expect(ensure(system.path)).rejects.toMatchObject({
      code: 1,
      stderr: expect.stringContaining('System packages could not be installed:\nno space left')
    })
  })

  it('names, for anyone else, the one command to run', async () => {
    const system = await bareSystem({ 'apt-get': '', 'apt-cache': 'exit 100' })
    await expect(ensure(system.path, isRoot ? 65534 : undefined)).rejects.toMatchObject({
      code: 1,
      stderr:
        'Missing system packages. Install them with:\n' +
        '  sudo apt-get update && sudo apt-get install -y --no-install-recommends xvfb qpdf\n'
    })
  })

  it('names the packages where there is no apt', async () => {
    const system = await bareSystem({})
    await expect(ensure(system.path)).rejects.toMatchObject({
      code: 1,
      stderr: 'This system lacks what Debian calls: xvfb qpdf. Install them and start again.\n'
    })
  })
})

/** Opens a connection to the display at `path`, is greeted or refused, and leaves again. */
async function greetsDisplay(path: string): Promise<boolean> {
  const socket = createConnection(path)
  let greeting: number | undefined
  socket.on('data', (chunk: Uint8Array) => {
    greeting = chunk[0]
    socket.destroy()
  })
  // One that is refused is closed or reset without an answer.
  socket.on('error', () => socket.destroy())
  // X11's connection setup: byte order, protocol 11.0, no authorization. An answer begins with 1 for a yes.
  socket.write(Uint8Array.of(0x6c, 0, 11, 0, 0, 0, 0, 0, 0, 0, 0, 0))
  await once(socket, 'close')
  return greeting === 1
}

describe.runIf(process.platform === 'linux')('withDisplay', () => {
  it('makes a display where there is none, and ends it with the work', async () => {
    vi.stubEnv('DISPLAY', '')
    vi.stubEnv('WAYLAND_DISPLAY', '')
    const socket = (display: string) => `/tmp/.X11-unix/X${display.slice(1)}`
    const display = await withDisplay(async ({ DISPLAY = '' }) => {
      expect(DISPLAY).toMatch(/^:\d+$/)
      expect(existsSync(socket(DISPLAY))).toBe(true)
      return DISPLAY
    })
    expect(existsSync(socket(display))).toBe(false)

    let failedOn = ''
    const failing = withDisplay(async (env) => {
      failedOn = env.DISPLAY ?? ''
      throw new Error('the work failed')
    })
    await expect(failing).rejects.toThrow('the work failed')
    expect(existsSync(socket(failedOn))).toBe(false)
    vi.unstubAllEnvs()
  })

  it('refuses no window, also right after the last one was closed', async () => {
    vi.stubEnv('DISPLAY', '')
    vi.stubEnv('WAYLAND_DISPLAY', '')
    const refused = await withDisplay(async ({ DISPLAY = '' }) => {
      const path = `/tmp/.X11-unix/X${DISPLAY.slice(1)}`
      let count = 0
      for (let opened = 0; opened < 200; opened += 1) if (!(await greetsDisplay(path))) count += 1
      return count
    })
    expect(refused).toBe(0)
    vi.unstubAllEnvs()
  })

  it('leaves no display behind when its process is killed', async () => {
    const script = `
      import { withDisplay } from './scripts/system.mjs'
      await withDisplay(async ({ DISPLAY }) => { console.log(DISPLAY); await new Promise(() => setInterval(() => {}, 1000)) })`
    const killed = spawn(process.execPath, ['--input-type=module', '-e', script], {
      env: { ...process.env, DISPLAY: '', WAYLAND_DISPLAY: '' },
      stdio: ['ignore', 'pipe', 'ignore']
    })
    const [display] = await once(killed.stdout, 'data')
    const socket = `/tmp/.X11-unix/X${String(display).trim().slice(1)}`
    expect(existsSync(socket)).toBe(true)
    killed.kill('SIGKILL')
    await expect.poll(() => existsSync(socket)).toBe(false)
  })

  it('uses the display that is there', async () => {
    vi.stubEnv('DISPLAY', ':4711')
    expect(await withDisplay(async ({ DISPLAY }) => DISPLAY)).toBe(':4711')
    vi.unstubAllEnvs()
  })
})
