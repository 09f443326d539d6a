import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { PageRenderer } from '../../../../src/main/pack/render/page-renderer.ts'
import { bytesInMemory } from '../../../../src/main/pdf-reading/byte-source.ts'
import { packFontsFolder } from '../../../pack-fonts.ts'
import { packRenderer } from '../../../pack-renderer.ts'
import { temporaryFolder } from '../pack-fixtures.ts'

/** A thread that takes a page and never comes back. */
const ENDLESS = `
import { parentPort } from 'node:worker_threads'
parentPort.on('message', ({ kind }) => {
  if (kind === 'open') parentPort.postMessage({ kind: 'opened', pages: 1 })
  else for (;;);
})
`

it('leaves a page that is being drawn, though it would never end, and the thread with it', async () => {
  const worker = join(await temporaryFolder(), 'endless.mjs')
  await writeFile(worker, ENDLESS)
  const cancel = new AbortController()
  const { wasm } = await packRenderer()
  const renderer = new PageRenderer({ worker, wasm }, await packFontsFolder(), cancel.signal)
  expect(await renderer.open(bytesInMemory(renderer.room(10)))).toEqual({ kind: 'opened', pages: 1 })
  const page = renderer.page({ index: 0, unit: 1, keepJpeg: true, bars: [] })
  cancel.abort()
  // It answers only once the thread is gone.
  await expect(page).rejects.toThrow(cancel.signal.reason as Error)
})
