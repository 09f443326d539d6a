import { mkdir, readdir, readFile, rm, stat, truncate, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { madeOnce } from '../../scripts/made-once.mjs'
import { temporaryFolder } from './temporary-folder.ts'

async function fill(draft: string): Promise<void> {
  await mkdir(join(draft, 'locales'))
  await writeFile(join(draft, 'electron'), 'program')
  await writeFile(join(draft, 'locales', 'ru.pak'), 'слова')
}

/** Makes the folder and counts how often. */
function counted(make: (draft: string) => Promise<void> = fill) {
  const counter = { times: 0, make: (draft: string) => ((counter.times += 1), make(draft)) }
  return counter
}

describe('madeOnce', () => {
  it('makes the folder, and takes it as it is the next time', async () => {
    const folder = join(await temporaryFolder(), 'cache', 'electron')
    const { ...counter } = counted()
    expect(await madeOnce(folder, counter.make)).toBe(folder)
    const before = (await stat(join(folder, 'electron'))).mtimeMs
    await madeOnce(folder, () => Promise.reject(new Error('made a second time')))
    expect((await stat(join(folder, 'electron'))).mtimeMs).toBe(before)
    expect(await readFile(join(folder, 'locales', 'ru.pak'), 'utf8')).toBe('слова')
  })

  it.each<[string, (folder: string) => Promise<void>]>([
    ['a file was cut short', (folder) => truncate(join(folder, 'electron'), 3)],
    ['a file grew', (folder) => writeFile(join(folder, 'electron'), 'program and more')],
    ['a file in a folder below is gone', (folder) => rm(join(folder, 'locales', 'ru.pak'))],
    ['the stamp is gone', (folder) => rm(join(folder, 'complete.json'))],
    ['the stamp is cut short', (folder) => truncate(join(folder, 'complete.json'), 20)],
    ['the stamp is no stamp', (folder) => writeFile(join(folder, 'complete.json'), '{}')],
    [
      'a file stands in its place',
      async (folder) => {
        await rm(folder, { recursive: true })
        await writeFile(folder, 'no folder')
      }
    ]
  ])('makes it anew when %s', async (_what, damage) => {
    const parent = await temporaryFolder()
    const folder = join(parent, 'electron')
    const counter = counted()
    await madeOnce(folder, counter.make)
    await damage(folder)
    await madeOnce(folder, counter.make)
    expect(counter.times).toBe(2)
    expect(await readFile(join(folder, 'electron'), 'utf8')).toBe('program')
    expect(await readFile(join(folder, 'locales', 'ru.pak'), 'utf8')).toBe('слова')
    expect(await readdir(parent)).toEqual(['electron'])
  })

  it('shows none of its files under the name before all are there', async () => {
    const folder = join(await temporaryFolder(), 'electron')
    await madeOnce(folder, async (draft) => {
      await fill(draft)
      await expect(stat(folder)).rejects.toMatchObject({ code: 'ENOENT' })
    })
  })

  it('leaves nothing behind when the making fails', async () => {
    const parent = await temporaryFolder()
    const folder = join(parent, 'electron')
    const failing = madeOnce(folder, async (draft) => {
      await fill(draft)
      throw new Error('disk full')
    })
    await expect(failing).rejects.toThrow('disk full')
    expect(await readdir(parent)).toEqual([])
  })

  it('lets a run that comes second use what the first has placed', async () => {
    const parent = await temporaryFolder()
    const folder = join(parent, 'electron')
    const slow = madeOnce(folder, async (draft) => {
      await fill(draft)
      await madeOnce(folder, async (other) => {
        await fill(other)
        await writeFile(join(other, 'electron'), 'winner!')
      })
    })
    expect(await slow).toBe(folder)
    expect(await readFile(join(folder, 'electron'), 'utf8')).toBe('winner!')
    expect(await readdir(parent)).toEqual(['electron'])
  })

  it('ends whole when ten runs find the same broken folder', async () => {
    const parent = await temporaryFolder()
    const folder = join(parent, 'electron')
    await mkdir(folder)
    await writeFile(join(folder, 'electron'), 'half')
    await Promise.all(Array.from({ length: 10 }, () => madeOnce(folder, fill)))
    expect(await readFile(join(folder, 'electron'), 'utf8')).toBe('program')
    await madeOnce(folder, () => Promise.reject(new Error('was not whole')))
    expect(await readdir(parent)).toEqual(['electron'])
  })

  it('sweeps the draft of a run that was killed long ago, and no younger one', async () => {
    const parent = await temporaryFolder()
    const folder = join(parent, 'electron')
    await mkdir(join(parent, 'electron.draft-killed'))
    await mkdir(join(parent, 'electron.draft-at-work'))
    const longAgo = Date.now() / 1000 - 7 * 60 * 60
    await utimes(join(parent, 'electron.draft-killed'), longAgo, longAgo)
    await madeOnce(folder, fill)
    expect((await readdir(parent)).sort()).toEqual(['electron', 'electron.draft-at-work'])

    await utimes(join(parent, 'electron.draft-at-work'), longAgo, longAgo)
    await madeOnce(folder, fill)
    expect(await readdir(parent)).toEqual(['electron'])
  })
})
