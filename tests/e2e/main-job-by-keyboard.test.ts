import { join } from 'node:path'
import type { Page } from 'playwright'
import { expect, it } from 'vitest'
import { answerOpenDialog, answerSaveDialog, launch, temporaryFolder } from './app.ts'
import { checkedPages, pageTexts } from './pack-judges.ts'
import { waitForOutcome } from './journey.ts'
import { writePapers } from './papers.ts'

/** More Tab stops than any screen has. */
const MOST_STOPS = 120

/** Presses Tab until the focus stands on an element of that accessible name, as a person without a mouse would. */
async function tabTo(page: Page, name: string | RegExp): Promise<void> {
  const seen: string[] = []
  for (let stop = 0; stop < MOST_STOPS; stop += 1) {
    await page.keyboard.press('Tab')
    const snapshot = await page
      .locator(':focus')
      .ariaSnapshot()
      .catch(() => '')
    const focused = /"([^"]*)"/.exec(snapshot)?.[1] ?? snapshot
    seen.push(focused)
    if (typeof name === 'string' ? focused === name : name.test(focused)) return
  }
  throw new Error(`Tab never reached ${String(name)}; it stopped at ${seen.join(' | ')}`)
}

async function fill(page: Page, name: string | RegExp, text: string): Promise<void> {
  await tabTo(page, name)
  await page.keyboard.press('Control+A')
  await page.keyboard.type(text)
}

it('does the whole job by keyboard alone', async () => {
  const folder = temporaryFolder()
  const papers = await writePapers(folder)
  const target = join(folder, 'pack.pdf')
  const { app, page, quit } = await launch()
  await page.getByRole('heading', { level: 1 }).waitFor()

  await tabTo(page, /New dossier$/)
  await page.keyboard.press('Enter')
  await page.getByRole('dialog').waitFor()
  await tabTo(page, 'MTS')
  await page.keyboard.press('Space')
  await fill(page, 'Number being closed', '+7 999 000-58-02')
  await fill(page, 'Cyrillic', 'ЧЭНЬ Ли')
  await tabTo(page, 'Create the dossier')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: 'Account facts' }).waitFor()

  await expect.poll(() => page.locator(':focus').ariaSnapshot()).toContain('"Contract number"')
  await page.keyboard.type('000-4711')
  await tabTo(page, 'Contract date')
  await page.getByText('Saved', { exact: true }).waitFor()

  await tabTo(page, /^Settling what is owed/)
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: 'Settling what is owed' }).waitFor()
  await fill(page, 'Description', 'October bill')
  await fill(page, 'Amount', '412,50')
  await page.keyboard.press('Enter')
  await page.getByText('October bill').waitFor()

  await answerOpenDialog(app, [papers.bill])
  await tabTo(page, /^Drop files here/)
  await page.keyboard.press('Enter')
  await waitForOutcome(page, '1 file added')

  await answerSaveDialog(app, target)
  await tabTo(page, 'Export pack')
  await page.keyboard.press('Enter')
  const exportButton = page.getByRole('button', { name: /^Export \d+ pages$/ })
  await exportButton.waitFor()
  await tabTo(page, /^Export \d+ pages$/)
  await page.keyboard.press('Enter')
  await page.getByText('The pack is ready').waitFor()
  expect(checkedPages(target)).toBeGreaterThan(6)
  expect(pageTexts(target).join('')).toContain('ЧЭНЬ Ли')
  await quit()
})
