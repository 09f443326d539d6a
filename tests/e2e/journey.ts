import type { Locator, Page } from 'playwright'

/** A new dossier, opened at its first step. */
export async function createDossier(page: Page, number: string, name: string): Promise<void> {
  await page.getByRole('button', { name: 'New dossier' }).click()
  await page.getByRole('radio', { name: 'МТС' }).click()
  await page.getByLabel('Number being closed').fill(number)
  await page.getByLabel('Latin').fill(name)
  await page.getByRole('button', { name: 'Create the dossier' }).click()
  await page.getByRole('heading', { name: 'Account facts' }).waitFor()
}

/** Types into a field and leaves it, and waits until the app says that it is saved. */
export async function fillAndSave(page: Page, label: string, text: string): Promise<void> {
  await page.getByLabel(label, { exact: true }).fill(text)
  await page.getByLabel(label, { exact: true }).blur()
  await page.getByText('Saved', { exact: true }).waitFor()
}

/** Waits for a line of the list that says what became of the files of a batch. */
export async function waitForOutcome(page: Page, text: string): Promise<void> {
  await page.getByRole('region', { name: 'What was added' }).getByText(text).first().waitFor()
}

/** The zone that takes files in, as a button. */
export function dropZone(page: Page): Locator {
  return page.getByRole('button', { name: /^Drop files here/ })
}
