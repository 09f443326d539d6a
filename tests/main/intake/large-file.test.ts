import { truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { freshFolder, freshFolderInMemory, must, newDossier, openOwn } from '../vault/fixture.ts'
import { workerProgram, type WorkerProgram } from '../vault/child/spawn-worker.ts'

let program: WorkerProgram
beforeAll(async () => {
  program = await workerProgram()
})
afterAll(() => program.remove())

it('takes 2 GB in with little memory', async () => {
  const [folder, inbox] = [freshFolderInMemory(3 * 1000 ** 3), freshFolder()]
  const vault = await openOwn(folder)
  must(await vault.createDossier(newDossier()))
  await vault.close()
  // A file with a hole reads as 2 GB of zeros and takes no room.
  const path = join(inbox, 'video.bin')
  writeFileSync(path, 'SPECIMEN')
  truncateSync(path, 2 * 1000 ** 3)
  const ended = await program.run(['large', folder, path], { nodeOptions: ['--max-old-space-size=128'] })
  expect(ended.errors).toBe('')
  const grewKb = Number(ended.lines.find((line) => line.startsWith('grew'))?.split(' ')[1])
  expect(grewKb).toBeLessThan(150 * 1024)
})
