import { execFile } from 'node:child_process'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { measure } from '../../../scripts/bench/measure.mjs'

const run = promisify(execFile)
const BENCH = join(import.meta.dirname, '..', '..', '..', 'scripts', 'bench', 'bench.mjs')

let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'closeout-bench-test-'))
})

afterAll(() => rm(folder, { recursive: true, force: true }))

describe('the benchmark', () => {
  it('writes a figure for everybody it measured, checks the answers, and leaves no files behind', async () => {
    const out = join(folder, 'figures.json')
    const work = join(folder, 'work')
    const args = [
      BENCH,
      '--only',
      'import',
      '--scale',
      '0.005',
      '--rounds',
      '1',
      '--out',
      out,
      '--work',
      work
    ]
    const { stdout } = await run(process.execPath, args)
    const figures = JSON.parse(await readFile(out, 'utf8')) as { case: string; who: string; ratio: number }[]
    expect(figures[0]).toMatchObject({ case: 'import', who: 'closeout', ratio: 1 })
    expect(figures).toHaveLength(2)
    for (const one of figures) {
      expect(Object.keys(one)).toEqual(['case', 'who', 'seconds', 'peakMb', 'ratio'])
      expect(stdout).toContain(one.who)
    }
    expect(await readdir(work)).toEqual([])
  }, 180_000)

  it('refuses what it does not know', async () => {
    const refused = { code: 1, stderr: expect.stringContaining('There is no case "nothing"') as string }
    await expect(run(process.execPath, [BENCH, '--only', 'nothing'])).rejects.toMatchObject(refused)
  }, 60_000)
})

describe('a measured process', () => {
  it('counts the memory of its children, and answers with what it said', async () => {
    // The child of the shell holds 120 MB for long enough to be seen.
    const child = 'const held = Buffer.alloc(120e6, 1); setTimeout(() => console.log(held.length), 300)'
    const measured = await measure('sh', ['-c', `"$1" -e "$2"; true`, 'sh', process.execPath, child])
    expect(measured.output).toBe('120000000\n')
    expect(measured.peakMb).toBeGreaterThan(115)
    expect(measured.seconds).toBeGreaterThan(0.3)
  })

  it('throws when the program fails', async () => {
    await expect(measure('sh', ['-c', 'echo reason >&2; exit 3'])).rejects.toThrow(/ended with 3: reason/)
  })
})
