import { existsSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createBag, openBag } from '../../../src/main/vault/bag.ts'
import { checkBag } from '../../../src/main/vault/bag-check.ts'
import { openVault } from '../../../src/main/vault/vault.ts'
import { nodeFsx } from '../../../src/main/fsx.ts'
import { workerProgram, type Ended, type WorkerProgram } from './child/spawn-worker.ts'
import { freshFolder, freshFolderInMemory, must, newDossier, now } from './fixture.ts'

let program: WorkerProgram
beforeAll(async () => {
  program = await workerProgram()
})
afterAll(() => program.remove())

/** Files of mixed sizes; new ones every time, since known bytes would not be written again. */
function fill(inbox: string, round: number, sizes: readonly number[]): void {
  sizes.forEach((size, index) =>
    writeFileSync(join(inbox, `${index}.bin`), Buffer.alloc(size, `round ${round}, file ${index} `))
  )
}

const told = ({ lines }: Ended, word: string) =>
  lines.filter((line) => line.startsWith(`${word} `)).map((line) => line.split(' ').slice(1))

/** Everything that was promised before the kill is there; nothing is torn, half, or left over. */
async function checkVault(
  folder: string,
  promises: { readonly kept: ReadonlySet<string>; readonly ended: Ended }
) {
  const vault = must(await openVault(folder, { now }))
  await vault.tidied
  const { stored, damaged } = await vault.list()
  expect(damaged).toEqual([])
  const named = new Set<string>()
  for (const { id } of stored) {
    for (const { file } of must(await vault.readDossier(id)).exhibits) named.add(file.sha256)
  }
  for (const sha256 of named) expect(await vault.objects.verify(sha256)).toMatchObject({ ok: true })
  for (const sha256 of promises.kept) expect(named.has(sha256)).toBe(true)
  for (const [id, revision] of told(promises.ended, 'saved')) {
    expect(stored.find((one) => one.id === id)?.revision).toBeGreaterThanOrEqual(Number(revision))
  }
  for (const [id] of told(promises.ended, 'destroyed'))
    expect(stored.some((one) => one.id === id)).toBe(false)
  const objects = readdirSync(join(folder, 'objects'), { recursive: true, encoding: 'utf8' }).filter(
    (name) => name.length > 2
  )
  expect(objects.filter((name) => !named.has(name.slice(3)))).toEqual([])
  expect(readdirSync(join(folder, 'tmp'))).toEqual([])
  await vault.close()
}

describe('a process killed while it works in the vault', () => {
  it('at any of its steps loses nothing it had told', async () => {
    const [folder, inbox] = [freshFolderInMemory(), freshFolderInMemory()]
    const kept = new Set<string>()
    let kills = 0
    // Two rounds are some 430 calls of the disk; a step of 23 meets every kind of them.
    for (let killAt = 5; killAt < 450; killAt += 23) {
      fill(inbox, killAt, [10, 60_000, 1_200_000])
      const ended = await program.run(['vault', folder, inbox, String(killAt)])
      expect(ended.errors).toBe('')
      if (ended.signal === 'SIGKILL') kills += 1
      remember(kept, ended, inbox)
      await checkVault(folder, { kept, ended })
    }
    expect(kills).toBeGreaterThanOrEqual(15)
  })

  it('at any moment loses nothing it had told', async () => {
    const [folder, inbox] = [freshFolder(), freshFolder()]
    const kept = new Set<string>()
    for (let kill = 0; kill < 12; kill += 1) {
      fill(inbox, kill, [1, 5_000, 3_000_000, 20_000, 20_001, 20_002])
      const ended = await program.run(['vault', folder, inbox], { killAfterMs: (kill * 97) % 1000 })
      expect(ended.signal).toBe('SIGKILL')
      remember(kept, ended, inbox)
      await checkVault(folder, { kept, ended })
    }
    expect(kept.size).toBeGreaterThan(0)
  })

  /** The first dossier keeps all files; the second one, which is destroyed, has one of them as well. */
  function remember(kept: Set<string>, ended: Ended, inbox: string): void {
    for (const [sha256 = ''] of told(ended, 'kept')) kept.add(sha256)
    for (const name of readdirSync(inbox)) expect(existsSync(join(inbox, name))).toBe(true)
  }
})

describe('a process killed while it changes a portable folder', () => {
  it('at any of its steps leaves a folder that the next one finishes', async () => {
    const [folder, inbox] = [join(freshFolderInMemory(), 'dossier'), freshFolderInMemory()]
    must(await createBag(folder, newDossier(), { now }))
    const kept = new Set<string>()
    for (let killAt = 9; killAt < 330; killAt += 37) {
      fill(inbox, killAt, [10, 400_000])
      const ended = await program.run(['bag', folder, inbox, String(killAt)])
      expect(ended.errors).toBe('')
      for (const [sha256 = ''] of told(ended, 'kept')) kept.add(sha256)
      const bag = must(await openBag(folder, { now }))
      const dossier = must(await bag.read())
      await bag.close()
      const shas = new Set(dossier.exhibits.map((exhibit) => exhibit.file.sha256))
      for (const sha256 of kept) expect(shas.has(sha256)).toBe(true)
      for (const [id, category] of told(ended, 'moved')) {
        expect(dossier.exhibits.find((exhibit) => exhibit.id === id)?.number.category).toBe(category)
      }
      expect(await checkBag(nodeFsx, folder)).toMatchObject({ ok: true })
      expect(existsSync(join(folder, '.closeout'))).toBe(false)
    }
    expect(kept.size).toBeGreaterThan(0)
  })
})
