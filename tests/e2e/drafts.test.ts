import { spawn } from 'node:child_process'
import type { Page } from 'playwright'
import { expect, it } from 'vitest'
import { launch, PROJECT, type RunningApp } from './app.ts'

const NOT_A_DATE = '31.02.20'

async function createAt(page: Page, screen: string): Promise<string> {
  const id = await page.evaluate(async () => {
    const answer = await window.bridge.createDossier({
      operator: { id: 'mts', name: 'МТС' },
      phoneNumber: '+79990002061',
      subscriber: { latin: 'ZHOU Qiming', cyrillic: '', chinese: '' },
      contractNumber: '',
      isSpecimen: true
    })
    if (!answer.ok) throw new Error(answer.code)
    return answer.value.id
  })
  await goTo(page, id, screen)
  await page.reload()
  await page.getByRole('heading', { level: 1 }).waitFor()
  return id
}

async function goTo(page: Page, id: string, screen: string): Promise<void> {
  await page.evaluate((hash) => (location.hash = hash), `#/dossiers/${id}/${screen}`)
}

const signedOn = (page: Page) => page.getByLabel('Contract date', { exact: true })
const tariff = (page: Page) => page.getByLabel('Tariff', { exact: true })

async function savedTariff(page: Page, id: string): Promise<string> {
  return page.evaluate(async (wanted) => {
    const answer = await window.bridge.readDossier({ id: wanted })
    return answer.ok ? answer.value.contract.tariff : ''
  }, id)
}

/** What the table of drafts says on the disk. */
async function draftTexts(page: Page): Promise<readonly string[]> {
  return page.evaluate(
    () =>
      new Promise<string[]>((resolve, reject) => {
        const opening = indexedDB.open('closeout-drafts')
        opening.onerror = () => reject(new Error('no drafts'))
        opening.onsuccess = () => {
          const reading = opening.result.transaction('drafts').objectStore('drafts').getAll()
          reading.onsuccess = () => {
            opening.result.close()
            resolve((reading.result as { text: string }[]).map(({ text }) => text))
          }
        }
      })
  )
}

it('keeps text that cannot be saved through another step, a reload and a crash', async () => {
  const first = await launch()
  const id = await createAt(first.page, 'steps/account')
  await signedOn(first.page).fill(NOT_A_DATE)
  await signedOn(first.page).blur()
  await goTo(first.page, id, 'steps/agreement')
  await tariff(first.page).waitFor({ state: 'detached' })
  await goTo(first.page, id, 'steps/account')
  await expect.poll(() => signedOn(first.page).inputValue()).toBe(NOT_A_DATE)
  await first.page.reload()
  await expect.poll(() => signedOn(first.page).inputValue()).toBe(NOT_A_DATE)
  await first.kill()

  const second = await launch({ userData: first.userData })
  await second.page.getByRole('heading', { level: 1 }).waitFor()
  await goTo(second.page, id, 'steps/account')
  await expect.poll(() => signedOn(second.page).inputValue()).toBe(NOT_A_DATE)
  await signedOn(second.page).fill('28.02.2020')
  await signedOn(second.page).blur()
  await expect.poll(() => draftTexts(second.page)).toEqual([])
  await second.quit()
})

it('loses no letter when it is killed in the middle of typing', async () => {
  const first = await launch()
  const id = await createAt(first.page, 'steps/account')
  await tariff(first.page).pressSequentially('Smart 2019')
  await expect.poll(() => draftTexts(first.page)).toContain('Smart 2019')
  await first.kill()

  const second = await launch({ userData: first.userData })
  await second.page.getByRole('heading', { level: 1 }).waitFor()
  await goTo(second.page, id, 'steps/account')
  await expect.poll(() => tariff(second.page).inputValue()).toBe('Smart 2019')
  await expect.poll(() => savedTariff(second.page, id)).toBe('Smart 2019')
  await second.quit()
})

it('saves the last letters when the window is closed at once', async () => {
  const first = await launch()
  const id = await createAt(first.page, 'steps/account')
  await tariff(first.page).fill('Unlimited')
  const ended = new Promise((resolve) => first.app.process().once('exit', resolve))
  await first.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close())
  await ended

  const second = await launch({ userData: first.userData })
  await second.page.getByRole('heading', { level: 1 }).waitFor()
  expect(await savedTariff(second.page, id)).toBe('Unlimited')
  expect(await draftTexts(second.page)).toEqual([])
  await second.quit()
})

/** A second start with the same profile, as a double click on the icon would make it. */
function startAgain({ userData }: RunningApp, executablePath: string): Promise<number | null> {
  const isRoot = process.getuid?.() === 0
  const child = spawn(executablePath, [...(isRoot ? ['--no-sandbox'] : []), PROJECT], {
    env: { ...process.env, CLOSEOUT_USER_DATA: userData },
    stdio: 'ignore'
  })
  return new Promise((resolve) => child.once('exit', resolve))
}

it('shows the first window when it is started a second time, and opens no other', async () => {
  const running = await launch()
  await running.page.getByRole('heading', { level: 1 }).waitFor()
  await running.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.minimize())
  const executablePath = await running.app.evaluate(() => process.execPath)
  expect(await startAgain(running, executablePath)).toBe(0)
  const windows = await running.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows().map((window) => window.isMinimized())
  )
  expect(windows).toEqual([false])
  await running.quit()
})
