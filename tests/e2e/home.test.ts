import type { Page } from 'playwright'
import { expect, it } from 'vitest'
import { launch, type LaunchOptions } from './app.ts'

interface Wanted {
  readonly operator: { readonly id: string | null; readonly name: string }
  readonly number: string
  readonly name: string
  /** Day of an answer that was promised, in days from today. */
  readonly promisedIn?: number
}

const MTS = { id: 'mts', name: 'МТС' }
const BEELINE = { id: 'beeline', name: 'Билайн' }

/** Makes dossiers the way another window of the app would, and shows the list anew. */
async function withDossiers(page: Page, wanted: readonly Wanted[]): Promise<void> {
  await page.evaluate(async (all) => {
    for (const { operator, number, name, promisedIn } of all) {
      const made = await window.bridge.createDossier({
        operator,
        phoneNumber: number,
        subscriber: { latin: name, cyrillic: '', chinese: '' },
        contractNumber: ''
      })
      if (!made.ok) throw new Error(made.code)
      if (promisedIn === undefined) continue
      const day = new Date(Date.now() + promisedIn * 86_400_000)
      const promisedBy = new Intl.DateTimeFormat('sv-SE').format(day)
      const contact = {
        id: crypto.randomUUID(),
        at: { local: '2026-01-10T10:00', zone: 'Europe/Moscow' },
        minutes: null,
        channel: 'call',
        direction: 'out',
        purpose: 'closing',
        counterpart: '',
        person: '',
        reference: '',
        said: '',
        promised: 'SPECIMEN answer',
        promisedBy
      } as const
      await window.bridge.editDossier({
        id: made.value.id,
        edits: [{ kind: 'put-records', list: 'contacts', records: [contact], beforeId: null }]
      })
    }
  }, wanted)
  await page.reload()
  await rows(page).first().waitFor()
}

const rows = (page: Page) => page.locator('main section[aria-label="Dossiers"] a')
const focused = (page: Page) => page.locator(':focus').innerText()

async function start(wanted: readonly Wanted[], options: LaunchOptions = {}) {
  const running = await launch(options)
  await running.page.getByRole('heading', { level: 1 }).waitFor()
  await withDossiers(running.page, wanted)
  return running
}

const THREE: readonly Wanted[] = [
  { operator: MTS, number: '+79990000001', name: 'LI Xue', promisedIn: -2 },
  { operator: BEELINE, number: '+79990000002', name: 'WANG Yao' },
  { operator: MTS, number: '+79990000003', name: 'CHEN Li', promisedIn: 0 }
]

it('shows what is due today and over, oldest first, and leads to where it is dealt with', async () => {
  const { page, quit } = await start(THREE)
  const strip = page.getByRole('region', { name: 'Due today and overdue' })
  const links = strip.getByRole('link')
  expect(await links.count()).toBe(2)
  expect(await links.first().innerText()).toContain('2 days overdue')
  expect(await links.first().innerText()).toContain('SPECIMEN answer')
  expect(await links.nth(1).innerText()).toContain('Today')
  await links.first().click()
  await page.waitForURL(/\/contacts\?contact=/)
  await quit()
})

it('is walked with the keyboard alone: arrows, ends, the beginning of a name or number, Enter', async () => {
  const { page, quit } = await start(THREE)
  await rows(page).first().focus()
  expect(await focused(page)).toContain('000-00-01')
  await page.keyboard.press('ArrowDown')
  expect(await focused(page)).toContain('000-00-03')
  await page.keyboard.press('End')
  expect(await focused(page)).toContain('000-00-02')
  await page.keyboard.press('Home')
  expect(await focused(page)).toContain('000-00-01')
  await page.keyboard.press('w')
  expect(await focused(page)).toContain('000-00-02')
  await page.keyboard.press('Enter')
  await page.waitForURL(/#\/dossiers\//)
  await quit()
})

it('finds while one types, and narrows to an operator and a state', async () => {
  const { page, quit } = await start(THREE)
  const search = page.getByRole('search').getByRole('textbox')
  await search.fill('999 000-00-02')
  await expect.poll(() => rows(page).count()).toBe(1)
  await search.fill('chen')
  await expect.poll(() => rows(page).allInnerTexts()).toEqual([expect.stringContaining('000-00-03')])
  await search.fill('nobody')
  await page.getByText('Nothing matches “nobody”').waitFor()
  await search.press('Escape')

  await page.getByRole('combobox', { name: 'Operator' }).click()
  await page.getByRole('option', { name: 'Beeline' }).click()
  await expect.poll(() => rows(page).count()).toBe(1)
  await page.getByRole('radio', { name: /^Closed/ }).click()
  await page.getByText('There is nothing in this list.').waitFor()
  await quit()
})

it('draws only the rows near the window, and says of each which of how many it is', async () => {
  const many = Array.from({ length: 60 }, (_, n): Wanted => {
    return { operator: MTS, number: `+7999000${String(1000 + n)}`, name: `SPECIMEN ${n}` }
  })
  const { page, quit } = await start(many, { size: { width: 1100, height: 720 } })
  await page.getByText('All', { exact: false }).first().waitFor()
  await expect.poll(() => page.locator('main li[aria-setsize="60"]').count()).toBeGreaterThan(5)
  expect(await rows(page).count()).toBeLessThan(40)
  await rows(page).first().focus()
  await page.keyboard.press('End')
  await expect.poll(() => page.locator('main li:has(:focus)').getAttribute('aria-posinset')).toBe('60')
  await quit()
})

it('moves a dossier to the trash, and brings it back with one word', async () => {
  const { page, quit } = await start(THREE)
  await page.getByRole('button', { name: /^Move to trash: .*00-02$/ }).click()
  await expect.poll(() => rows(page).count()).toBe(2)
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect.poll(() => rows(page).count()).toBe(3)

  await rows(page).first().click()
  await page.getByRole('button', { name: 'More actions' }).press('Enter')
  await page.getByRole('menuitem', { name: 'Move to trash' }).press('Enter')
  await expect.poll(() => rows(page).count()).toBe(2)
  await expect.poll(() => focused(page)).toMatch(/^New dossier/)
  await quit()
})

it('leaves the focus on the neighbour of a row that goes to the trash, and after the last one on the way to begin', async () => {
  const { page, quit } = await start(THREE)
  await expect.poll(() => rows(page).count()).toBe(3)
  const [, second, third] = await rows(page).allInnerTexts()
  await page.getByRole('button', { name: `Move to trash: ${second}` }).focus()
  await page.keyboard.press('Enter')
  await expect.poll(() => focused(page)).toBe(third)
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect.poll(() => rows(page).count()).toBe(1)
  await expect.poll(() => focused(page)).toBe((await rows(page).allInnerTexts())[0])
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect.poll(() => focused(page)).toMatch(/^Begin/)
  await quit()
})

it('keeps the focus in the trash: where it is opened, where a dossier leaves it, and on the way back', async () => {
  const { page, quit } = await start(THREE)
  for (const left of [2, 1]) {
    await page
      .getByRole('button', { name: /^Move to trash/ })
      .first()
      .press('Enter')
    await expect.poll(() => rows(page).count()).toBe(left)
  }
  await page.getByRole('button', { name: 'More actions' }).press('Enter')
  await page.getByRole('menuitem', { name: /^Trash/ }).press('Enter')
  await expect.poll(() => focused(page)).toBe('Back to the list')
  await page
    .getByRole('button', { name: /^Delete for good/ })
    .first()
    .press('Enter')
  const question = page.getByRole('alertdialog')
  await question.getByText(/^Everything written in the dossier will be gone/).waitFor()
  await question.getByRole('button', { name: 'Cancel' }).press('Enter')
  const restore = page.getByRole('button', { name: /^Restore/ })
  await restore.first().press('Enter')
  await expect.poll(() => restore.count()).toBe(1)
  await expect.poll(() => focused(page)).toBe('Restore')
  await page.keyboard.press('Enter')
  await expect.poll(() => focused(page)).toBe('Back to the list')
  await page.keyboard.press('Enter')
  await expect.poll(() => page.locator(':focus').getAttribute('aria-label')).toBe('More actions')
  await quit()
})
