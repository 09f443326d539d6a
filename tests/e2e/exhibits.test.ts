import { readFileSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { ElectronApplication, Page } from 'playwright'
import { expect, it } from 'vitest'
import { answerOpenDialog, answerSaveDialog, launch, resize, temporaryFolder } from './app.ts'
import { createDossier, waitForOutcome } from './journey.ts'
import { specimenPdf, writePapers } from './papers.ts'

/** A dossier whose payments hold a bill of two pages, a contract of twelve and a PDF that is none. */
async function dossierWithPayments(app: ElectronApplication, page: Page, folder: string) {
  const { bill } = await writePapers(folder)
  const contract = join(folder, 'contract.pdf')
  const broken = join(folder, 'broken.pdf')
  await writeFile(contract, await specimenPdf(12))
  await writeFile(broken, `%PDF-1.7\n${'A'.repeat(2000)}`)
  await createDossier(page, '+7 999 000-14-27', 'LI Xue')
  await page.getByRole('link', { name: /^Exhibits/ }).click()
  await answerOpenDialog(app, [bill, contract, broken])
  await page.getByRole('button', { name: 'Add files Payments' }).click()
  await waitForOutcome(page, '3 files added')
  return { bill, contract, broken }
}

const marks = (page: Page) => page.locator('.exhibit-mark').allTextContents()
const more = (page: Page, number: string) => page.getByRole('button', { name: `More for ${number}` })
/** What stands in the field that has the focus. */
const focusedText = (page: Page) => page.evaluate(() => (document.activeElement as HTMLInputElement).value)
const canvasPixels = (page: Page) =>
  page
    .locator('.pdf-page canvas')
    .first()
    .evaluate((canvas) => {
      const { width, height } = canvas as HTMLCanvasElement
      const data =
        (canvas as HTMLCanvasElement).getContext('2d')?.getImageData(0, 0, width, height).data ?? []
      return data.filter((value, index) => index % 4 === 0 && value < 128).length
    })

it('orders, renames, recategorises, trashes and restores exhibits by keyboard and menu', async () => {
  const { app, page, quit } = await launch()
  await dossierWithPayments(app, page, temporaryFolder())
  expect(await marks(page)).toEqual(['B-1', 'B-2', 'B-3'])

  await page.getByRole('button', { name: /^Move B-3/ }).focus()
  await page.keyboard.press('Alt+ArrowUp')
  await page.getByText('B-3 is now 2 of 3').waitFor({ state: 'attached' })
  // The row that moved has kept the focus: the next key moves it on.
  await page.keyboard.press('Alt+ArrowUp')
  await page.getByText('B-3 is now 1 of 3').waitFor({ state: 'attached' })
  await expect.poll(() => marks(page)).toEqual(['B-3', 'B-1', 'B-2'])

  await page.keyboard.press('F2')
  await page.getByRole('textbox', { name: 'Caption' }).fill('Torn receipt')
  await page.keyboard.press('Enter')
  await page.getByRole('link', { name: 'Torn receipt' }).waitFor()
  await more(page, 'B-3').click()
  await page.getByRole('menuitem', { name: 'Rename' }).click()
  await expect.poll(() => focusedText(page)).toBe('Torn receipt')
  await page.keyboard.type('Mended receipt')
  await page.keyboard.press('Enter')
  await page.getByRole('link', { name: 'Mended receipt' }).waitFor()

  await more(page, 'B-2').click()
  await page.getByRole('menuitem', { name: 'Change category' }).press('ArrowRight')
  await page.getByRole('menuitem', { name: 'C Contract' }).click()
  await page.getByText('B-2 is retired for good').waitFor()
  await page.getByRole('button', { name: 'Change to C-1' }).click()
  await expect.poll(() => marks(page)).toEqual(['B-3', 'B-1', 'C-1'])

  await more(page, 'B-1').click()
  await page.getByRole('menuitem', { name: 'Move to trash' }).click()
  await expect.poll(() => marks(page)).toEqual(['B-3', 'C-1'])
  await expect.poll(() => page.locator('[data-exhibit]:has(:focus)').innerText()).toContain('B-3')
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect.poll(() => marks(page)).toEqual(['B-3', 'B-1', 'C-1'])
  await quit()
})

it('shows originals page by page, checks them, and says what it cannot show', async () => {
  const { app, page, quit } = await launch()
  const folder = temporaryFolder()
  const { contract } = await dossierWithPayments(app, page, folder)

  await page.getByRole('link', { name: 'contract', exact: true }).click()
  await page.getByRole('region', { name: 'B-2 contract' }).waitFor()
  await expect.poll(() => canvasPixels(page)).toBeGreaterThan(100)
  const pageNumber = page.getByRole('textbox', { name: 'Page, of 12' })
  await page.keyboard.press('PageDown')
  await page.keyboard.press('PageDown')
  await expect.poll(() => pageNumber.inputValue()).toBe('3')
  await page.keyboard.press('End')
  await expect.poll(() => pageNumber.inputValue()).toBe('12')
  await page.getByText('SPECIMEN bill page 12').waitFor({ state: 'attached' })
  // However long the document, only pages near the window are drawn.
  expect(await page.locator('.pdf-page').count()).toBeLessThan(6)

  await page.getByRole('button', { name: 'Check again' }).click()
  await page.getByText('Every byte compared').waitFor()
  await answerSaveDialog(app, join(folder, 'copy.pdf'))
  await page.getByRole('button', { name: 'Save a copy' }).last().click()
  await page.getByText('Copy saved as copy.pdf').waitFor()
  expect(readFileSync(join(folder, 'copy.pdf'))).toEqual(readFileSync(contract))

  // The Enter that chooses in the list does not answer the question it opens, and Escape leads back to the list's field.
  const category = page.getByRole('combobox', { name: 'Category' })
  await category.press('Enter')
  await page.getByRole('option', { name: 'C Contract' }).press('Enter')
  const question = page.getByRole('alertdialog')
  await expect.poll(() => question.locator(':focus').innerText()).toBe('Cancel')
  await page.keyboard.press('Escape')
  await question.waitFor({ state: 'detached' })
  await expect.poll(() => page.locator(':focus').innerText()).toBe('B Payments')

  await page.getByRole('link', { name: /B-3\s*broken/ }).click()
  await page.getByText('This PDF is damaged').waitFor()
  await page.keyboard.press('Escape')
  await page.getByRole('heading', { name: 'Exhibits', level: 1 }).waitFor()
  // The list is taken up at the row of what was looked at.
  await expect.poll(() => page.locator(':focus').innerText()).toBe('broken')
  await quit()
})

it('covers parts of pages of a PDF by keyboard, each on the page it was drawn on', async () => {
  const { app, page, quit } = await launch({ size: { width: 1100, height: 720 } })
  await dossierWithPayments(app, page, temporaryFolder())
  await page.getByRole('link', { name: 'contract', exact: true }).click()
  await expect.poll(() => canvasPixels(page)).toBeGreaterThan(100)
  await page.getByRole('button', { name: 'Cover parts' }).press('Enter')
  const add = page.getByRole('button', { name: 'Add a bar' })
  await add.press('Enter')
  await page.locator('[data-page="1"] [data-bar]:focus').press('ArrowLeft')
  await page.getByRole('textbox', { name: 'What it covers' }).fill('number')
  await page.keyboard.press('Enter')
  await page.getByRole('textbox', { name: 'Page, of 12' }).fill('3')
  await page.keyboard.press('Enter')
  await page.locator('[data-page="3"] .layer').waitFor()
  await add.press('Enter')
  await page.locator('[data-page="3"] [data-bar]:focus').waitFor()
  const bars = () =>
    page.evaluate(async () => {
      const { stored } = await window.bridge.listDossiers()
      const answer = await window.bridge.readDossier({ id: stored[0]?.id ?? '' })
      if (!answer.ok) throw new Error(answer.code)
      return answer.value.exhibits.flatMap((exhibit) => exhibit.bars)
    })
  await expect.poll(bars).toMatchObject([
    { page: 1, x: 0.34, what: 'number' },
    { page: 3, x: 0.35, what: '' }
  ])
  await page.keyboard.press('Delete')
  await expect.poll(bars).toMatchObject([{ page: 1 }])
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Cover parts 1' }).waitFor()
  await quit()
})

it('keeps the exhibit that is shown in sight in the list when the window is made lower', async () => {
  const { app, page, quit } = await launch({ size: { width: 1440, height: 900 } })
  const place = await page.evaluate(async () => {
    const answer = await window.bridge.openSample()
    if (!answer.ok) throw new Error(answer.code)
    const { id, exhibits } = answer.value
    return `#/dossiers/${id}/exhibits/${exhibits[9]?.id ?? ''}`
  })
  await page.evaluate((hash) => (location.hash = hash), place)
  const list = page.getByRole('navigation', { name: 'Exhibits' })
  const current = list.locator('[aria-current="true"]')
  await current.waitFor()
  await resize(app, page, { width: 1100, height: 600 })
  const bottom = async () => {
    const box = await current.boundingBox()
    return (box?.y ?? Infinity) + (box?.height ?? 0)
  }
  await expect.poll(bottom).toBeLessThanOrEqual(600)
  await quit()
})

it('shows an original or its facts where the window is too narrow for both, and keeps the place on the page', async () => {
  const { app, page, quit } = await launch({ size: { width: 860, height: 600 } })
  await dossierWithPayments(app, page, temporaryFolder())
  await page.getByRole('link', { name: 'contract', exact: true }).click()
  const original = page.getByRole('tab', { name: 'Original' })
  const facts = page.getByRole('tab', { name: 'Facts' })
  const pageNumber = page.getByRole('textbox', { name: 'Page, of 12' })
  await expect.poll(() => canvasPixels(page)).toBeGreaterThan(100)
  await page.keyboard.press('PageDown')
  await expect.poll(() => pageNumber.inputValue()).toBe('2')
  expect(await page.getByRole('button', { name: 'Check again' }).count()).toBe(0)

  await original.press('ArrowRight')
  await page.getByRole('tabpanel', { name: 'Facts' }).getByRole('heading', { name: 'contract' }).waitFor()
  expect(await facts.evaluate((tab) => tab === document.activeElement)).toBe(true)
  expect(await page.getByRole('region', { name: 'B-2 contract' }).count()).toBe(0)
  // Keys of the page do nothing while it is out of sight.
  await page.getByRole('button', { name: 'Check again' }).press('PageDown')
  await original.click()
  await page.getByRole('region', { name: 'B-2 contract' }).waitFor()
  await page.getByRole('heading', { name: 'contract', level: 1 }).waitFor({ state: 'attached' })
  expect(await pageNumber.inputValue()).toBe('2')
  // The tab has the focus, and only the keys that choose a tab are its own.
  await page.keyboard.press('PageDown')
  await expect.poll(() => pageNumber.inputValue()).toBe('3')

  await resize(app, page, { width: 1100, height: 720 })
  await page.getByRole('complementary', { name: 'Facts of the exhibit' }).waitFor()
  expect(await page.getByRole('tab').count()).toBe(0)
  // Nothing was made anew: the page is where it was.
  expect(await pageNumber.inputValue()).toBe('3')
  await quit()
})

it('previews the real pack and makes it anew when an exhibit is left out', async () => {
  const { app, page, quit } = await launch()
  await dossierWithPayments(app, page, temporaryFolder())
  await page.getByRole('link', { name: 'Export pack' }).click()
  const exportButton = page.getByRole('button', { name: /^Export \d+ pages$/ })
  await exportButton.waitFor()
  const pagesBefore = Number.parseInt((await exportButton.textContent())?.replace(/\D+/g, '') ?? '', 10)
  await expect.poll(() => canvasPixels(page)).toBeGreaterThan(1000)
  // The finding about the damaged PDF leads to its exhibit.
  await page.getByRole('link', { name: /B-3 broken\.pdf/ }).waitFor()

  await page.getByRole('button', { name: 'B Payments' }).click()
  await page.getByRole('checkbox', { name: 'B-2 contract' }).uncheck()
  await expect
    .poll(async () => (await exportButton.count()) === 1 && (await exportButton.textContent()))
    .not.toContain(String(pagesBefore))
  await exportButton.waitFor()
  const pagesAfter = Number.parseInt((await exportButton.textContent())?.replace(/\D+/g, '') ?? '', 10)
  expect(pagesBefore - pagesAfter).toBe(12)

  // In several files it is looked at as one, while pages and sizes are those of what will be exported.
  await page.getByRole('button', { name: 'File and delivery' }).press('Enter')
  await page.getByRole('combobox', { name: 'How to hand it over' }).press('Enter')
  await page.getByRole('option', { name: 'A file for each exhibit' }).press('Enter')
  await page.getByText('Shown as one file').waitFor()
  await page
    .getByRole('region', { name: 'Before you export' })
    .getByText(/^About .+ in \d+ files$/)
    .waitFor()
  await quit()
})

it('keeps the button of the export in sight, whatever is said of the password above it', async () => {
  const { app, page, quit } = await launch({ size: { width: 1100, height: 720 } })
  await dossierWithPayments(app, page, temporaryFolder())
  await page.getByRole('link', { name: 'Export pack' }).click()
  const exportButton = page.getByRole('button', { name: /^Export/ })
  await page.getByRole('checkbox', { name: 'Protect with a password' }).check()
  await page.getByRole('textbox', { name: 'Password', exact: true }).fill('１２3abc')
  await page.getByRole('textbox', { name: 'Password again' }).fill('x')
  await exportButton.click()
  await page.getByText('Weak: quickly guessed').waitFor()
  const isInSight = () =>
    exportButton.evaluate((button) => {
      const { left, top, bottom, width } = button.getBoundingClientRect()
      const found = document.elementFromPoint(left + width / 2, (top + bottom) / 2)
      return bottom < window.innerHeight && button.contains(found)
    })
  expect(await isInSight()).toBe(true)
  await page.getByRole('textbox', { name: 'Password', exact: true }).focus()
  expect(await isInSight()).toBe(true)
  await quit()
})
