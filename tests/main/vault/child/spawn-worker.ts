import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'

const ROOT = fileURLToPath(new URL('../../../..', import.meta.url))

export interface Ended {
  /** What it had told when it ended, whole lines only. */
  readonly lines: readonly string[]
  readonly signal: NodeJS.Signals | null
  readonly exitCode: number | null
  readonly errors: string
}

export interface WorkerProgram {
  /** `killAfterMs`: kill -9 so long after it is ready. */
  run(
    args: readonly string[],
    options?: { readonly killAfterMs?: number; readonly nodeOptions?: readonly string[] }
  ): Promise<Ended>
  remove(): void
}

/** Bundles the worker once, so that plain Node can run it as often as a test kills it. */
export async function workerProgram(): Promise<WorkerProgram> {
  const folder = mkdtempSync(join(tmpdir(), 'closeout-worker-'))
  await build({
    root: ROOT,
    configFile: false,
    logLevel: 'error',
    // With its packages inside it starts in half the time.
    ssr: { noExternal: true },
    build: {
      ssr: join(ROOT, 'tests/main/vault/child/worker.ts'),
      outDir: folder,
      target: 'node20',
      minify: false,
      rollupOptions: { output: { entryFileNames: 'worker.mjs' } }
    }
  })
  return {
    run: (args, { killAfterMs, nodeOptions = [] } = {}) =>
      new Promise((resolve) => {
        const child = spawn(process.execPath, [...nodeOptions, join(folder, 'worker.mjs'), ...args], {
          cwd: tmpdir()
        })
        let output = ''
        let errors = ''
        let timer: NodeJS.Timeout | undefined
        child.stdout.on('data', (bytes: Buffer) => {
          output += bytes.toString('utf8')
          if (killAfterMs === undefined || timer !== undefined || !output.includes('ready')) return
          timer = setTimeout(() => child.kill('SIGKILL'), killAfterMs)
        })
        child.stderr.on('data', (bytes: Buffer) => (errors += bytes.toString('utf8')))
        child.on('close', (exitCode, signal) => {
          clearTimeout(timer)
          resolve({ lines: output.split('\n').slice(0, -1), signal, exitCode, errors })
        })
      }),
    remove: () => rmSync(folder, { recursive: true, force: true })
  }
}
