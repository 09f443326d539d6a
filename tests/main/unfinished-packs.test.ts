import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { createUnfinishedPacks } from '../../src/main/unfinished-packs.ts'

async function folder(): Promise<string> {
  const path = await mkdtemp(join(tmpdir(), 'closeout-unfinished-'))
  onTestFinished(() => rm(path, { recursive: true }))
  return path
}

it('removes at the next start what a killed run left beside its target', async () => {
  const root = await folder()
  const list = join(root, 'unfinished.json')
  let left = ''
  // The run that never ends: the process dies inside it.
  const begun = new Promise<void>((resolve) => {
    void createUnfinishedPacks(list).during(join(root, 'pack.pdf'), async (path) => {
      left = path
      await writeFile(path, 'half')
      resolve()
      return new Promise(() => undefined)
    })
  })
  await begun
  expect(existsSync(left)).toBe(true)
  await createUnfinishedPacks(list).sweep()
  expect(existsSync(left)).toBe(false)
  expect(JSON.parse(await readFile(list, 'utf8'))).toEqual([])
})

it('removes nothing but names of its own, whatever the list says', async () => {
  const root = await folder()
  const precious = join(root, 'precious.pdf')
  await writeFile(precious, 'kept')
  const list = join(root, 'unfinished.json')
  await writeFile(list, JSON.stringify([precious, '../relative', join(root, '.partial')]))
  await createUnfinishedPacks(list).sweep()
  expect(existsSync(precious)).toBe(true)
})

it('is not stopped by a list that is damaged or not there', async () => {
  const root = await folder()
  await createUnfinishedPacks(join(root, 'none.json')).sweep()
  const list = join(root, 'unfinished.json')
  await writeFile(list, '{"not":"a list"')
  await createUnfinishedPacks(list).sweep()
  expect(await readFile(list, 'utf8')).toBe('{"not":"a list"')
})

it('takes a path off the list when its pack is done or has failed', async () => {
  const root = await folder()
  const list = join(root, 'unfinished.json')
  const packs = createUnfinishedPacks(list)
  expect(await packs.during(join(root, 'a.pdf'), () => Promise.resolve('done'))).toBe('done')
  await expect(packs.during(join(root, 'b.pdf'), () => Promise.reject(new Error('bug')))).rejects.toThrow(
    'bug'
  )
  expect(JSON.parse(await readFile(list, 'utf8'))).toEqual([])
})
