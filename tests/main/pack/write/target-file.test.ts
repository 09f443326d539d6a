import { createHash } from 'node:crypto'
import { mkdtemp, open, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, vi } from 'vitest'
import fc from 'fast-check'
import { TargetFile } from '../../../../src/main/pack/write/target-file.ts'

it('keeps what is appended in its order and hashes exactly that, whatever the sizes', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'closeout-target-file-'))
  let count = 0
  try {
    // Around half of and the whole buffer, where gathering and writing at once meet.
    const size = fc.oneof(fc.integer({ min: 0, max: 2000 }), fc.integer({ min: 300_000, max: 1_200_000 }))
    await fc.assert(
      fc.asyncProperty(fc.array(size, { maxLength: 5 }), async (sizes) => {
        const path = join(folder, `${count++}.bin`)
        const parts = sizes.map((length, index) => Buffer.alloc(length, index + 1))
        const file = await TargetFile.create(path)
        for (const part of parts) await file.append(part)
        const sha256 = await file.publish(false)
        const expected = Buffer.concat(parts)
        expect((await readFile(path)).equals(expected)).toBe(true)
        expect(sha256).toBe(createHash('sha256').update(expected).digest('hex'))
      }),
      { numRuns: 25, examples: [[[1000, 600_000, 1000]]] }
    )
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
})

it('says that a file is not safe when the disk refused a piece of it on the way', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'closeout-target-'))
  const file = await TargetFile.create(join(folder, 'pack.pdf'))
  const probe = await open(join(folder, 'probe'), 'w')
  // A disk that fails cannot be had; Linux tells of it once, to whoever asks first, and later requests succeed.
  const refusal = vi.spyOn(Object.getPrototypeOf(probe), 'datasync')
  refusal.mockRejectedValueOnce(Object.assign(new Error('EIO'), { code: 'EIO' }))
  for (let piece = 0; piece < 40; piece += 1)
    await file.append(Buffer.alloc(1024 * 1024, piece)).catch(() => null)
  await expect(file.complete()).rejects.toMatchObject({ code: 'write-failed' })
  expect(refusal).toHaveBeenCalled()
  refusal.mockRestore()
  await file.discard()
  await probe.close()
  expect(await readdir(folder)).toEqual(['probe'])
  await rm(folder, { recursive: true })
})
