import { execFile } from 'node:child_process'
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { PDFDocument } from 'pdf-lib'
import sharp from 'sharp'
import { build } from 'vite'
import { beforeAll, expect, it } from 'vitest'
import { packFontsFolder } from '../../pack-fonts.ts'
import { temporaryFolder } from './pack-fixtures.ts'

const run = promisify(execFile)
const root = fileURLToPath(new URL('../../..', import.meta.url))
/** Inside the project, so that the built file finds its packages. */
const outDir = join(root, 'node_modules/.cache/pack-memory')
const child = join(outDir, 'memory-child.js')

/** What the runtime itself may take more or less from one run to the next. */
const TOLERANCE_KB = 40 * 1024

beforeAll(async () => {
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    build: { ssr: fileURLToPath(new URL('memory-child.ts', import.meta.url)), outDir, minify: false }
  })
}, 60_000)

async function photo(): Promise<Buffer> {
  const noise = { type: 'gaussian', mean: 128, sigma: 80 } as const
  return sharp({ create: { width: 1500, height: 1300, channels: 3, background: '#808080', noise } })
    .jpeg({ quality: 96 })
    .toBuffer()
}

async function peakKb(files: readonly (readonly [string, Buffer])[]): Promise<number> {
  const folder = await temporaryFolder()
  const sources = join(folder, 'sources')
  await mkdir(sources)
  for (const [name, bytes] of files) await writeFile(join(sources, name), bytes)
  const target = join(folder, 'pack.pdf')
  const { stdout } = await run(process.execPath, [child, sources, await packFontsFolder(), target])
  await rm(folder, { recursive: true })
  return Number(stdout)
}

/** Different files of one kind: a few bytes after the end change nothing that is shown. */
function variants(name: string, bytes: Buffer, count: number) {
  return Array.from({ length: count }, (_, index) => {
    const tail = Buffer.from(`\n%${String(index).padStart(6, '0')}`)
    const [stem = '', extension = ''] = name.split('.')
    return [`${stem}-${String(index).padStart(3, '0')}.${extension}`, Buffer.concat([bytes, tail])] as const
  })
}

it('takes no more memory for 60 photos of 3 MB than for 10, nor for more and larger attachments', async () => {
  const bytes = await photo()
  expect(bytes.length).toBeGreaterThan(2_000_000)
  const sound = Buffer.alloc(3_000_000, 'SPECIMEN sound')
  const few = await peakKb([...variants('photo.jpg', bytes, 10), ...variants('sound.m4a', sound, 2)])
  const large = Buffer.alloc(60_000_000, 'SPECIMEN sound')
  const many = await peakKb([...variants('photo.jpg', bytes, 60), ...variants('sound.m4a', large, 2)])
  expect(many - few).toBeLessThan(TOLERANCE_KB)
}, 60_000)

it('takes no more memory for 40 scanned PDFs than for 8', async () => {
  const bytes = await photo()
  const document = await PDFDocument.create()
  const image = await document.embedJpg(bytes)
  document.addPage([595.28, 841.89]).drawImage(image, { x: 0, y: 0, width: 595, height: 800 })
  const scan = Buffer.from(await document.save())
  const few = await peakKb(variants('scan.pdf', scan, 8))
  const many = await peakKb(variants('scan.pdf', scan, 40))
  expect(many - few).toBeLessThan(TOLERANCE_KB)
}, 60_000)
