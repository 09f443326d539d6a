import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright'
import { expect, it } from 'vitest'
import { answerOpenDialog, answerSaveDialog, launch, PROJECT, resize, temporaryFolder } from './app.ts'

async function openOperators(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Settings' }).click()
  await page.getByRole('link', { name: 'Operators' }).click()
  await page.getByRole('heading', { name: 'MTS' }).waitFor()
}

function shippedBytes(): string {
  const folder = join(PROJECT, 'resources', 'operators')
  return readdirSync(folder)
    .map((name) => readFileSync(join(folder, name), 'utf8'))
    .join('\n')
}

async function correctClaimsAddress(page: Page, value: string): Promise<void> {
  await page.getByRole('button', { name: /: Address for claims$/ }).click()
  await page.getByLabel('Address for claims').fill(value)
  await page.getByLabel('Where it is from').fill('contract, clause 7.2')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
}

it('keeps a correction apart from the shipped value, also after a restart, and goes back to it', async () => {
  const before = shippedBytes()
  const userData = temporaryFolder()
  const first = await launch({ userData })
  await openOperators(first.page)
  await correctClaimsAddress(first.page, 'SPECIMEN, 109000 Moscow, box 1')
  await first.page.getByText('SPECIMEN, 109000 Moscow, box 1').waitFor()
  await first.page.getByText('Shipped: not found').waitFor()
  await first.quit()

  const { page } = await launch({ userData })
  await openOperators(page)
  await page.getByText('SPECIMEN, 109000 Moscow, box 1').waitFor()
  await page.getByRole('button', { name: 'Your value: show the source' }).click()
  await page.getByText('contract, clause 7.2').waitFor()
  await page.keyboard.press('Escape')
  expect(readdirSync(join(userData, 'operators'))).toEqual(['mts.json'])
  expect(shippedBytes()).toBe(before)

  await page.getByRole('button', { name: 'Restore the shipped value' }).click()
  await page.getByText('SPECIMEN, 109000 Moscow, box 1').waitFor({ state: 'detached' })
  expect(readdirSync(join(userData, 'operators'))).toEqual([])
  await page.getByRole('button', { name: 'Undo' }).click()
  await page.getByText('SPECIMEN, 109000 Moscow, box 1').waitFor()
})

it('gives the focus back to the channel that was to be corrected, or was', async () => {
  const { page } = await launch()
  await openOperators(page)
  const correct = page.getByRole('button', { name: 'Correct: 0890' })
  const isFocused = () => correct.evaluate((button) => button === document.activeElement)
  const value = page.getByLabel('Number, address or words')
  await correct.press('Enter')
  await page.getByRole('button', { name: 'Cancel' }).press('Enter')
  await expect.poll(isFocused).toBe(true)
  await page.keyboard.press('Enter')
  await value.press('Escape')
  await expect.poll(isFocused).toBe(true)
  await page.keyboard.press('Enter')
  await value.fill('0891')
  await page.getByRole('button', { name: 'Save', exact: true }).press('Enter')
  await expect.poll(() => page.locator(':focus').getAttribute('aria-label')).toBe('Correct: 0891')
})

it('lets a dossier keep the facts it was begun with until it is told to take the newer ones', async () => {
  const { page } = await launch()
  const id = await page.evaluate(async () => {
    const made = await window.bridge.createDossier({
      operator: { id: 'mts', name: 'МТС' },
      phoneNumber: '+79160000000',
      subscriber: { latin: 'SPECIMEN', cyrillic: '', chinese: '' },
      contractNumber: '',
      isSpecimen: true
    })
    if (!made.ok) throw new Error(made.code)
    return made.value.id
  })
  await openOperators(page)
  await correctClaimsAddress(page, 'SPECIMEN, box 2')
  await page.getByText('SPECIMEN, box 2').waitFor()
  const kept = () =>
    page.evaluate(async (dossierId) => {
      const read = await window.bridge.readDossier({ id: dossierId })
      return read.ok ? read.value.operatorData?.facts.claimsAddress.map(({ value }) => value) : null
    }, id)
  expect(await kept()).toEqual([])
  await page.reload()
  // Until the screen stands, the page is still going to where it was loaded.
  await page.getByText('SPECIMEN, box 2').waitFor()
  await page.evaluate((dossierId) => (location.hash = `#/dossiers/${dossierId}/steps/contact`), id)
  await page.getByRole('button', { name: 'Copy 0890' }).waitFor()
  await page.getByRole('button', { name: 'Take over the newer data' }).click()
  await page.getByRole('button', { name: 'Take over the newer data' }).waitFor({ state: 'detached' })
  expect(await kept()).toEqual(['SPECIMEN, box 2'])
})

it('adds an operator, gives it to somebody else as a file, and takes such files', async () => {
  const folder = temporaryFolder()
  const { app, page, userData } = await launch()
  await openOperators(page)
  await page.getByRole('button', { name: 'Add an operator' }).click()
  await page.getByLabel('Name in English').fill('Specimen Telecom')
  await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click()
  await page.getByRole('heading', { name: 'Specimen Telecom' }).waitFor()
  await page.getByRole('button', { name: 'Add a channel' }).click()
  await page.getByLabel('Number, address or words').fill('+7 495 000-00-00')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await page.getByRole('button', { name: 'Copy +7 495 000-00-00' }).waitFor()

  const file = join(folder, 'specimen.json')
  await answerSaveDialog(app, file)
  await page.getByRole('button', { name: 'Export a file' }).click()
  await page.getByText('Saved as specimen.json.').waitFor()

  await page.getByRole('button', { name: 'Remove the operator' }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Remove' }).click()
  await page.getByRole('heading', { name: 'MTS' }).waitFor()
  await expect.poll(() => page.locator(':focus').getAttribute('data-operator')).not.toBeNull()
  expect(readdirSync(join(userData, 'operators'))).toEqual([])

  await answerOpenDialog(app, [file])
  await page.getByRole('button', { name: 'Import a file' }).click()
  await page.getByRole('heading', { name: 'Specimen Telecom' }).waitFor()
  await page.getByRole('button', { name: 'Copy +7 495 000-00-00' }).waitFor()
  await page.getByRole('button', { name: 'Import a file' }).click()
  await page.getByText('Specimen Telecom: the file holds nothing new.').waitFor()

  const other = readFileSync(file, 'utf8').replaceAll('+7 495 000-00-00', '+7 495 000-00-01')
  writeFileSync(join(folder, 'other.json'), other)
  await answerOpenDialog(app, [join(folder, 'other.json')])
  await page.getByRole('button', { name: 'Import a file' }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Replace' }).click()
  await page.getByRole('button', { name: 'Copy +7 495 000-00-01' }).waitFor()

  writeFileSync(join(folder, 'broken.json'), '{"format":1,"operator":{"id":"../mts"}}')
  await answerOpenDialog(app, [join(folder, 'broken.json')])
  await resize(app, page, { width: 860, height: 600 })
  await page.getByRole('button', { name: 'Import a file' }).click()
  const failure = page.getByText('Something in the file does not have the form of an operator.')
  await failure.waitFor()
  // In the lowest window, too, it stands where one looks.
  const box = await failure.boundingBox()
  expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(600)
})

it('tells the rules of law with their source', async () => {
  const { page } = await launch()
  await openOperators(page)
  await page.getByRole('link', { name: 'Rules of law' }).click()
  const rule = page.locator('[data-rule=claim-answer]')
  await rule.getByText('30 days from the day the claim is registered').waitFor()
  await rule.getByRole('button', { name: 'Verified: show the source' }).click()
  await page.getByText(/lawmix\.ru/).waitFor()
})
