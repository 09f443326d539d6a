import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { answerOpenDialog, answerSaveDialog, launch, temporaryFolder } from './app.ts'
import { attachmentNames, checkedPages, pageTexts, printedNumber } from './pack-judges.ts'
import { dropZone, waitForOutcome } from './journey.ts'
import { writePapers } from './papers.ts'

it('creates a dossier, fills its steps, attaches files and exports a record pack, by mouse', async () => {
  const folder = temporaryFolder()
  const papers = await writePapers(folder)
  const target = join(folder, 'pack.pdf')
  const { app, page, quit } = await launch()

  // Create.
  await page.getByRole('button', { name: 'New dossier' }).click()
  await page.getByRole('radio', { name: 'MTS' }).click()
  await page.getByLabel('Number being closed').fill('8 (999) 000-14-27')
  await page.getByLabel('Latin').fill('LI Xue')
  await page.getByLabel('Chinese').fill('李雪')
  await page.getByRole('button', { name: 'Create the dossier' }).click()
  await page.getByRole('heading', { name: 'Account facts' }).waitFor()

  // Account and identity save by themselves.
  await page.getByLabel('Contract number').fill('000-4711')
  await page.getByRole('link', { name: /Identity documents/ }).click()
  await page.getByRole('button', { name: 'Add a document' }).click()
  await page.getByLabel('Document number').fill('E00000000')
  await page.getByLabel('Issued on').fill('19.05.2019')
  await page.getByLabel('Expires on').fill('2029-05-18')
  await page.getByLabel('Expires on').blur()
  await page.getByText('Saved', { exact: true }).waitFor()

  // Ledger.
  await page.getByRole('link', { name: /Settling what is owed/ }).click()
  await page.getByRole('heading', { name: 'Settling what is owed' }).waitFor()
  for (const [kind, on, note, amount] of [
    ['Bill', '2026-10-31', 'Service in October', '650'],
    ['Payment', '2026-11-05', 'Bank transfer', '650,00']
  ] as const) {
    await page.getByRole('combobox', { name: 'Kind' }).click()
    await page.getByRole('option', { name: kind, exact: true }).click()
    const form = page.getByRole('form', { name: 'New entry' })
    await form.getByLabel('Date').fill(on)
    await form.getByLabel('Description').fill(note)
    await form.getByLabel('Amount').fill(amount)
    await page.getByRole('button', { name: 'Add entry' }).click()
    await page.getByText(note).waitFor()
  }

  // Attach: through the dialog, into the category of the step.
  await answerOpenDialog(app, [papers.bill, papers.note])
  await dropZone(page).click()
  await waitForOutcome(page, '2 files added')
  await answerOpenDialog(app, [papers.bill])
  await dropZone(page).click()
  await waitForOutcome(page, 'the same file as B-1')

  await page.getByRole('link', { name: /Identity documents/ }).click()
  await answerOpenDialog(app, [papers.passport])
  await dropZone(page).click()
  await waitForOutcome(page, '1 file added')

  // Export.
  await answerSaveDialog(app, target)
  await page.getByRole('link', { name: 'Export pack' }).click()
  await page.getByRole('button', { name: /^Export \d+ pages$/ }).click()
  await page.getByText('The pack is ready').waitFor()

  const pages = checkedPages(target)
  const texts = pageTexts(target)
  expect(texts.length).toBe(pages)
  expect(texts.map(printedNumber)).toEqual(texts.map((_, index) => index + 1))
  expect(texts[0]).toMatch(/\+7\s999\s000-14-27/)
  expect(texts.join('')).toContain('李雪')
  expect(texts.join('')).toContain('SPECIMEN bill page 2')
  expect(texts.join('')).toContain(createHash('sha256').update(readFileSync(papers.bill)).digest('hex'))
  expect(attachmentNames(target).join('\n')).toContain('счёт за октябрь.pdf')
  await quit()
})
