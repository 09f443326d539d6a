import type { Locator, Page } from 'playwright'

/** A new dossier, opened at its first step. */
export async function createDossier(page: Page, number: string, name: string): Promise<void> {
  await page.getByRole('button', { name: 'New dossier' }).click()
  await page.getByRole('radio', { name: 'MTS' }).click()
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

/** Drops real files from the disk onto an element, the way the system's file manager would. */
export async function dropOnto(place: Locator, paths: readonly string[]): Promise<void> {
  const session = await place.page().context().newCDPSession(place.page())
  const box = await place.boundingBox()
  const point = { x: (box?.x ?? 0) + 20, y: (box?.y ?? 0) + 20 }
  const data = { items: [], files: [...paths], dragOperationsMask: 1 }
  for (const type of ['dragEnter', 'dragOver'] as const) {
    await session.send('Input.dispatchDragEvent', { type, ...point, data })
  }
  // A drop that comes before the page has taken up what is dragged is refused.
  await place.page().locator('.veil').waitFor()
  await session.send('Input.dispatchDragEvent', { type: 'drop', ...point, data })
}
