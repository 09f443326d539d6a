import { createHash, randomBytes } from 'node:crypto'
import { createReadStream, existsSync } from 'node:fs'
import { mkdir, open, readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { answerOpenDialog, answerSaveDialog, launch, temporaryFolder } from './app.ts'
import { createDossier, dropZone, waitForOutcome } from './journey.ts'
import { checkedPages } from './pack-judges.ts'
import { writePapers } from './papers.ts'

/** What the app does is caught in the middle: looked for more often than by default. */
const OFTEN = { interval: 5 }

const NUMBER = '+7\u00a0999\u00a0000-20-61'

/** Large enough that the app is still at work when the test sees it begin. */
const LARGE_BYTES = 300 * 1024 * 1024

async function writeLarge(path: string): Promise<void> {
  const file = await open(path, 'w')
  const block = randomBytes(1024 * 1024)
  for (let written = 0; written < LARGE_BYTES; written += block.length) await file.write(block)
  await file.close()
}

async function sha256Of(path: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer)
  return hash.digest('hex')
}

/** Every stored object, as a path with the name its bytes ought to hash to. */
async function objectsOf(
  userData: string
): Promise<readonly { readonly path: string; readonly name: string }[]> {
  const root = join(userData, 'vault', 'objects')
  const folders = await readdir(root)
  const lists = await Promise.all(
    folders.map(async (folder) =>
      (await readdir(join(root, folder))).map((name) => ({ path: join(root, folder, name), name }))
    )
  )
  return lists.flat()
}

it('loses nothing acknowledged and keeps nothing torn when it is killed during an import', async () => {
  const userData = temporaryFolder()
  const papers = await writePapers(userData)
  const large = join(userData, 'recording.bin')
  await writeLarge(large)
  const first = await launch({ userData })
  await createDossier(first.page, '+7 999 000-20-61', 'ZHOU Qiming')
  await answerOpenDialog(first.app, [papers.passport])
  await dropZone(first.page).click()
  await waitForOutcome(first.page, '1 file added')
  await answerOpenDialog(first.app, [large])
  await dropZone(first.page).click()
  await first.page.getByText('recording.bin').waitFor()
  await expect.poll(async () => unfinishedBytes(userData), OFTEN).toBeGreaterThan(1024 * 1024)
  await first.kill()

  const second = await launch({ userData })
  await second.page.getByRole('link', { name: NUMBER, exact: true }).click()
  await second.page.getByText('C-1', { exact: true }).first().waitFor()
  expect(await second.page.getByText('A-2', { exact: true }).count()).toBe(0)
  expect(await readdir(join(userData, 'vault', 'tmp'))).toEqual([])
  for (const { path, name } of await objectsOf(userData)) expect(await sha256Of(path)).toBe(name)

  // The same file goes in whole afterwards.
  await answerOpenDialog(second.app, [large])
  await dropZone(second.page).click()
  await waitForOutcome(second.page, '1 file added')
  expect((await objectsOf(userData)).map(({ name }) => name)).toContain(await sha256Of(large))
  await second.quit()
})

async function unfinishedBytes(userData: string): Promise<number> {
  const folder = join(userData, 'vault', 'tmp')
  const names = await readdir(folder)
  const sizes = await Promise.all(
    names.map(async (name) => (await stat(join(folder, name)).catch(() => null))?.size ?? 0)
  )
  return sizes.reduce((sum, size) => sum + size, 0)
}

it('leaves no half pack when it is killed during an export, and removes the unfinished file at the next start', async () => {
  const userData = temporaryFolder()
  const large = join(userData, 'recording.bin')
  await writeLarge(large)
  const exports = join(userData, 'exports')
  await mkdir(exports)
  const target = join(exports, 'pack.pdf')
  const first = await launch({ userData })
  await createDossier(first.page, '+7 999 000-20-61', 'ZHOU Qiming')
  await answerOpenDialog(first.app, [large])
  await dropZone(first.page).click()
  await waitForOutcome(first.page, '1 file added')
  await answerSaveDialog(first.app, target)
  await first.page.getByRole('link', { name: 'Export pack' }).click()
  await first.page.getByRole('button', { name: /^Export/ }).click()
  await expect.poll(async () => (await readdir(exports)).length, OFTEN).toBeGreaterThan(0)
  await first.kill()
  expect(existsSync(target)).toBe(false)

  const second = await launch({ userData })
  await second.page.getByRole('link', { name: NUMBER, exact: true }).click()
  await expect.poll(() => readdir(exports)).toEqual([])
  await answerSaveDialog(second.app, target)
  await second.page.getByRole('link', { name: 'Export pack' }).click()
  await second.page.getByRole('button', { name: /^Export/ }).click()
  await second.page.getByText('The pack is ready').waitFor({ timeout: 60_000 })
  expect(checkedPages(target)).toBeGreaterThan(5)
  await second.quit()
})
