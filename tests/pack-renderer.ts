import { createHash } from 'node:crypto'
import { mkdir, readdir, readFile, rename, stat } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { build } from 'vite'
import type { RendererFiles } from '../src/main/pack/render/page-renderer.ts'

const require = createRequire(import.meta.url)
const WORKER = resolve('src/main/pack-render-worker.ts')

/** The files that foreign pages are drawn with, as the build makes them. Made once for one state of their sources. */
export async function packRenderer(): Promise<RendererFiles> {
  const wasm = require.resolve('@embedpdf/pdfium/pdfium.wasm')
  const folder = join(tmpdir(), `closeout-renderer-${process.getuid?.() ?? 0}`)
  const worker = join(folder, `${await sourceMark()}.mjs`)
  if ((await stat(worker).catch(() => null)) !== null) return { worker, wasm }
  await mkdir(folder, { recursive: true })
  const made = `${worker}.${process.pid}`
  await build({
    configFile: false,
    logLevel: 'error',
    resolve: { alias: { '@embedpdf/pdfium': join(dirname(wasm), 'index.browser.js') } },
    build: {
      ssr: WORKER,
      outDir: made,
      rollupOptions: { output: { format: 'es', entryFileNames: 'worker.js' } }
    },
    ssr: { noExternal: true }
  })
  // Another test file may have been quicker: both made the same.
  await rename(join(made, 'worker.js'), worker)
  return { worker, wasm }
}

async function sourceMark(): Promise<string> {
  const folder = resolve('src/main/pack/render')
  const paths = [WORKER, ...(await readdir(folder)).map((name) => join(folder, name))]
  const hash = createHash('sha256')
  for (const path of paths) hash.update(await readFile(path))
  return hash.digest('hex').slice(0, 16)
}
