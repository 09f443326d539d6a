import type { Page } from 'playwright'
import { expect, it } from 'vitest'
import { answerOpenDialog, launch, temporaryFolder } from './app.ts'
import { createDossier, dropOnto, dropZone, fillAndSave } from './journey.ts'
import { writePapers } from './papers.ts'

const steps = (page: Page) => page.getByRole('navigation', { name: 'The seven steps' })
const precautions = (page: Page) => page.getByRole('navigation', { name: 'Four precautions' })
const sheetTitle = (page: Page, name: string) => page.getByRole('heading', { name, exact: true, level: 2 })

async function openStep(page: Page, name: string): Promise<void> {
  await steps(page)
    .getByRole('link', { name: new RegExp(name) })
    .click()
  await sheetTitle(page, name).waitFor()
}

it('changes a state only with a written reason, says so, and gives it back to the facts', async () => {
  const { page, quit } = await launch()
  await createDossier(page, '+7 999 000-21-01', 'LI Xue')
  await openStep(page, 'Return of equipment')

  await page.getByRole('button', { name: 'Change state' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('radio', { name: 'Not needed' }).click()
  await dialog.getByRole('button', { name: 'Change', exact: true }).click()
  await dialog.getByText('Give a reason.', { exact: true }).waitFor()
  await dialog.getByLabel('Reason', { exact: true }).fill('The router was my own')
  await dialog.getByRole('button', { name: 'Change', exact: true }).click()

  const link = steps(page).getByRole('link', { name: /Return of equipment/ })
  await expect.poll(() => link.textContent()).toContain('Not needed · set by you')
  await page.getByText('The router was my own').waitFor()
  await page.getByRole('img', { name: 'Set by you' }).waitFor()

  await page.getByRole('button', { name: 'Back to computed' }).click()
  await expect.poll(() => link.textContent()).toContain('Not started')
  await quit()
})

it('links one exhibit to two things, shows both, and leads to them', async () => {
  const { app, page, quit } = await launch()
  const { bill } = await writePapers(temporaryFolder())
  await createDossier(page, '+7 999 000-21-02', 'LI Xue')
  await openStep(page, 'Identity documents')
  await page.getByRole('button', { name: 'Add a document' }).click()
  await fillAndSave(page, 'Document number', 'E00000000')

  await answerOpenDialog(app, [bill])
  await dropZone(page).click()
  const tray = page.getByRole('complementary', { name: 'Exhibits of this step' })
  await tray.getByRole('link', { name: /A-1/ }).click()

  const proves = page.getByRole('region', { name: 'Proves' })
  await proves.getByRole('link', { name: 'Identity documents' }).waitFor()
  await proves.getByRole('button', { name: 'Choose…' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('checkbox', { name: 'Passport · E00000000' }).click()
  await dialog.getByRole('checkbox', { name: 'Confirmation' }).click()
  await dialog.getByRole('button', { name: 'Done' }).click()
  await expect
    .poll(() => proves.getByRole('link').allTextContents())
    .toEqual(['Identity documents', 'Passport · E00000000', 'Confirmation'])

  await proves.getByRole('link', { name: 'Confirmation' }).click()
  await sheetTitle(page, 'Confirmation').waitFor()
  await tray.getByRole('link', { name: /A-1/ }).waitFor()
  await quit()
})

it('brings a removed document back with what proved it', async () => {
  const { app, page, quit } = await launch()
  const { bill } = await writePapers(temporaryFolder())
  await createDossier(page, '+7 999 000-21-03', 'LI Xue')
  await openStep(page, 'Identity documents')
  await page.getByRole('button', { name: 'Add a document' }).click()
  await fillAndSave(page, 'Document number', 'E00000000')
  const card = page.getByRole('region', { name: 'Passport · E00000000' })
  await answerOpenDialog(app, [bill])
  await card.getByRole('button', { name: /^Add a proof/ }).click()
  await page.getByRole('menuitem', { name: 'Choose a file…' }).click()
  await card.getByRole('link', { name: 'A-1' }).waitFor()

  await card.getByRole('button', { name: 'Remove: Passport · E00000000' }).click()
  await card.waitFor({ state: 'detached' })
  await page.getByRole('button', { name: 'Undo' }).click()
  await card.getByRole('link', { name: 'A-1' }).waitFor()
  expect(await card.getByLabel('Document number').inputValue()).toBe('E00000000')
  await quit()
})

it('says beside the field that an IMEI cannot be right, and keeps it as typed', async () => {
  const { page, quit } = await launch()
  await createDossier(page, '+7 999 000-21-04', 'LI Xue')
  await openStep(page, 'Return of equipment')
  await page.getByRole('button', { name: 'Add a device' }).click()
  const imei = page.getByLabel('IMEI', { exact: true })
  const about = async () => {
    const id = (await imei.getAttribute('aria-describedby')) ?? ''
    return page.locator(`[id="${id}"]`).textContent()
  }
  await fillAndSave(page, 'IMEI', '356938035643800')
  await expect.poll(about).toContain('check digit')
  expect(await imei.inputValue()).toBe('356938035643800')
  await fillAndSave(page, 'IMEI', '356938035643809')
  await expect.poll(about).not.toContain('check digit that fits')
  await quit()
})

it('takes a file dropped on a device as its proof; the menu takes it off again', async () => {
  const { page, quit } = await launch()
  const { passport } = await writePapers(temporaryFolder())
  await createDossier(page, '+7 999 000-21-06', 'LI Xue')
  await openStep(page, 'Return of equipment')
  await page.getByRole('button', { name: 'Add a device' }).click()
  await fillAndSave(page, 'Model', 'SPECIMEN R1')
  const card = page.getByRole('region', { name: 'Router · SPECIMEN R1' })
  await card.waitFor()
  await dropOnto(card.getByRole('heading'), [passport])
  await card.getByRole('link', { name: 'E-1' }).first().waitFor()
  await card.getByRole('button', { name: /^Another/ }).click()
  await page.getByRole('menuitemcheckbox', { name: /E-1/ }).click()
  await expect.poll(() => card.getByRole('link', { name: 'E-1' }).count()).toBe(0)
  await quit()
})

it('keeps the list of services and its count over a restart', async () => {
  const userData = temporaryFolder()
  const first = await launch({ userData })
  await createDossier(first.page, '+7 999 000-21-05', 'LI Xue')
  await precautions(first.page)
    .getByRole('link', { name: /Update contact details/ })
    .click()
  const answer = (page: Page, service: string, state: string) =>
    page.getByRole('radiogroup', { name: service }).getByRole('radio', { name: state, exact: true })
  await answer(first.page, 'Main bank', 'Changed').click()
  await answer(first.page, 'Gosuslugi', 'Not changed').click()
  await first.page.getByText('2 of 42 decided, 1 dealt with').waitFor()
  await first.page.getByRole('button', { name: /^The rest is not needed.*Banks and payments/ }).click()
  await first.page.getByLabel('Name of the service').fill('Chess club')
  await first.page.getByRole('button', { name: 'Add', exact: true }).click()
  await first.page.getByText('10 of 43 decided, 8 dealt with').waitFor()
  await first.quit()

  const { page, quit } = await launch({ userData })
  await page.getByRole('link', { name: /999 000-21-05/ }).click()
  const link = precautions(page).getByRole('link', { name: /Update contact details/ })
  await expect.poll(() => link.textContent()).toContain('8/43')
  await link.click()
  await expect.poll(() => answer(page, 'Main bank', 'Changed').getAttribute('aria-checked')).toBe('true')
  await answer(page, 'Chess club', 'Not changed').waitFor()
  await quit()
})

it('keeps the open step in sight in a window too low for all seven', async () => {
  const { page, quit } = await launch({ size: { width: 860, height: 600 } })
  await createDossier(page, '+7 999 000-14-27', 'LI Xue')
  for (const [key, name] of [
    ['Alt+7', 'Confirmation'],
    ['Alt+1', 'Account facts']
  ] as const) {
    await page.keyboard.press(key)
    const open = steps(page).locator('[aria-current="step"]').filter({ hasText: name })
    await open.waitFor()
    await expect
      .poll(() =>
        open.evaluate((link) => {
          const step = link.getBoundingClientRect()
          const list = link.closest('nav')?.getBoundingClientRect()
          return list !== undefined && step.top >= list.top && step.bottom <= list.bottom
        })
      )
      .toBe(true)
  }
  await quit()
})

it('leaves the rows of the ledger within reach when they are drawn at twice the size', async () => {
  const { app, page, quit } = await launch({ size: { width: 1440, height: 900 } })
  await page.getByRole('button', { name: 'Open the sample' }).click()
  await page.getByRole('heading', { name: 'Account facts' }).waitFor()
  await page.keyboard.press('Alt+4')
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.setZoomFactor(2))
  await page.waitForFunction(() => window.innerWidth === 720)
  const rows = page.getByRole('button', { name: /^Edit / })
  for (const place of [rows.first(), rows.last(), page.getByLabel('Amount', { exact: true })]) {
    await place.scrollIntoViewIfNeeded()
    // What lies under another element is not within reach.
    await place.click({ trial: true })
  }
  await quit()
})
