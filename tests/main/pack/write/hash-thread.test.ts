import { createHash, randomBytes } from 'node:crypto'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import ts from 'typescript'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { checkOriginal } from '../../../../src/main/pack/absorb/checked-original.ts'
import { openAhead } from '../../../../src/main/pack/absorb/open-ahead.ts'
import { OriginalChanged } from '../../../../src/main/pack/absorb/original-changed.ts'
import { startHashing, type Hashing } from '../../../../src/main/pack/write/hashing.ts'
import { TargetFile } from '../../../../src/main/pack/write/target-file.ts'
import type { Original } from '../../../../src/main/original.ts'
import { openFileOriginal } from '../../../../src/main/file-original.ts'
import { done } from '../../../../src/shared/domain/result.ts'

const LONG = 256 * 1024 * 1024

let folder: string
let worker: string
let hashing: Hashing
let opened: Original[] = []

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'closeout-hashing-'))
  worker = join(folder, 'worker.js')
  const source = await readFile(resolve('src/main/pack-hash-worker.ts'), 'utf8')
  const { outputText } = ts.transpileModule(source, {
    compilerOptions: { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2023 }
  })
  await writeFile(worker, outputText)
  const started = await startHashing(worker, LONG)
  if (started === null) throw new Error('a long pack gets its threads')
  hashing = started
})

afterEach(async () => {
  await Promise.all(opened.map((original) => original.close()))
  opened = []
})

afterAll(async () => {
  await hashing.end()
  await rm(folder, { recursive: true, force: true })
})

async function stored(bytes: Buffer, named = bytes) {
  const path = join(folder, 'source.bin')
  await writeFile(path, bytes)
  const original = await openFileOriginal(path)
  if (original === null) throw new Error('it was just written')
  opened.push(original)
  const sha256 = createHash('sha256').update(named).digest('hex')
  const signal = new AbortController().signal
  const thread = hashing.sources
  return checkOriginal(original, { sha256, signal, onBytes: () => undefined, thread })
}

async function readAll(chunks: AsyncIterable<Buffer>): Promise<Buffer> {
  const parts: Buffer[] = []
  // Copies: the next chunk may lie in the same memory.
  for await (const chunk of chunks) parts.push(Buffer.from(chunk))
  return Buffer.concat(parts)
}

it('starts no threads for a short pack', async () => {
  expect(await startHashing(worker, 1000)).toBeNull()
})

it('checks a source on another thread while its bytes pass', async () => {
  const bytes = randomBytes(7_000_003)
  const original = await stored(bytes)
  expect((await readAll(original.stream())).equals(bytes)).toBe(true)
})

it('refuses a source in which one byte is another', async () => {
  const bytes = randomBytes(3_000_000)
  const changed = Buffer.from(bytes)
  changed[2_999_999] = (changed[2_999_999] ?? 0) ^ 1
  const original = await stored(changed, bytes)
  await expect(readAll(original.stream())).rejects.toThrow(OriginalChanged)
})

it('is not confused by a source that nobody reads to its end', async () => {
  const bytes = randomBytes(5_000_000)
  const original = await stored(bytes)
  await original.stream()[Symbol.asyncIterator]().next()
  expect((await readAll(original.stream())).equals(bytes)).toBe(true)
})

it('refuses a source that is shorter than it was', async () => {
  const bytes = randomBytes(1_000_000)
  const original = await stored(bytes)
  await writeFile(join(folder, 'source.bin'), bytes.subarray(0, 999_999))
  await expect(readAll(original.stream())).rejects.toThrow(OriginalChanged)
  await expect(original.fill(Buffer.alloc(bytes.length))).rejects.toThrow(OriginalChanged)
})

it('compares what was read ahead before it is settled', async () => {
  const bytes = randomBytes(9_000_001)
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const changed = Buffer.from(bytes)
  changed[4_500_000] = (changed[4_500_000] ?? 0) ^ 1
  for (const stored of [bytes, changed]) {
    await writeFile(join(folder, 'source.bin'), stored)
    const ahead = openAhead(
      async () => done((await openFileOriginal(join(folder, 'source.bin')))!),
      [{ sha256, sizeBytes: bytes.length }],
      hashing.sources
    )
    const found = await ahead.open(sha256)
    if (!found.ok) throw new Error(found.code)
    const told: number[] = []
    const signal = new AbortController().signal
    const original = checkOriginal(found.value, {
      ...{ sha256, signal, thread: hashing.sources },
      onBytes: (count) => told.push(count)
    })
    expect((await readAll(original.stream())).equals(stored)).toBe(true)
    await (stored === bytes
      ? original.settled()
      : expect(original.settled()).rejects.toThrow(OriginalChanged))
    expect(told).toEqual([bytes.length])
    await found.value.close()
    await ahead.end()
  }
})

it('hashes the written file beside, without what was taken back', async () => {
  const path = join(folder, 'target.bin')
  const file = await TargetFile.create(path, undefined, hashing.target)
  const kept: Buffer[] = []
  for (let index = 0; index < 12; index += 1) {
    const mark = file.mark()
    const bytes = randomBytes(1_500_000 + index)
    await file.append(bytes)
    if (index % 3 === 1) await file.rollBack(mark)
    else kept.push(bytes)
  }
  const sha256 = await file.publish(false)
  const written = await readFile(path)
  expect(written.equals(Buffer.concat(kept))).toBe(true)
  expect(sha256).toBe(createHash('sha256').update(written).digest('hex'))
})
