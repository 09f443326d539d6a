import type { Page } from 'playwright'
import { expect, it } from 'vitest'
import { launch } from './app.ts'

const NUMBER = '+7\u00a0999\u00a0000-20-61'

/** A dossier made without its dialog, opened at one of its screens. Invented. */
async function openDossier(page: Page, screen: string): Promise<string> {
  const id = await page.evaluate(async () => {
    const answer = await window.bridge.createDossier({
      operator: { id: 'mts', name: 'МТС' },
      phoneNumber: '+79990002061',
      subscriber: { latin: 'ZHOU Qiming', cyrillic: '', chinese: '' },
      contractNumber: '100200',
      isSpecimen: true
    })
    if (!answer.ok) throw new Error(answer.code)
    return answer.value.id
  })
  await page.evaluate((hash) => (location.hash = hash), `#/dossiers/${id}/${screen}`)
  await page.reload()
  await page.getByRole('heading', { level: 1, name: NUMBER }).waitFor()
  return id
}

async function savedContract(page: Page, id: string): Promise<string> {
  return page.evaluate(async (wanted) => {
    const answer = await window.bridge.readDossier({ id: wanted })
    return answer.ok ? answer.value.contract.tariff : ''
  }, id)
}

it('finds and does by a few letters, in either keyboard layout, and closes by its own key', async () => {
  const { page, quit } = await launch({ language: 'ru' })
  await openDossier(page, 'timeline')
  await page.keyboard.press('Control+k')
  const palette = page.getByRole('dialog', { name: 'Поиск и команды' })
  await palette.waitFor()
  // "Настройки" typed with a Latin layout.
  await page.keyboard.type('yfcnhj')
  await palette.getByRole('option', { name: 'Настройки' }).waitFor()
  await page.keyboard.press('Enter')
  await page.waitForURL(/#\/settings$/)
  await page.keyboard.press('Control+k')
  await palette.waitFor()
  await page.keyboard.type('9990002061')
  await palette.getByRole('option', { name: NUMBER }).waitFor()
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { level: 1, name: NUMBER }).waitFor()
  await page.keyboard.press('Control+k')
  await palette.waitFor()
  await page.keyboard.press('Control+k')
  await palette.waitFor({ state: 'detached' })
  await quit()
})

it('leads to the trash, the operators and the law by their names', async () => {
  const { page, quit } = await launch()
  await page.getByRole('heading', { level: 1 }).waitFor()
  const go = async (name: string) => {
    await page.keyboard.press('Control+k')
    const palette = page.getByRole('dialog', { name: 'Search and commands' })
    await palette.waitFor()
    await page.keyboard.type(name)
    await palette.getByRole('option', { name, exact: true }).waitFor()
    await page.keyboard.press('Enter')
  }
  await go('Trash')
  await page.getByText('The trash is empty.').waitFor()
  await go('Operators')
  await page.waitForURL(/operators$/)
  await go('Rules of law')
  await page.waitForURL(/operators\/law$/)
  await quit()
})

it('lists its shortcuts under ?, and a single key types into a field', async () => {
  const { page, quit } = await launch()
  const list = page.getByRole('dialog', { name: 'Keyboard shortcuts' })
  await page.getByRole('heading', { level: 1 }).waitFor()
  await page.keyboard.press('?')
  await list.getByText('New dossier').waitFor()
  expect(await list.getByText('Undo').count()).toBe(0)
  await page.keyboard.press('Escape')
  await list.waitFor({ state: 'detached' })
  await openDossier(page, 'steps/account')
  await page.keyboard.press('?')
  await list.getByText('Undo').waitFor()
  const redo = list.getByRole('listitem').filter({ hasText: 'Redo' })
  expect(await redo.allInnerTexts()).toEqual([expect.stringMatching(/Z[^]*Y/)])
  await page.keyboard.press('Escape')
  await list.waitFor({ state: 'detached' })
  const tariff = page.getByLabel('Tariff', { exact: true })
  await tariff.focus()
  await page.keyboard.type('?/')
  expect(await tariff.inputValue()).toBe('?/')
  expect(await list.count()).toBe(0)
  await quit()
})

it('takes back what a field saved, says what it was, goes there, and does it again', async () => {
  const { page, quit } = await launch()
  const id = await openDossier(page, 'steps/account')
  const tariff = page.getByLabel('Tariff', { exact: true })
  await tariff.fill('Smart')
  await tariff.blur()
  await expect.poll(() => savedContract(page, id)).toBe('Smart')

  await page.keyboard.press('Control+3')
  await page.waitForURL(/ledger$/)
  await page.keyboard.press('Control+z')
  await page.getByText('Undone: tariff').first().waitFor()
  await page.waitForURL(/steps\/account$/)
  await expect.poll(() => savedContract(page, id)).toBe('')
  expect(await tariff.inputValue()).toBe('')
  await expect.poll(() => tariff.evaluate((field) => field === document.activeElement)).toBe(true)

  await page.keyboard.press('Control+Shift+z')
  await expect.poll(() => savedContract(page, id)).toBe('Smart')
  await expect.poll(() => tariff.inputValue()).toBe('Smart')
  await page.keyboard.press('Control+z')
  await expect.poll(() => savedContract(page, id)).toBe('')
  await page.getByRole('button', { name: 'Redo' }).last().click()
  await expect.poll(() => savedContract(page, id)).toBe('Smart')
  await page.keyboard.press('Control+k')
  await page.keyboard.type('undo')
  await page.getByRole('option', { name: 'Undo' }).click()
  await expect.poll(() => savedContract(page, id)).toBe('')
  await quit()
})

it('brings back what was removed from a list, from whatever screen', async () => {
  const { page, quit } = await launch()
  const id = await openDossier(page, 'steps/equipment')
  const devices = () =>
    page.evaluate(async (wanted) => {
      const answer = await window.bridge.readDossier({ id: wanted })
      return answer.ok ? answer.value.equipment.devices.map(({ model }) => model) : []
    }, id)
  await page.getByRole('button', { name: 'Add a device' }).click()
  const model = page.getByLabel('Model', { exact: true })
  await model.fill('X-1')
  await model.blur()
  await expect.poll(devices).toEqual(['X-1'])
  await page.getByRole('button', { name: /^Remove:/ }).click()
  await expect.poll(devices).toEqual([])

  await page.keyboard.press('Control+5')
  await page.waitForURL(/timeline$/)
  await page.keyboard.press('Control+z')
  await page.getByText('Undone: device').first().waitFor()
  await page.waitForURL(/steps\/equipment$/)
  await expect.poll(() => model.inputValue()).toBe('X-1')
  expect(await devices()).toEqual(['X-1'])
  await quit()
})

it('leaves Ctrl+Z to the field while its text is not saved', async () => {
  const { page, quit } = await launch()
  const id = await openDossier(page, 'steps/account')
  const signedOn = page.getByLabel('Contract date', { exact: true })
  await signedOn.focus()
  await page.keyboard.type('31.02.')
  await page.keyboard.press('Control+z')
  expect(await page.getByText('Undone').count()).toBe(0)
  expect(await savedContract(page, id)).toBe('')
  await quit()
})

it('makes the page larger and smaller within its limits, and remembers it', async () => {
  const first = await launch()
  await openDossier(first.page, 'timeline')
  const factor = () =>
    first.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.getZoomFactor())
  for (let press = 0; press < 9; press += 1) await first.page.keyboard.press('Control+=')
  await expect.poll(factor).toBeCloseTo(2)
  await first.quit()

  const second = await launch({ userData: first.userData })
  await second.page.getByRole('heading', { level: 1 }).waitFor()
  const kept = () =>
    second.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.getZoomFactor())
  await expect.poll(kept).toBeCloseTo(2)
  await second.page.keyboard.press('Control+0')
  await expect.poll(kept).toBeCloseTo(1)
  await second.quit()
})

it('shows three pages at the first start, in the language one chooses, and never again by itself', async () => {
  const first = await launch({ isFirstRun: true })
  const { page } = first
  await page.getByRole('heading', { name: 'Closing a number, step by step' }).waitFor()
  await expect.poll(() => page.locator(':focus').innerText()).toBe('Closing a number, step by step')
  await page.getByRole('button', { name: 'Next' }).click()
  await page.getByText(first.userData).waitFor()
  await page.getByRole('button', { name: 'Next' }).click()
  await page.getByRole('radio', { name: '简体中文' }).click()
  await page.getByRole('heading', { name: '选择语言' }).waitFor()
  await page.getByRole('button', { name: '开始使用' }).click()
  await page.getByRole('button', { name: '新建档案' }).waitFor()
  await first.quit()

  const second = await launch({ userData: first.userData, isFirstRun: true })
  await second.page.getByRole('button', { name: '新建档案' }).waitFor()
  await second.quit()
})
