import { spawn } from 'node:child_process'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'
import type { WrittenPack } from '../../../../src/main/pack/make-pack.ts'
import { packFontsFolder } from '../../../pack-fonts.ts'
import type { CorpusFile } from './corpus-file.ts'

const root = fileURLToPath(new URL('../../../..', import.meta.url))
/** Inside the project, so that the built file finds its packages. */
const outDir = join(root, 'node_modules/.cache/pack-corpus')

/** No file may keep the engine longer, whatever is in it. */
const LONGEST_MS = 30_000
/** What the app gives the process that makes packs. */
const HEAP_MB = 1536

export interface PackedCorpus {
  readonly path: string
  readonly files: readonly CorpusFile[]
  readonly made: WrittenPack
  readonly peakKb: number
  /** The longest that any file took to be looked at or packed. */
  readonly slowest: { readonly name: string; readonly ms: number }
}

export async function buildCorpusChild(): Promise<void> {
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    build: { ssr: fileURLToPath(new URL('corpus-child.ts', import.meta.url)), outDir, minify: false }
  })
}

/** Takes in and packs the files in a process of their own. Throws where it crashes, fails or hangs. */
export async function packCorpus(folder: string, files: readonly CorpusFile[]): Promise<PackedCorpus> {
  await mkdir(folder)
  for (const { name, bytes } of files) await writeFile(join(folder, name), bytes)
  const path = join(folder, 'pack.pdf')
  const names = files.map(({ name }) => name)
  await writeFile(join(folder, 'files.json'), JSON.stringify(names))
  return { path, files, ...(await runChild(folder, path)) }
}

type Line =
  | { readonly turn: string }
  | { readonly made: WrittenPack }
  | { readonly failed: string }
  | { readonly peakKb: number }

async function runChild(folder: string, target: string) {
  const words = [
    `--max-old-space-size=${HEAP_MB}`,
    join(outDir, 'corpus-child.js'),
    folder,
    target,
    await packFontsFolder()
  ]
  const child = spawn(process.execPath, words, { stdio: ['ignore', 'pipe', 'pipe'] })
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve))
  let complaint = ''
  child.stderr.on('data', (text: Buffer) => (complaint = `${complaint}${text.toString()}`.slice(-4000)))
  let turn = { name: 'the start', at: performance.now() }
  let slowest = { name: '', ms: 0 }
  let peakKb = 0
  let made: WrittenPack | null = null
  const hung = () => child.kill('SIGKILL')
  let watch = setTimeout(hung, LONGEST_MS)
  const turnTo = (name: string) => {
    const ms = performance.now() - turn.at
    if (ms > slowest.ms) slowest = { name: turn.name, ms }
    turn = { name, at: performance.now() }
    clearTimeout(watch)
    watch = setTimeout(hung, LONGEST_MS)
  }
  for await (const text of createInterface({ input: child.stdout })) {
    const line = JSON.parse(text) as Line
    if ('turn' in line) turnTo(line.turn)
    else if ('made' in line) made = line.made
    else if ('peakKb' in line) peakKb = line.peakKb
    else throw new Error(`no pack: ${line.failed} at ${turn.name}`)
  }
  const code = await ended
  clearTimeout(watch)
  if (code !== 0)
    throw new Error(`${child.killed ? 'hung' : `ended with ${code}`} at ${turn.name}\n${complaint}`)
  if (made === null) throw new Error(`no pack, after ${turn.name}`)
  return { made, peakKb, slowest }
}
