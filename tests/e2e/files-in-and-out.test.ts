import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { mkdir, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { answerOpenDialog, answerSaveDialog, launch, temporaryFolder } from './app.ts'
import { createDossier, dropOnto, dropZone, waitForOutcome } from './journey.ts'
import { writePapers } from './papers.ts'

const sha256 = (path: string) => createHash('sha256').update(readFileSync(path)).digest('hex')

it('takes in dropped files and whole folders, and stays on its page', async () => {
  const folder = temporaryFolder()
  const papers = await writePapers(folder)
  const nested = join(folder, 'receipts', 'october')
  await mkdir(nested, { recursive: true })
  await writeFile(join(nested, 'receipt.txt'), 'SPECIMEN receipt')
  const { page, quit } = await launch()
  await createDossier(page, '+7 999 000-14-27', 'LI Xue')
  await dropOnto(dropZone(page), [papers.passport, join(folder, 'receipts')])
  await waitForOutcome(page, '2 files added')
  expect(page.url()).toMatch(/^app:\/\/closeout\/index\.html/)
  await quit()
})

it('takes in a pasted picture', async () => {
  const { page, quit } = await launch()
  await createDossier(page, '+7 999 000-14-27', 'LI Xue')
  await page.evaluate(async () => {
    const canvas = document.createElement('canvas')
    canvas.width = 40
    canvas.height = 30
    const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve))
    const clipboardData = new DataTransfer()
    clipboardData.items.add(new File(blob === null ? [] : [blob], 'image.png', { type: 'image/png' }))
    document.body.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true })
    )
  })
  await waitForOutcome(page, '1 file added')
  await page.getByText('C-1', { exact: true }).first().waitFor()
  await quit()
})

it('shows an exhibit, saves an unchanged copy and checks its bytes again', async () => {
  const folder = temporaryFolder()
  const papers = await writePapers(folder)
  const copy = join(folder, 'copy.pdf')
  const { app, page, userData, quit } = await launch()
  await createDossier(page, '+7 999 000-14-27', 'LI Xue')
  await answerOpenDialog(app, [papers.bill])
  await dropZone(page).click()
  await waitForOutcome(page, '1 file added')
  await page
    .getByRole('complementary', { name: 'Exhibits of this step' })
    .getByRole('link', { name: /C-1/ })
    .click()
  await page.getByText('SPECIMEN bill page 1').first().waitFor({ state: 'attached' })
  await answerSaveDialog(app, copy)
  await page.getByRole('button', { name: 'Save a copy' }).last().click()
  await page.getByText('Copy saved as').waitFor()
  expect(sha256(copy)).toBe(sha256(papers.bill))

  await page.getByRole('button', { name: 'Check again' }).click()
  await page.getByText(/Every byte compared/).waitFor()
  // Somebody changes the stored file behind the app's back.
  const hash = sha256(papers.bill)
  const stored = join(userData, 'vault', 'objects', hash.slice(0, 2), hash)
  await writeFile(stored, 'changed').catch(() => undefined)
  await page.getByRole('button', { name: 'Check again' }).click()
  await page.getByText('Differs').waitFor()
  await quit()
})

it('moves to the trash with undo, and deletes for good only after a question', async () => {
  const { app, page, userData, quit } = await launch()
  const papers = await writePapers(userData)
  await createDossier(page, '+7 999 000-14-27', 'LI Xue')
  await answerOpenDialog(app, [papers.passport])
  await dropZone(page).click()
  await waitForOutcome(page, '1 file added')
  await page.getByRole('button', { name: 'More actions' }).click()
  await page.getByRole('menuitem', { name: 'Move to trash' }).click()
  await page.getByRole('button', { name: 'Undo' }).click()
  await page.getByText('+7\u00a0999\u00a0000-14-27').first().waitFor()

  await page.evaluate(() => (location.hash = '#/'))
  await page.getByRole('button', { name: /^Move to trash/ }).click()
  // The only dossier is gone from the list: the empty home leads to the trash.
  await page.getByRole('button', { name: /^Trash: / }).click()
  await page.getByRole('button', { name: /^Delete for good/ }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Delete for good' }).click()
  await page.getByText('The trash is empty.').waitFor()
  const objects = join(userData, 'vault', 'objects')
  const left = await Promise.all((await readdir(objects)).map((name) => readdir(join(objects, name))))
  expect(left.flat()).toEqual([])
  await quit()
})

it('exports a dossier as a folder and takes the same folder in again', async () => {
  const folder = temporaryFolder()
  const papers = await writePapers(folder)
  const shelf = join(folder, 'shelf')
  await mkdir(shelf)
  const first = await launch()
  await createDossier(first.page, '+7 999 000-14-27', 'LI Xue')
  await answerOpenDialog(first.app, [papers.bill])
  await dropZone(first.page).click()
  await waitForOutcome(first.page, '1 file added')
  await answerOpenDialog(first.app, [shelf])
  await first.page.getByRole('button', { name: 'More actions' }).click()
  await first.page.getByRole('menuitem', { name: 'Export as a folder' }).click()
  await first.page.getByText('Saved as the folder').waitFor()
  await first.quit()
  const [name = ''] = await readdir(shelf)
  expect(existsSync(join(shelf, name, 'bagit.txt'))).toBe(true)

  const second = await launch()
  await answerOpenDialog(second.app, [join(shelf, name)])
  await second.page.getByRole('button', { name: /folder$/i }).click()
  await second.page.getByText('C-1', { exact: true }).first().waitFor()
  await second.quit()
})

it('asks before it replaces a pack, and leaves nothing unfinished beside it', async () => {
  const folder = temporaryFolder()
  const target = join(folder, 'pack.pdf')
  await writeFile(target, 'something that was there before')
  const { app, page, quit } = await launch()
  await createDossier(page, '+7 999 000-14-27', 'LI Xue')
  await answerSaveDialog(app, target)
  await page.getByRole('link', { name: 'Export pack' }).click()
  const exportButton = page.getByRole('button', { name: /^Export \d+ pages$/ })
  await exportButton.press('Enter')
  await page.getByRole('alertdialog').waitFor()
  await page.keyboard.press('Escape')
  await expect.poll(() => exportButton.evaluate((button) => button === document.activeElement)).toBe(true)
  expect(readFileSync(target, 'utf8')).toBe('something that was there before')
  await exportButton.press('Enter')
  await page.getByRole('alertdialog').getByRole('button', { name: 'Replace' }).click()
  await page.getByText('The pack is ready').waitFor()
  expect(readFileSync(target).subarray(0, 5).toString()).toBe('%PDF-')
  expect((await readdir(folder)).filter((name) => name.endsWith('.partial'))).toEqual([])
  // However long the list of norms, only its column scrolls.
  await page.getByRole('button', { name: /norms held/ }).click()
  await page.getByRole('list', { name: 'Check of the finished file' }).waitFor()
  expect(await page.evaluate(() => document.documentElement.scrollHeight - window.innerHeight)).toBe(0)
  await quit()
})

it('speaks three languages, changed in the settings and kept', async () => {
  const userData = temporaryFolder()
  const first = await launch({ userData })
  await first.page.getByRole('link', { name: 'Settings' }).click()
  await first.page.getByRole('combobox', { name: 'Language' }).click()
  await first.page.getByRole('option', { name: '简体中文' }).click()
  await first.page.getByRole('heading', { name: '设置' }).waitFor()
  await first.quit()
  const second = await launch({ userData })
  await second.page.getByRole('button', { name: /新建档案$/ }).waitFor()
  expect(await second.page.evaluate(() => document.documentElement.lang)).toBe('zh-CN')
  await second.quit()
})
