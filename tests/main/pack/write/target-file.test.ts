import { createHash } from 'node:crypto'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
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
