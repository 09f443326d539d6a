import { chmod, readdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { expect, it } from 'vitest'
import { makePack } from '../../../src/main/pack/make-pack.ts'
import type { PackProgress } from '../../../src/shared/domain/pack-job.ts'
import { bareDossier, filledDossier, originalsOf, withExhibits } from '../../specimen-dossier.ts'
import { cornerPicture, packJob, richExhibits, temporaryFolder } from './pack-fixtures.ts'

async function richJob(folder: string, replace = false) {
  const files = await richExhibits()
  const job = await packJob(withExhibits(filledDossier(), files), {
    targetPath: join(folder, 'pack.pdf'),
    replace
  })
  return { job, openOriginal: originalsOf(files) }
}

it('leaves no file when it is cancelled, at whatever moment', async () => {
  const folder = await temporaryFolder()
  const { job, openOriginal } = await richJob(folder)
  for (const stopAt of [0, 1, 4, 11]) {
    const cancel = new AbortController()
    let opened = 0
    if (stopAt === 0) cancel.abort()
    const made = await makePack(job, {
      openOriginal: async (sha256) => {
        opened++
        if (opened === stopAt) cancel.abort()
        return openOriginal(sha256)
      },
      signal: cancel.signal
    })
    expect(made).toEqual({ ok: false, code: 'cancelled' })
    expect(await readdir(folder)).toEqual([])
  }
})

it('leaves no file when it is cancelled while own pages are written', async () => {
  const folder = await temporaryFolder()
  const { job, openOriginal } = await richJob(folder)
  const cancel = new AbortController()
  const made = await makePack(job, {
    openOriginal,
    signal: cancel.signal,
    onProgress: ({ exhibit, bytesDone, bytesTotal }) => {
      if (exhibit === null && bytesDone === bytesTotal) cancel.abort()
    }
  })
  expect(made).toEqual({ ok: false, code: 'cancelled' })
  expect(await readdir(folder)).toEqual([])
})

it('does not touch a file that stands there, nor begin any work', async () => {
  const folder = await temporaryFolder()
  const { job } = await richJob(folder)
  await writeFile(job.targetPath, 'mine')
  const made = await makePack(job, {
    openOriginal: () => {
      throw new Error('work was begun')
    }
  })
  expect(made).toEqual({ ok: false, code: 'target-exists' })
  expect(await readFile(job.targetPath, 'utf8')).toBe('mine')
})

it('does not replace a file that appears while it works', async () => {
  const folder = await temporaryFolder()
  const { job, openOriginal } = await richJob(folder)
  const made = await makePack(job, {
    openOriginal: async (sha256) => {
      await writeFile(job.targetPath, 'mine')
      return openOriginal(sha256)
    }
  })
  expect(made).toEqual({ ok: false, code: 'target-exists' })
  expect(await readFile(job.targetPath, 'utf8')).toBe('mine')
  expect(await readdir(folder)).toEqual(['pack.pdf'])
})

it('replaces a file when it was allowed to, and keeps the old one after a cancel', async () => {
  const folder = await temporaryFolder()
  const { job, openOriginal } = await richJob(folder, true)
  await writeFile(job.targetPath, 'old')
  const cancelled = await makePack(job, { openOriginal, signal: AbortSignal.abort() })
  expect(cancelled.ok).toBe(false)
  expect(await readFile(job.targetPath, 'utf8')).toBe('old')
  expect((await makePack(job, { openOriginal })).ok).toBe(true)
  expect((await readFile(job.targetPath)).subarray(0, 8).toString()).toBe('%PDF-1.7')
  expect(await readdir(folder)).toEqual(['pack.pdf'])
})

it('answers with a code when there is no place to write to', async () => {
  const dossier = bareDossier()
  const gone = await packJob(dossier, { targetPath: join(await temporaryFolder(), 'no', 'pack.pdf') })
  expect(await makePack(gone, { openOriginal: originalsOf([]) })).toEqual({
    ok: false,
    code: 'target-unwritable'
  })
  const device = await packJob(dossier, { targetPath: '/proc/pack.pdf' })
  expect((await makePack(device, { openOriginal: originalsOf([]) })).ok).toBe(false)
})

it('tells its progress in order, at most some twenty times a second, and ends at the end', async () => {
  const folder = await temporaryFolder()
  const { job, openOriginal } = await richJob(folder)
  const seen: Omit<PackProgress, 'jobId'>[] = []
  const started = performance.now()
  const made = await makePack(job, { openOriginal, onProgress: (progress) => seen.push(progress) })
  const seconds = (performance.now() - started) / 1000
  expect(made.ok).toBe(true)
  expect(seen.length).toBeLessThanOrEqual(2 + Math.ceil(seconds * 21))
  const bytes = seen.map(({ bytesDone }) => bytesDone)
  expect(bytes).toEqual(bytes.toSorted((a, b) => a - b))
  const last = seen.at(-1)
  expect(last).toMatchObject({ pagesDone: made.ok && made.value.pages, exhibit: null })
  expect(last?.bytesDone).toBe(last?.bytesTotal)
})

it('makes no partial file visible to others than its owner', async () => {
  const folder = await temporaryFolder()
  await chmod(folder, 0o755)
  const bytes = await (await cornerPicture(50, 50)).jpeg().toBuffer()
  const files = [
    { category: 'G', caption: '', bytes, mediaType: 'image/jpeg', originalName: 'a.jpg' }
  ] as const
  const job = await packJob(withExhibits(bareDossier(), files), { targetPath: join(folder, 'pack.pdf') })
  let during: string[] = []
  await makePack(job, {
    openOriginal: async (sha256) => {
      during = await readdir(dirname(job.targetPath))
      return originalsOf(files)(sha256)
    }
  })
  expect(during).toEqual([expect.stringMatching(/^\.[0-9a-f]{16}\.partial$/)])
})
