import { createHash, randomBytes } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { OpenOriginal } from '../../../../src/main/pack/absorb/absorb-options.ts'
import { openAhead, type Wanted } from '../../../../src/main/pack/absorb/open-ahead.ts'
import { openFileOriginal } from '../../../../src/main/file-original.ts'
import type { Original } from '../../../../src/main/original.ts'
import { done, failed } from '../../../../src/shared/domain/result.ts'

const MB = 1024 * 1024

let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'closeout-ahead-'))
})

afterAll(async () => {
  await rm(folder, { recursive: true, force: true })
})

interface Stored extends Wanted {
  readonly bytes: Buffer
}

async function store(bytes: Buffer): Promise<Stored> {
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  await writeFile(join(folder, sha256), bytes)
  return { sha256, sizeBytes: bytes.length, bytes }
}

const storeAll = (sizes: readonly number[]) => Promise.all(sizes.map((size) => store(randomBytes(size))))

/** Opens stored files, and knows which are open. */
function watchedStore(change: (original: Original) => Original = (original) => original) {
  const open = new Set<object>()
  const asked: string[] = []
  const openOriginal: OpenOriginal = async (sha256) => {
    asked.push(sha256)
    const original = await openFileOriginal(join(folder, sha256))
    if (original === null) return failed({ code: 'object-missing' })
    const one = {}
    open.add(one)
    return done({
      ...change(original),
      close: async () => {
        open.delete(one)
        await original.close()
      }
    })
  }
  return { openOriginal, open, asked }
}

async function opened(result: ReturnType<OpenOriginal>): Promise<Original> {
  const answer = await result
  if (!answer.ok) throw new Error(answer.code)
  return answer.value
}

it('holds the bytes of one after the other, with their sums', async () => {
  const files = await storeAll([10, 300_000, 5 * MB, 0, 70_000, 5 * MB, 300_000, 12])
  const { openOriginal, open, asked } = watchedStore()
  const ahead = openAhead(openOriginal, files, null)
  for (const { sha256, bytes } of files) {
    const original = await opened(ahead.open(sha256))
    expect(original.held?.bytes.equals(bytes)).toBe(true)
    expect(await original.held?.sum()).toBe(sha256)
    await original.close()
  }
  await ahead.end()
  expect(asked).toEqual(files.map(({ sha256 }) => sha256))
  expect(open.size).toBe(0)
})

it('leaves the bytes of an open one alone while others are read', async () => {
  const files = await storeAll(Array<number>(9).fill(400_000))
  const { openOriginal } = watchedStore()
  const ahead = openAhead(openOriginal, files, null)
  const first = await opened(ahead.open(files[0]!.sha256))
  for (const { sha256 } of files.slice(1)) await (await opened(ahead.open(sha256))).close()
  expect(first.held?.bytes.equals(files[0]!.bytes)).toBe(true)
  await first.close()
  await ahead.end()
})

it('has four files under way, and of large ones only the next', async () => {
  const small = await storeAll(Array<number>(20).fill(1000))
  const few = watchedStore()
  const ahead = openAhead(few.openOriginal, small, null)
  const first = await opened(ahead.open(small[0]!.sha256))
  expect(few.asked).toHaveLength(5)
  await first.close()
  await ahead.end()
  expect(few.open.size).toBe(0)

  const large = await storeAll(Array<number>(4).fill(12 * MB))
  const fewer = watchedStore()
  const aheadOfLarge = openAhead(fewer.openOriginal, large, null)
  await (await opened(aheadOfLarge.open(large[0]!.sha256))).close()
  expect(fewer.asked).toHaveLength(2)
  await aheadOfLarge.end()
})

it('only opens what is too large to be held', async () => {
  const files = await storeAll([33 * MB, 10])
  const { openOriginal } = watchedStore()
  const ahead = openAhead(openOriginal, files, null)
  const large = await opened(ahead.open(files[0]!.sha256))
  expect(large.held).toBeUndefined()
  expect((await large.read(0, 5)).equals(files[0]!.bytes.subarray(0, 5))).toBe(true)
  await large.close()
  await ahead.end()
})

it('opens what is asked for out of turn, and the same file twice', async () => {
  const [one, two, other] = (await storeAll([1000, 2000, 3000])) as [Stored, Stored, Stored]
  const { openOriginal, open } = watchedStore()
  const ahead = openAhead(openOriginal, [one, two, one], null)
  for (const { sha256, bytes } of [other, one, two, one]) {
    const original = await opened(ahead.open(sha256))
    expect((await original.read(0, 5000)).equals(bytes)).toBe(true)
    await original.close()
  }
  await ahead.end()
  expect(open.size).toBe(0)
})

it('tells of a missing file when it is asked for', async () => {
  const [one] = (await storeAll([1000])) as [Stored]
  const { openOriginal, open } = watchedStore()
  const ahead = openAhead(openOriginal, [{ sha256: 'f'.repeat(64), sizeBytes: 7 }, one], null)
  expect(await ahead.open('f'.repeat(64))).toEqual(failed({ code: 'object-missing' }))
  await (await opened(ahead.open(one.sha256))).close()
  await ahead.end()
  expect(open.size).toBe(0)
})

it('leaves a file that cannot be read, ends early or has grown to who brings it in', async () => {
  const files = await storeAll([1000])
  const [{ sha256 }] = files as [Stored]
  const broken: readonly ((original: Original) => Original)[] = [
    (original) => ({ ...original, readInto: () => Promise.reject(new Error('EIO')) }),
    (original) => ({ ...original, sizeBytes: 1001 }),
    (original) => ({ ...original, sizeBytes: 40 * MB })
  ]
  for (const change of broken) {
    const { openOriginal, open } = watchedStore(change)
    const ahead = openAhead(openOriginal, files, null)
    const original = await opened(ahead.open(sha256))
    expect(original.held).toBeUndefined()
    await original.close()
    await ahead.end()
    expect(open.size).toBe(0)
  }
})
